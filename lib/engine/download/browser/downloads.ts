import type { BrowserModel, ModelForm } from '../../catalogue';
import { type DownloadFault, storageFailed } from '../faults';
import { listStored, type StoredFiles } from '../list-stored';
import type { DownloadProgress } from '../progress';
import { type DownloadRecord, modelKey, readRecords } from '../record';
import { opfsStorage } from '../storage/opfs';
import {
  CHANNEL,
  type FromDownloadWorker,
  type Origin,
  type ToDownloadWorker,
  type ToldTabs,
} from './messages';

/** How a download goes, in this tab or in another. */
export type DownloadEvent =
  /** Another tab has it under way: its progress follows, and this one goes on where that one ends. */
  | { readonly type: 'waiting' }
  | { readonly type: 'progress'; readonly progress: DownloadProgress }
  | { readonly type: 'stopped' }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly fault: DownloadFault };

export interface Download {
  /** Stops it; what has arrived is kept, and the same download later goes on from there. */
  pause(): void;
  /** Stops it and deletes what has arrived. Undefined once it is gone, otherwise why it is not. */
  cancel(): Promise<DownloadFault | undefined>;
}

/**
 * Downloads a model into this browser, from a hub or mirror or from files that a person picked, in a worker that is ended
 * with it. Nothing is requested before this is called.
 */
export function startDownload(
  model: BrowserModel,
  form: ModelForm,
  origin: Origin,
  onEvent: (event: DownloadEvent) => void,
): Download {
  const key = modelKey(model.id, form.dtype);
  const channel = new BroadcastChannel(CHANNEL);
  let isWaiting = false;
  channel.addEventListener('message', ({ data }: MessageEvent<ToldTabs>) => {
    if (isWaiting && data.key === key && data.told.type === 'progress') onEvent(data.told);
  });
  const ended = runWorker({ type: 'download', model, form, origin }, (message) => {
    isWaiting = message.type === 'waiting';
    if (message.type !== 'exported-bytes') onEvent(message);
  });
  void ended.result.then(() => channel.close());
  return {
    pause: () => ended.post({ type: 'stop' }),
    async cancel() {
      ended.post({ type: 'stop' });
      await ended.result;
      return removeDownload(key);
    },
  };
}

/** Every model in this browser, whole or in part, by key. */
export function listDownloads(): Promise<ReadonlyMap<string, DownloadRecord>> {
  return readRecords(opfsStorage());
}

/** Everything that models take of this browser's storage, also what cannot be read, the largest first. */
export function listStoredModels(): Promise<readonly StoredFiles[]> {
  return listStored(opfsStorage());
}

/** Hears of every download of this browser that goes on in some tab. Returns what ends it. */
export function watchDownloads(onEvent: (key: string, event: DownloadEvent) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<ToldTabs>) => {
    if (data.told.type !== 'exported-bytes') onEvent(data.key, data.told);
  });
  return () => channel.close();
}

/** Deletes a model, whole or in part. Undefined once it is gone, otherwise why it is not. */
export async function removeDownload(key: string): Promise<DownloadFault | undefined> {
  return faultOf(await runWorker({ type: 'remove', key }, () => undefined).result);
}

/** Copies a whole model to a folder that the person picked, with a manifest of its digests. Undefined once it is there. */
export async function exportDownload(
  key: string,
  folder: FileSystemDirectoryHandle,
  onBytes: (bytes: number) => void,
): Promise<DownloadFault | undefined> {
  const { result } = runWorker({ type: 'export', key, folder }, (message) => {
    if (message.type === 'exported-bytes') onBytes(message.bytes);
  });
  return faultOf(await result);
}

function faultOf(last: FromDownloadWorker): DownloadFault | undefined {
  return last.type === 'failed' ? last.fault : undefined;
}

interface RunningWorker {
  post(message: ToDownloadWorker): void;
  /** The last message, after which the worker was ended. */
  readonly result: Promise<FromDownloadWorker>;
}

function runWorker(
  task: ToDownloadWorker,
  onMessage: (message: FromDownloadWorker) => void,
): RunningWorker {
  const worker = new Worker(new URL('./download-worker.ts', import.meta.url), { type: 'module' });
  const result = new Promise<FromDownloadWorker>((resolve) => {
    const finish = (message: FromDownloadWorker) => {
      worker.terminate();
      onMessage(message);
      resolve(message);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<FromDownloadWorker>) => {
      const isLast = data.type === 'done' || data.type === 'failed' || data.type === 'stopped';
      if (isLast) finish(data);
      else onMessage(data);
    });
    worker.addEventListener('error', ({ message }) =>
      finish({
        type: 'failed',
        fault: storageFailed('the model', message || 'the worker could not be started'),
      }),
    );
  });
  worker.postMessage(task);
  return { post: (message) => worker.postMessage(message), result };
}
