import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { PUBLIC_FOLDER } from '@/bench/folders';

const WORKER = '/worker.js';
const MORE = '/more/';

/** Starts the worker, and says in the page's title when it listens. */
const PAGE = `<!doctype html><title>starting</title><script type="module">
  const worker = new Worker('${WORKER}', { type: 'module' });
  worker.onmessage = () => { document.title = 'started'; };
  worker.onerror = (event) => { document.title = 'failed: ' + event.message; };
</script>`;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

export interface PageServer {
  readonly origin: string;
  close(): void;
}

/**
 * Serves a page with the given worker beside the models and the run-time's files, cross-origin isolated as the product is.
 * `folder` holds more models, which are served below `/more/`.
 */
export async function servePage(worker: string, folder?: string): Promise<PageServer> {
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const headers = {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    };
    try {
      const body = await contentOf(pathname, worker, folder);
      const type = pathname === '/' ? 'text/html' : MEDIA_TYPES[extname(pathname)];
      response.writeHead(200, { ...headers, 'Content-Type': type ?? 'application/octet-stream' });
      response.end(body);
    } catch {
      response.writeHead(404, headers).end();
    }
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

function contentOf(pathname: string, worker: string, more?: string): string | Promise<Buffer> {
  if (pathname === '/') return PAGE;
  if (pathname === WORKER) return worker;
  if (more !== undefined && pathname.startsWith(MORE)) {
    return readFile(join(more, normalize(pathname.slice(MORE.length))));
  }
  // The path of a URL begins with a slash and is normal: it cannot lead out of the folder.
  return readFile(join(PUBLIC_FOLDER, normalize(pathname)));
}
