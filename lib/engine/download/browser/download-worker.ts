import type { ToDownloadWorker } from './messages';
import { serveDownloads } from './serve-downloads';

const serve = serveDownloads((message) => self.postMessage(message));
self.addEventListener('message', ({ data }: MessageEvent<ToDownloadWorker>) => void serve(data));
