import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { bundle } from '@/bench/bundle';
import type { PageServer } from '@/bench/decoding/page-server';
import { PUBLIC_FOLDER } from '@/bench/folders';

const PAGE = '<!doctype html><title>starting</title><script type="module" src="/page.js"></script>';

/** Serves a page that downloads and opens models, with its workers and the run-time's files, cross-origin isolated. */
export async function serveDownloadsPage(): Promise<PageServer> {
  // The workers' names in `new URL('./…', import.meta.url)` of the page's bundle.
  const scripts = {
    '/page.js': './downloads-page.ts',
    '/download-worker.ts': '../lib/engine/download/browser/download-worker.ts',
    '/worker.ts': '../lib/engine/local/worker.ts',
  };
  const bodies = new Map<string, string>([['/', PAGE]]);
  for (const [path, source] of Object.entries(scripts)) {
    bodies.set(path, await bundle(new URL(source, import.meta.url), 'esm'));
  }
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const isRuntime = pathname.startsWith('/ort/');
    const body = isRuntime ? await readFile(join(PUBLIC_FOLDER, pathname)) : bodies.get(pathname);
    const isWebAssembly = pathname.endsWith('.wasm');
    const script = isWebAssembly ? 'application/wasm' : 'text/javascript';
    response.writeHead(body === undefined ? 404 : 200, {
      'Content-Type': pathname === '/' ? 'text/html' : script,
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

/** A new tab with the page of `serveDownloadsPage`, once it can be asked. */
export async function openDownloadsPage(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin);
  await page.waitForFunction(() => document.title === 'started');
  return page;
}
