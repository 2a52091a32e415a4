import type { BrowserModel, ModelForm } from '../catalogue';
import { type DownloadFault, noRoom, storageFault } from './faults';
import { fetchToStorage, type Surroundings } from './fetch-to-storage';
import { planDownload, withExternalData } from './plan';
import { type DownloadProgress, progressOf, RateMeter, totalOf } from './progress';
import {
  type DownloadRecord,
  filePlace,
  isReady,
  modelKey,
  type RecordedFile,
  readRecord,
  withFile,
  writeRecord,
} from './record';
import type { Source } from './source/source';

export interface ModelRequest {
  readonly model: BrowserModel;
  readonly form: ModelForm;
  readonly source: Source;
  /** Aborting it stops the download; what has arrived is kept. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: DownloadProgress) => void;
}

export type ModelSurroundings = Omit<Surroundings, 'fetch'> & {
  /** Milliseconds of a clock that does not jump. */
  readonly now: () => number;
};

export type ModelResult =
  | { readonly kind: 'ready'; readonly record: DownloadRecord }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly fault: DownloadFault };

/** What ends a download before it is ready. */
type Ended = Exclude<ModelResult, { kind: 'ready' }>;
type Step = { readonly kind: 'going'; readonly record: DownloadRecord } | Ended;

/**
 * Downloads all files of a model's form, going on from what an earlier attempt left. The model is ready once each file has
 * been verified; digests that nobody had given are recorded then.
 */
export async function downloadModel(
  request: ModelRequest,
  around: ModelSurroundings,
): Promise<ModelResult> {
  try {
    return await download(request, around);
  } catch (error) {
    return { kind: 'failed', fault: storageFault(request.model.name, error) };
  }
}

async function download(request: ModelRequest, around: ModelSurroundings): Promise<ModelResult> {
  const key = modelKey(request.model.id, request.form.dtype);
  const { storage } = around;
  const kept = await readRecord(storage, key);
  if (kept !== undefined && isReady(kept)) return { kind: 'ready', record: kept };
  const planned = await plan(request, kept);
  if (planned.kind !== 'going') return planned;
  const fault = await faultOfRoom(request.form, planned.record, key, around);
  if (fault !== undefined) return { kind: 'failed', fault };
  await writeRecord(storage, key, planned.record);

  const meter = new RateMeter();
  let { record } = planned;
  for (let next = nextFile(record); next !== undefined; next = nextFile(record)) {
    const step = await downloadFile(next, record, key, meter, request, around);
    if (step.kind !== 'going') return step;
    record = step.record;
    if (next.path === 'config.json' && record.needsConfiguration) {
      record = await weightsOf(record, key, around);
    }
    await writeRecord(storage, key, record);
  }
  return { kind: 'ready', record };
}

function nextFile(record: DownloadRecord): RecordedFile | undefined {
  return record.files.find(({ state }) => state === 'wanted');
}

/** What an earlier attempt had planned is kept, so that a resumed download never mixes two commits. */
async function plan(request: ModelRequest, kept: DownloadRecord | undefined): Promise<Step> {
  const { model, form, source, signal } = request;
  if (kept?.origin === source.origin) return { kind: 'going', record: kept };
  const listing = await source.lookUp(signal);
  if (signal.aborted) return { kind: 'stopped' };
  if (!listing.ok) return { kind: 'failed', fault: listing.fault };
  const planned = planDownload(model, form, source, listing.value);
  return planned.ok
    ? { kind: 'going', record: planned.value }
    : { kind: 'failed', fault: planned.fault };
}

/** Adds the weights beside the graph, where neither catalogue nor source had told which there are. */
async function weightsOf(
  record: DownloadRecord,
  key: string,
  { storage }: ModelSurroundings,
): Promise<DownloadRecord> {
  const place = filePlace(key, 'config.json');
  const bytes = await storage.read(place, 0, (await storage.size(place)) ?? 0);
  try {
    return withExternalData(record, JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    // What is wrong with the configuration is said when the model is loaded.
    return record;
  }
}

async function faultOfRoom(
  form: ModelForm,
  record: DownloadRecord,
  key: string,
  { storage }: ModelSurroundings,
): Promise<DownloadFault | undefined> {
  const room = await storage.room();
  const { total } = totalOf(record, form.bytes.known ? form.bytes.value : undefined);
  if (room === undefined || total === undefined) return undefined;
  const there = await Promise.all(
    record.files.map(async ({ path }) => (await storage.size(filePlace(key, path))) ?? 0),
  );
  const needed = total - there.reduce((sum, bytes) => sum + bytes, 0);
  const free = room.quota - room.used;
  return needed > free ? noRoom(needed, free) : undefined;
}

async function downloadFile(
  file: RecordedFile,
  before: DownloadRecord,
  key: string,
  meter: RateMeter,
  { source, signal, onProgress, form }: ModelRequest,
  around: ModelSurroundings,
): Promise<Step> {
  let record = before;
  const done = before.files
    .filter(({ state }) => state === 'verified')
    .reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  const about = form.bytes.known ? form.bytes.value : undefined;
  const result = await fetchToStorage(
    {
      path: file.path,
      url: source.address(record.commit, file.path),
      place: filePlace(key, file.path),
      expected: {
        ...(file.bytes === undefined ? {} : { bytes: file.bytes }),
        ...(file.sha256 === undefined ? {} : { sha256: file.sha256 }),
      },
      ...(file.validator === undefined ? {} : { validator: file.validator }),
      signal,
      onBytes: (stored, bytes) => {
        meter.note(around.now(), done + stored);
        const known = bytes === undefined ? record : withFile(record, file.path, { bytes });
        onProgress(progressOf(file.path, done + stored, totalOf(known, about), meter));
      },
      onValidator: async (validator) => {
        record = withFile(record, file.path, { validator });
        await writeRecord(around.storage, key, record);
      },
    },
    { ...around, fetch: source.fetch },
  );
  if (result.kind === 'stopped') return result;
  if (result.kind === 'failed') {
    if (!file.isOptional || result.fault.code !== 'download-refused') return result;
    await around.storage.remove(filePlace(key, file.path));
    return { kind: 'going', record: withFile(record, file.path, { state: 'absent' }) };
  }
  const { bytes, sha256 } = result;
  return {
    kind: 'going',
    record: withFile(record, file.path, { bytes, sha256, state: 'verified' }),
  };
}
