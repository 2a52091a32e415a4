import { createGuard } from '../served/guard';
import { createServerMetrics } from '../served/metrics';
import { type ListeningServer, listen } from '../served/testing';
import { upstreamTarget } from './call-upstream';
import { upstreamSchema } from './configuration';
import { serveTest, type TestServer } from './upstream.fixture';
import { createUpstreamHandlers, type UpstreamHandlers } from './upstream-handlers';

export const KEY = 'sk-upstream-secret';
export const MESSAGES = [{ role: 'user', content: 'She has a fever.' }];
export const CHUNKS = ['{"choices":[{"delta":{"reasoning":"So"}}]}', '[DONE]'];

/** How the upstream behaves is chosen by the model that is asked of it. */
function behave(
  model: string,
  trap: TestServer,
  outgoing: Parameters<Parameters<typeof serveTest>[0]>[2],
): void {
  const stream = { 'content-type': 'text/event-stream', 'set-cookie': 'a=b', server: 'secret' };
  const json = { 'content-type': 'application/json' };
  switch (model) {
    case 'redirects':
      outgoing.writeHead(307, { location: `${trap.origin}/v1/chat/completions` }).end();
      return;
    case 'refuses':
      outgoing.writeHead(401, json).end(`{"error":{"message":"wrong key ${KEY}"}}`);
      return;
    case 'complains':
      outgoing.writeHead(400, json).end(`{"error":{"message":"no such knob, ${KEY}"}}`);
      return;
    case 'busy':
      outgoing.writeHead(503, { ...json, 'retry-after': '7' }).end('{"message":"later"}');
      return;
    case 'page':
      outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
      return;
    case 'stalls':
      outgoing.writeHead(200, stream).write(`data: ${CHUNKS[0]}\n\n`);
      return;
    case 'breaks':
      outgoing.writeHead(200, stream).write(`data: ${CHUNKS[0]}\n\n`);
      setTimeout(() => outgoing.destroy(), 20);
      return;
    case 'silent':
      return;
    default:
      outgoing.writeHead(200, stream).end(CHUNKS.map((chunk) => `data: ${chunk}\n\n`).join(''));
  }
}

/** What it is asked for decides how the upstream behaves. */
export const MODELS = [
  ...['gazal', 'redirects', 'refuses', 'complains', 'busy', 'page', 'stalls', 'breaks', 'silent'],
];

/** An upstream, places that must never be reached, and our server before them. */
export interface Surroundings {
  readonly upstream: TestServer;
  readonly traps: readonly TestServer[];
  readonly handlers: UpstreamHandlers;
  readonly front: ListeningServer;
  close(): Promise<void>;
}

export async function surroundings(): Promise<Surroundings> {
  const trapped: Parameters<typeof serveTest>[0] = (_, __, outgoing) => outgoing.end('trapped');
  const trap = await serveTest(trapped);
  const trap6 = await serveTest(trapped, '::1').catch(() => trap);
  const upstream = await serveTest((body, incoming, outgoing) => {
    if (incoming.method === 'GET') {
      const data = [{ id: 'gazal', owned_by: 'vllm', max_model_len: 32768, root: '/secret' }];
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ data: [...data, { id: 'other' }] }));
      return;
    }
    behave(JSON.parse(body).model, trap, outgoing);
  });
  const handlers = handlersFor(upstream);
  const front = await listen((request) => route(handlers, request));
  const close = async () => {
    await Promise.all([front, upstream, trap, trap6].map((server) => server.close()));
  };
  return { upstream, traps: [trap, trap6], handlers, front, close };
}

function handlersFor(upstream: TestServer): UpstreamHandlers {
  const configuration = upstreamSchema.parse({
    name: 'gazal',
    title: 'Gazal-R1 32B',
    baseUrl: `${upstream.origin}/v1/`,
    keyVariable: 'GAZAL_KEY',
    models: MODELS,
    saltCache: true,
    concurrent: 4,
    firstByteSeconds: 1,
    idleSeconds: 1,
  });
  return createUpstreamHandlers({
    targets: [upstreamTarget(configuration, { GAZAL_KEY: KEY })],
    guard: createGuard({ requestsPerMinute: 100_000 }, () => performance.now()),
    metrics: createServerMetrics(),
    bodyBytes: 10_000,
  });
}

/** The routes below `app/api/v1/upstream`: one decoded segment for the name. */
async function route(handlers: UpstreamHandlers, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const [, segment = '', rest] =
    /^\/api\/v1\/upstream\/([^/]+)\/(chat\/completions|models|health)$/.exec(pathname) ?? [];
  let name: string;
  try {
    name = decodeURIComponent(segment);
  } catch {
    return new Response(null, { status: 400 });
  }
  if (rest === 'chat/completions') return handlers.chat(name, request);
  if (rest === 'models') return handlers.models(name, request);
  if (rest === 'health') return handlers.health(name, request);
  return new Response(null, { status: 404 });
}

export function chatRequest(
  body: unknown,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
) {
  return new Request('http://server/api/v1/upstream/gazal/chat/completions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });
}
