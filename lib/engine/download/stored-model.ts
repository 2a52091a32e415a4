import { FaultError } from '@/lib/text/outcome';
import type { FileHash } from '../engine';
import { fileMissing } from '../faults';
import { MANIFEST_FILE, type ReadFile } from '../local/model-files';
import { startDigest } from './digest';
import { property } from './property';
import {
  type DownloadRecord,
  filePlace,
  isReady,
  modelFolder,
  type RecordedFile,
  readRecord,
} from './record';
import { readPieces, type Storage } from './storage/storage';

/** Bytes that are read at a time, so that reading can be seen to go on. */
const STEP = 16 * 1024 * 1024;

/** A downloaded model as the local engine takes it: what `ModelSource` asks for. */
export interface StoredModel {
  readonly read: ReadFile;
  readonly measure: (path: string, onBytes: (loaded: number) => void) => Promise<Measured>;
}

interface Measured {
  readonly bytes: number;
  readonly sha256: string;
  readonly data: Blob;
}

/**
 * A downloaded model's files for `readModelFiles`, which compares each with the manifest once more. The manifest is written
 * from the record: digests, the commit as revision and the context that config.json gives, with the known answers and the
 * precision of a manifest that came with the model. A model that is not ready has no files.
 */
export function openStoredModel(storage: Storage, key: string): StoredModel {
  return {
    async read(path, onBytes) {
      const { record, files } = await readyRecord(storage, key, path);
      if (path === MANIFEST_FILE) return writeManifest(storage, key, record, files);
      const { bytes } = fileOf(files, path);
      return readWhole(storage, filePlace(key, path), bytes, onBytes);
    },
    async measure(path, onBytes) {
      const { files } = await readyRecord(storage, key, path);
      const place = filePlace(key, fileOf(files, path).path);
      const hash = startDigest();
      let bytes = 0;
      await readPieces(storage, place, STEP, (piece) => {
        hash.update(piece);
        bytes += piece.length;
        onBytes(bytes);
      });
      return { bytes, sha256: hash.value(), data: await storage.blob(place) };
    },
  };
}

async function readyRecord(storage: Storage, key: string, path: string) {
  const record = await readRecord(storage, key);
  if (record === undefined || !isReady(record)) {
    throw new FaultError(fileMissing(path, 'the model has not been downloaded to its end'));
  }
  return { record, files: record.files.flatMap(verifiedHash) };
}

function fileOf(files: readonly FileHash[], path: string): FileHash {
  const file = files.find((each) => each.path === path);
  if (file === undefined) throw new FaultError(fileMissing(path, 'it was not downloaded'));
  return file;
}

async function writeManifest(
  storage: Storage,
  key: string,
  record: DownloadRecord,
  files: readonly FileHash[],
): Promise<Uint8Array<ArrayBuffer>> {
  const configuration = await readJson(storage, filePlace(key, 'config.json'));
  const own = files.some(({ path }) => path === MANIFEST_FILE)
    ? await readJson(storage, filePlace(key, MANIFEST_FILE))
    : undefined;
  const precision = property(own, 'precision');
  const selfTest = property(own, 'selfTest');
  const manifest = {
    id: record.model,
    revision: record.commit ?? 'not told by its source',
    contextLength: contextIn(configuration),
    ...(precision === undefined ? {} : { precision }),
    files: files.filter(({ path }) => path !== MANIFEST_FILE),
    ...(selfTest === undefined ? {} : { selfTest }),
  };
  return new TextEncoder().encode(JSON.stringify(manifest));
}

/** Deletes a model with its record, or what has arrived of it. */
export function removeModel(storage: Storage, key: string): Promise<void> {
  return storage.remove(modelFolder(key));
}

function verifiedHash({ path, bytes, sha256, state }: RecordedFile): readonly FileHash[] {
  return state === 'verified' && bytes !== undefined && sha256 !== undefined
    ? [{ path, bytes, sha256 }]
    : [];
}

async function readWhole(
  storage: Storage,
  place: string,
  bytes: number,
  onBytes: (loaded: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(bytes);
  for (let at = 0; at < bytes; ) {
    const piece = await storage.read(place, at, Math.min(STEP, bytes - at));
    // A file that was cut since fails the comparison with its digest.
    if (piece.length === 0) break;
    whole.set(piece, at);
    at += piece.length;
    onBytes(at);
  }
  return whole;
}

async function readJson(storage: Storage, place: string): Promise<unknown> {
  const bytes = await storage.read(place, 0, (await storage.size(place)) ?? 0);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** Tokens: `max_position_embeddings`, in `text_config` where a model has several parts. */
function contextIn(configuration: unknown): number {
  const own = property(configuration, 'max_position_embeddings');
  if (typeof own === 'number') return own;
  const text = property(configuration, 'text_config');
  return text === undefined ? 0 : contextIn(text);
}
