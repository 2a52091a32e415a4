import type { ToWorker } from './messages';
import { serveEngine } from './serve';
import { openWorkerEngine } from './worker-engine';

const receive = serveEngine(openWorkerEngine, (message) => self.postMessage(message));
self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => receive(data));
