import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLIC_FOLDER } from '@/bench/folders';
import { MODELS, type ModelEntry } from '@/lib/engine/catalogue';
import { parseManifest } from '@/lib/engine/local/manifest';
import { MANIFEST_FILE } from '@/lib/engine/local/model-files';

/** Which model was measured. */
export interface ModelRevision {
  readonly id: string;
  readonly revision: string;
}

/** The model that the sections measure: the first of the catalogue, which is the one that the page loads. */
export function measuredModel(): ModelEntry {
  const [entry] = MODELS;
  if (entry === undefined) throw new Error('the catalogue is empty');
  return entry;
}

/** The revision of the measured model as it lies here. Throws where its manifest is missing or cannot be read. */
export function modelRevision(): ModelRevision {
  const { id, folder } = measuredModel();
  const manifest = parseManifest(readFileSync(join(PUBLIC_FOLDER, folder, MANIFEST_FILE), 'utf8'));
  return { id, revision: manifest.revision };
}
