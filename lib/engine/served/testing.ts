import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A handler behind a real socket. */
export interface ListeningServer {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a handler of web requests over node:http, with the client's address and its going away as Next gives them. */
export async function listen(
  handle: (request: Request) => Promise<Response>,
): Promise<ListeningServer> {
  const server = createServer((incoming, outgoing) => {
    void serve(handle, incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  handle: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    for (const line of value ?? []) headers.append(name, line);
  }
  if (!headers.has('x-forwarded-for')) {
    headers.set('x-forwarded-for', incoming.socket.remoteAddress ?? '');
  }
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  const init: RequestInit & { duplex: 'half' } = {
    method: incoming.method ?? 'GET',
    headers,
    signal: gone.signal,
    duplex: 'half',
    ...(hasBody ? { body: bodyOf(incoming) } : {}),
  };
  const response = await handle(new Request(`http://server${incoming.url}`, init));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) {
    outgoing.end();
    return;
  }
  // A client that goes away in the middle ends the pipeline, which cancels the response's body.
  await pipeline(response.body, outgoing).catch(() => undefined);
  incoming.resume();
}

function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = Readable.prototype[Symbol.asyncIterator].call(incoming);
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
    },
    { highWaterMark: 0 },
  );
}
