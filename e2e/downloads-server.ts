import { createServer } from 'node:http';
import { bundle } from '@/bench/bundle';
import type { PageServer } from '@/bench/decoding/page-server';

const PAGE = '<!doctype html><title>starting</title><script type="module" src="/page.js"></script>';

/** Serves a page that downloads models, and the worker that it starts under its own name, cross-origin isolated. */
export async function serveDownloadsPage(): Promise<PageServer> {
  const worker = '../lib/engine/download/browser/download-worker.ts';
  const files = new Map([
    ['/', ['text/html', PAGE]],
    [
      '/page.js',
      ['text/javascript', await bundle(new URL('./downloads-page.ts', import.meta.url), 'esm')],
    ],
    // `new URL('./download-worker.ts', import.meta.url)` in the bundle of the page.
    [
      '/download-worker.ts',
      ['text/javascript', await bundle(new URL(worker, import.meta.url), 'esm')],
    ],
  ]);
  const server = createServer(({ url = '/' }, response) => {
    const [type, body] = files.get(new URL(url, 'http://localhost').pathname) ?? [];
    response.writeHead(body === undefined ? 404 : 200, {
      'Content-Type': type ?? 'text/plain',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
