import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { EndpointConnection } from './connection';
import { type Dialect, modelOf, type ReplayedAnswer } from './dialects.fixture';
import { DEFAULT_PATIENCE, type EndpointSurroundings, type Patience } from './surroundings';

/** What a server was asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

export type Answer = (asked: Asked, response: ServerResponse) => void;

export interface ReplayServer {
  readonly origin: string;
  readonly asked: readonly Asked[];
  /** Resolves once the client has closed the connection of a chat completion that was not answered to its end. */
  readonly closedByClient: Promise<void>;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? undefined : JSON.parse(text);
}

/** A real server on this machine that answers as told. */
export async function startServer(answer: Answer): Promise<ReplayServer> {
  const asked: Asked[] = [];
  let closed: () => void = () => undefined;
  const closedByClient = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const server = createServer(async (request, response) => {
    response.on('close', () => {
      if (!response.writableEnded) closed();
    });
    const one = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: await bodyOf(request),
    };
    asked.push(one);
    answer(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    asked,
    closedByClient,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with JSON. */
export function json(response: ServerResponse, status: number, value: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
}

/** Begins an event stream. */
export function stream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
}

/** Answers as a server of the dialect that says this; `chat` takes the place of what it answers to a chat completion. */
export function speaking(dialect: Dialect, said: ReplayedAnswer, chat?: Answer): Answer {
  return (asked, response) => {
    if (asked.path === '/v1/models') return json(response, 200, dialect.models);
    const beside = dialect.beside[asked.path];
    if (beside !== undefined) return json(response, 200, beside);
    if (asked.path !== '/v1/chat/completions') return json(response, 404, { detail: 'Not Found' });
    if (chat !== undefined) return chat(asked, response);
    stream(response);
    for (const frame of dialect.frames(said)) response.write(frame);
    response.end();
  };
}

/** A connection to a server of the dialect. */
export function connectionTo(
  { origin }: ReplayServer,
  dialect: Dialect,
  more: Partial<EndpointConnection> = {},
): EndpointConnection {
  const model = modelOf(dialect);
  return { id: 'e-1', name: 'Test', baseUrl: `${origin}/v1`, model, via: 'browser', ...more };
}

/** Node's own platform with the given patience, else the usual one. */
export function nodeSurroundings(patience: Partial<Patience> = {}): EndpointSurroundings {
  return { fetch, now: () => performance.now(), patience: { ...DEFAULT_PATIENCE, ...patience } };
}
