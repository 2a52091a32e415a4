import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';

/** A server of a test, with what it was asked. */
export interface TestServer {
  readonly port: number;
  readonly origin: string;
  readonly requests: readonly {
    readonly method: string;
    readonly url: string;
    readonly headers: IncomingMessage['headers'];
    readonly body: string;
  }[];
  /** Connections that are open at the moment. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

/** Listens on a free port of `host`, notes every request, and answers as told. */
export async function serveTest(
  answer: (body: string, ...given: Parameters<RequestListener>) => void,
  host = '127.0.0.1',
): Promise<TestServer> {
  const requests: TestServer['requests'][number][] = [];
  const server = createServer(async (incoming, outgoing) => {
    let body = '';
    for await (const chunk of incoming.setEncoding('utf8')) body += chunk;
    const { method = '', url = '', headers } = incoming;
    requests.push({ method, url, headers, body });
    answer(body, incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const port = portOf(server);
  return {
    port,
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    requests,
    connections: () =>
      new Promise((resolve, reject) => {
        server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
