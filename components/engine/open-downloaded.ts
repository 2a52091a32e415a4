import type { OpenedModel } from '@/components/engine/open-model';
import type { RunSettings } from '@/components/engine/run-settings';
import { keptOwnModels } from '@/components/models/kept-own-models';
import { nameOfDownload } from '@/components/models/name-of-download';
import { LEAST_ANSWER } from '@/lib/engine/answer-budget';
import { catalogueEntry, type ModelEntry, ownModelEntry } from '@/lib/engine/catalogue';
import { USUAL_SAMPLING } from '@/lib/engine/catalogue/models/sampling';
import { smallerThan } from '@/lib/engine/catalogue/smaller';
import { listDownloads } from '@/lib/engine/download/browser/downloads';
import { type DownloadRecord, isReady } from '@/lib/engine/download/record';
import type { Engine, LoadProgress } from '@/lib/engine/engine';
import { openBrowserEngine } from '@/lib/engine/local/browser';
import { type Fault, FaultError } from '@/lib/text/outcome';

/** Tokens of an answer: with the case about what memory and cache are counted for (`lib/engine/capability/rules.ts`). */
const ANSWER = 3072;

/** A case keeps one processor busy enough; more threads than these wait for each other on laptops. */
const MOST_THREADS = 4;

/** Opens a model that was downloaded to this browser. Throws `FaultError` where it is gone, or cannot be loaded. */
export async function openDownloaded(
  key: string,
  onProgress: (progress: LoadProgress) => void,
): Promise<OpenedModel> {
  const record = (await listDownloads()).get(key);
  if (record === undefined || !isReady(record)) throw new FaultError(MODEL_GONE);
  const smaller = smallerThan(record.model, bytesOf(record));
  const engine = await openBrowserEngine(entryOf(record), {
    stored: key,
    onProgress,
    ...(smaller !== undefined && { smaller }),
  });
  return { engine, settings: settingsOf(record, engine) };
}

function bytesOf({ files }: DownloadRecord): number {
  return files.reduce((sum, { bytes = 0 }) => sum + bytes, 0);
}

/** What the local engine has to know of a downloaded model. */
function entryOf(record: DownloadRecord): ModelEntry {
  const { model, graph, dtype } = record;
  const isHalf = dtype === 'q4f16' || dtype === 'fp16';
  return {
    id: model,
    name: nameOfDownload(record, keptOwnModels()),
    folder: '',
    graph,
    precision: `${dtype} weights`,
    webgpuFeatures: isHalf ? ['shader-f16'] : [],
    mostThreads: MOST_THREADS,
    answerTokens: LEAST_ANSWER,
  };
}

function settingsOf({ model }: DownloadRecord, engine: Engine): RunSettings {
  const entry = catalogueEntry(model, keptOwnModels().map(ownModelEntry));
  const known =
    entry.ok && entry.value.runs !== 'embedded' ? entry.value.conversation.sampling : undefined;
  const sampling = known?.known ? known.value : (engine.recommended ?? USUAL_SAMPLING);
  return { form: 'chat', sampling, maxTokens: ANSWER, leastTokens: LEAST_ANSWER };
}

const MODEL_GONE: Fault = {
  code: 'model-gone',
  message: 'The chosen model is not, or not wholly, in this browser any more.',
  remedy: 'Choose another model, or download it again under Models.',
};
