import { FaultError } from '@/lib/text/outcome';
import { downloadModel } from '../download-model';
import { exportModel } from '../export-model';
import { storageFault } from '../faults';
import type { DownloadProgress } from '../progress';
import { modelKey } from '../record';
import { folderSource } from '../source/folder';
import { hubSource } from '../source/hub';
import type { Source } from '../source/source';
import { opfsStorage } from '../storage/opfs';
import { removeModel } from '../stored-model';
import { atMostEvery } from './at-most-every';
import { folderDestination } from './folder-destination';
import {
  CHANNEL,
  type FromDownloadWorker,
  lockOf,
  type Origin,
  type ToDownloadWorker,
  type ToldTabs,
} from './messages';

/** Milliseconds without a byte after which a connection counts as lost: longer than a phone takes to change its network. */
const IDLE = 30_000;

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100;

/** Does what a page asks inside a worker. Returns what the page's messages are to be given to. */
export function serveDownloads(
  post: (message: FromDownloadWorker) => void,
): (message: ToDownloadWorker) => Promise<void> {
  const stop = new AbortController();
  return async (message) => {
    try {
      if (message.type === 'stop') stop.abort();
      else if (message.type === 'download') await download(message, stop.signal, post);
      else await holding(message.key, stop.signal, post, () => handle(message, post));
    } catch (error) {
      if (stop.signal.aborted) post({ type: 'stopped' });
      else post({ type: 'failed', fault: storageFault('the model', error) });
    }
  };
}

async function handle(
  message: Extract<ToDownloadWorker, { type: 'remove' | 'export' }>,
  post: (message: FromDownloadWorker) => void,
): Promise<void> {
  const storage = opfsStorage();
  if (message.type === 'remove') await removeModel(storage, message.key);
  else {
    await exportModel(storage, message.key, folderDestination(message.folder), (bytes) =>
      post({ type: 'exported-bytes', bytes }),
    );
  }
  post({ type: 'done' });
}

async function download(
  message: Extract<ToDownloadWorker, { type: 'download' }>,
  signal: AbortSignal,
  post: (message: FromDownloadWorker) => void,
): Promise<void> {
  const key = modelKey(message.model.id, message.form.dtype);
  const channel = new BroadcastChannel(CHANNEL);
  const tell = (told: FromDownloadWorker) => {
    post(told);
    const toTabs: ToldTabs = { key, told };
    channel.postMessage(toTabs);
  };
  try {
    await holding(key, signal, post, async () => {
      const reports = atMostEvery(REPORT_EVERY, (progress: DownloadProgress) =>
        tell({ type: 'progress', progress }),
      );
      const result = await downloadModel(
        {
          model: message.model,
          form: message.form,
          source: sourceOf(message.origin, message.model),
          signal,
          onProgress: reports.note,
        },
        { storage: opfsStorage(), wait, idle: IDLE, now: () => performance.now() },
      );
      reports.finish();
      if (result.kind === 'ready') tell({ type: 'done' });
      else if (result.kind === 'stopped') tell({ type: 'stopped' });
      else tell({ type: 'failed', fault: result.fault });
    });
  } finally {
    channel.close();
  }
}

function sourceOf(
  origin: Origin,
  model: { repository: string; revision: Parameters<typeof hubSource>[2] },
): Source {
  if (origin.kind === 'hub') {
    return hubSource(origin.base, model.repository, model.revision, (url, init) =>
      fetch(url, init),
    );
  }
  const files = new Map(origin.files.map(({ path, file }) => [path, file]));
  return folderSource({
    files: origin.files.map(({ path, file }) => ({ path, bytes: file.size })),
    async stream(path, start) {
      const file = files.get(path);
      if (file === undefined)
        throw new FaultError(storageFault(path, new Error('it was not picked')));
      return file.slice(start).stream();
    },
  });
}

/** Does `work` while nobody else writes this model's files; says `waiting` where somebody does at first. */
async function holding(
  key: string,
  signal: AbortSignal,
  post: (message: FromDownloadWorker) => void,
  work: () => Promise<void>,
): Promise<void> {
  const isMine = await navigator.locks.request(lockOf(key), { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
    return lock !== null;
  });
  if (isMine) return;
  post({ type: 'waiting' });
  await navigator.locks.request(lockOf(key), { signal }, work);
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
