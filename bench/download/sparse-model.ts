import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { PageServer } from '@/bench/decoding/page-server';
import { SAMPLE_FILES } from '@/lib/engine/download/sample-model.fixture';

const WEIGHTS = 'onnx/model_q4.onnx_data';

/** A hub of another origin with a small model whose weights are one large file, read from the disk as it is sent. */
export async function serveSparseModel(weights: string): Promise<PageServer> {
  const { size } = await stat(weights);
  const server = createServer(({ url = '/', method }, response) => {
    const path = new URL(url, 'http://localhost').pathname.split('/resolve/main/')[1] ?? '';
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    const content = SAMPLE_FILES[path];
    if (method === 'OPTIONS') response.writeHead(204).end();
    else if (path === WEIGHTS) {
      response.writeHead(200, { 'Content-Length': size });
      createReadStream(weights).pipe(response);
    } else response.writeHead(content === undefined ? 404 : 200).end(content);
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
