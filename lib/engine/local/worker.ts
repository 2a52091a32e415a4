import { deviceGone } from './device-gone';
import type { FromWorker, ToWorker, WorkerNotice } from './messages';
import { type OpenEngine, serveEngine } from './serve';
import { openWorkerEngine } from './worker-engine';

const post = (message: FromWorker | WorkerNotice) => self.postMessage(message);

/** Resolves with true once the graphics device is gone; never where none is used. */
let gone: Promise<boolean> | undefined;

const open: OpenEngine = async (command, onProgress) => {
  const opened = await openWorkerEngine(command, onProgress);
  if (opened.ok && opened.engine.description.device === 'webgpu') {
    gone = deviceGone().then(() => true);
    void gone.then(() => post({ type: 'device-gone' }));
  }
  return opened;
};

/** Milliseconds: a run that ends with its device may fail before the loss is told. */
const TOLD_WITHIN = 100;

async function isDeviceGone(): Promise<boolean> {
  if (gone === undefined) return false;
  const notTold = new Promise<boolean>((resolve) => setTimeout(resolve, TOLD_WITHIN, false));
  return Promise.race([gone, notTold]);
}

const receive = serveEngine(open, post, isDeviceGone);
self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => receive(data));

// A browser ends a worker without a word, for example for its memory; the lock that it held is then free.
void navigator.locks?.request(self.name, () => {
  post({ type: 'lives' });
  return new Promise(() => undefined);
});
