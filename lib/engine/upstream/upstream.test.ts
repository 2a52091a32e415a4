import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGuard } from '../served/guard';
import { createServerMetrics } from '../served/metrics';
import { type ListeningServer, listen } from '../served/testing';
import { upstreamTarget } from './call-upstream';
import { upstreamSchema } from './configuration';
import { type RecordedConnections, recordConnections } from './connections.fixture';
import { serveTest, type TestServer } from './upstream.fixture';
import { createUpstreamHandlers, type UpstreamHandlers } from './upstream-handlers';

const KEY = 'sk-upstream-secret';
const MESSAGES = [{ role: 'user', content: 'She has a fever.' }];
const CHUNKS = ['{"choices":[{"delta":{"reasoning":"So"}}]}', '[DONE]'];

let upstream: TestServer;
let trap: TestServer;
let trap6: TestServer;
let handlers: UpstreamHandlers;
let front: ListeningServer;

/** How the upstream behaves is chosen by the model that is asked of it. */
function behave(model: string, outgoing: Parameters<Parameters<typeof serveTest>[0]>[2]): void {
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

const MODELS = [
  ...['gazal', 'redirects', 'refuses', 'complains', 'busy', 'page', 'stalls', 'breaks', 'silent'],
];

beforeAll(async () => {
  trap = await serveTest((_, __, outgoing) => outgoing.end('trapped'));
  trap6 = await serveTest((_, __, outgoing) => outgoing.end('trapped'), '::1').catch(() => trap);
  upstream = await serveTest((body, incoming, outgoing) => {
    if (incoming.method === 'GET') {
      const data = [{ id: 'gazal', owned_by: 'vllm', max_model_len: 32768, root: '/secret' }];
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ data: [...data, { id: 'other' }] }));
      return;
    }
    behave(JSON.parse(body).model, outgoing);
  });
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
  handlers = createUpstreamHandlers({
    targets: [upstreamTarget(configuration, { GAZAL_KEY: KEY })],
    guard: createGuard({ requestsPerMinute: 100_000 }, () => performance.now()),
    metrics: createServerMetrics(),
    bodyBytes: 10_000,
  });
  front = await listen(route);
});
afterAll(async () => {
  await Promise.all([front, upstream, trap, trap6].map((server) => server.close()));
});

/** The routes below `app/api/v1/upstream`: one decoded segment for the name. */
async function route(request: Request): Promise<Response> {
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

function chatRequest(body: unknown, headers: Record<string, string> = {}, signal?: AbortSignal) {
  return new Request('http://server/api/v1/upstream/gazal/chat/completions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });
}

const chat = (model: string, extra: object = {}) =>
  handlers.chat('gazal', chatRequest({ model, messages: MESSAGES, stream: true, ...extra }));

describe('an upstream', () => {
  it('is listed without its address and its key', async () => {
    const text = await handlers.list().text();
    expect(JSON.parse(text)).toEqual({
      upstreams: [{ name: 'gazal', title: 'Gazal-R1 32B', models: MODELS }],
    });
    expect(text).not.toContain(String(upstream.port));
  });

  it('is asked with its own key and path, and answers byte for byte, without its headers', async () => {
    const response = await handlers.chat(
      'gazal',
      chatRequest(
        { model: 'gazal', messages: MESSAGES, stream: true, top_k: 20, cache_salt: undefined },
        {
          authorization: 'Bearer client',
          cookie: 'session=1',
          'x-request-id': 'abc-1',
          'x-forwarded-for': '192.0.2.1',
        },
      ),
    );
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(CHUNKS.map((chunk) => `data: ${chunk}\n\n`).join(''));
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    for (const name of ['set-cookie', 'server']) expect(response.headers.has(name)).toBe(false);
    const asked = upstream.requests.at(-1);
    expect(asked).toMatchObject({ method: 'POST', url: '/v1/chat/completions' });
    expect(asked?.headers).toEqual({
      host: `127.0.0.1:${upstream.port}`,
      accept: 'text/event-stream',
      'accept-encoding': 'identity',
      authorization: `Bearer ${KEY}`,
      connection: 'keep-alive',
      'content-length': String(asked?.body.length),
      'content-type': 'application/json',
      'user-agent': 'rationale',
      'x-request-id': 'abc-1',
    });
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      model: 'gazal',
      messages: MESSAGES,
      stream: true,
      top_k: 20,
      cache_salt: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('gives each client a cache salt of its own', async () => {
    const saltOf = async (client: string) => {
      const body = { model: 'gazal', messages: MESSAGES, stream: true };
      const asked = chatRequest(body, { 'x-forwarded-for': client });
      await (await handlers.chat('gazal', asked)).text();
      return JSON.parse(upstream.requests.at(-1)?.body ?? '').cache_salt;
    };
    const [one, two, again] = [await saltOf('a'), await saltOf('b'), await saltOf('a')];
    expect(one).toBe(again);
    expect(one).not.toBe(two);
  });

  it('tells its models and health as far as they are configured', async () => {
    const request = new Request('http://server/');
    expect(await (await handlers.models('gazal', request)).json()).toEqual({
      object: 'list',
      data: [{ id: 'gazal', owned_by: 'vllm', max_model_len: 32768, object: 'model' }],
    });
    expect(await (await handlers.health('gazal', request)).json()).toEqual({
      status: 'ok',
      models: ['gazal'],
    });
  });

  it.each([
    ['redirects', 502, 'upstream_redirect'],
    ['refuses', 502, 'upstream_refused_key'],
    ['complains', 400, 'upstream_error'],
    ['busy', 503, 'upstream_error'],
    ['page', 502, 'upstream_not_api'],
    ['silent', 504, 'upstream_late'],
  ])('that %s is a %i with its reason and without the key', async (model, status, code) => {
    const response = await chat(model);
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(JSON.parse(text).error.code).toBe(code);
    expect(text).not.toContain(KEY);
    expect(text).not.toContain(String(upstream.port));
    expect(response.headers.get('retry-after')).toBe(model === 'busy' ? '7' : null);
    expect(trap.requests).toEqual([]);
  });

  it.each([
    ['stalls', 'upstream_idle'],
    ['breaks', 'upstream_broken'],
  ])('that %s in the middle ends the stream with an error', async (model, code) => {
    const text = await (await chat(model)).text();
    expect(text.startsWith(`data: ${CHUNKS[0]}\n\n`)).toBe(true);
    const last = text.trimEnd().split('\n').at(-1) ?? '';
    expect(JSON.parse(last.replace('data: ', '')).error.code).toBe(code);
  });

  it('hears at once that the client went away, and is free for others', async () => {
    for (const how of ['signal', 'cancel'] as const) {
      const going = new AbortController();
      const body = { model: 'stalls', messages: MESSAGES, stream: true };
      const responses = await Promise.all(
        Array.from({ length: 4 }, () =>
          handlers.chat('gazal', chatRequest(body, {}, going.signal)),
        ),
      );
      expect((await chat('gazal')).status).toBe(503);
      if (how === 'signal') going.abort();
      else await Promise.all(responses.map((response) => response.body?.cancel()));
      await expect.poll(() => upstream.connections(), { timeout: 1000 }).toBeLessThanOrEqual(1);
      const next = await chat('gazal');
      expect(next.status).toBe(200);
      await next.text();
    }
  });

  it('gets nothing but known parameters', async () => {
    const refused = async (extra: object) => {
      const response = await chat('gazal', extra);
      return [response.status, (await response.json()).error.param];
    };
    expect(await refused({ tools: [] })).toEqual([400, 'tools']);
    expect(await refused({ api_base: trap.origin })).toEqual([400, 'api_base']);
    expect(await refused({ model: 'other' })).toEqual([404, 'model']);
    const picture = [{ type: 'image_url', image_url: { url: trap.origin } }];
    const messages = [{ role: 'user', content: picture }];
    expect(await refused({ messages })).toEqual([400, expect.stringMatching(/^messages/)]);
  });
});

describe('a configuration', () => {
  it.each([
    'ftp://host/v1',
    'file:///etc/passwd',
    'http://user:password@host/v1',
    'http://host/v1?x=1',
    'http://host/v1#x',
    '//host/v1',
    '/v1',
    'host',
  ])('may not have %s for an address', (baseUrl) => {
    const given = { name: 'a', title: 'A', baseUrl, models: ['m'] };
    expect(upstreamSchema.safeParse(given).success).toBe(false);
  });

  it('needs the key that it names', () => {
    const given = { name: 'a', title: 'A', baseUrl: 'http://host/v1', models: ['m'] };
    const configuration = upstreamSchema.parse({ ...given, keyVariable: 'A_KEY' });
    expect(() => upstreamTarget(configuration, {})).toThrow('A_KEY');
    expect(() => upstreamTarget(configuration, { A_KEY: 'a\r\nhost: b' })).toThrow('A_KEY');
  });
});

describe('hostile requests', () => {
  let connections: RecordedConnections;
  beforeEach(() => {
    connections = recordConnections();
  });
  afterEach(() => connections.stop());

  /** Nothing but the configured upstream and, for requests over a socket, our own server was connected to. */
  function expectOnlyUpstream(): void {
    const allowed = [`127.0.0.1:${upstream.port}`, front.url.replace('http://', '')];
    expect(connections.sockets.filter((place) => !allowed.includes(place))).toEqual([]);
    expect(connections.names.filter((name) => name !== '127.0.0.1')).toEqual([]);
    expect([...trap.requests, ...trap6.requests]).toEqual([]);
  }

  it('would be seen if they reached anything', async () => {
    const control = await serveTest((_, __, outgoing) => outgoing.end('seen'));
    await fetch(`http://localhost:${control.port}/`).then((response) => response.text());
    await control.close();
    expect(connections.names).toContain('localhost');
    expect(connections.sockets).toContainEqual(expect.stringMatching(`:${control.port}$`));
    await (await chat('gazal')).text();
    expect(upstream.requests.at(-1)?.url).toBe('/v1/chat/completions');
  });

  const places = () => [
    trap.origin,
    `//127.0.0.1:${trap.port}`,
    `127.0.0.1:${trap.port}`,
    `localhost:${trap.port}`,
    `[::1]:${trap6.port}`,
    `http://[::ffff:127.0.0.1]:${trap.port}/v1`,
    `http://2130706433:${trap.port}`,
    `http://0x7f.1:${trap.port}`,
    '169.254.169.254',
    'http://169.254.169.254/latest/meta-data',
    '[fe80::1]',
    'metadata.google.internal',
    'trap.example.test',
    `gazal@127.0.0.1:${trap.port}`,
    `http://gazal@127.0.0.1:${trap.port}`,
    'gazal.example.test',
    'gazal/../trap',
    'gazal%2f..%2ftrap',
    '..%2fgazal',
    '../gazal',
    'gazal\u0000',
    'gazal ',
    'GAZAL',
    'gazal?x=http://trap',
    'gazal#x',
    '%67azal',
    '__proto__',
    'constructor',
    'toString',
    '',
  ];

  it('by name reach nothing', async () => {
    const body = { model: 'gazal', messages: MESSAGES };
    for (const place of places()) {
      for (const name of [place, encodeURIComponent(place)]) {
        expect((await handlers.chat(name, chatRequest(body))).status).toBe(404);
        expect((await handlers.models(name, new Request('http://server/'))).status).toBe(404);
        expect((await handlers.health(name, new Request('http://server/'))).status).toBe(404);
      }
    }
    expect(connections.sockets).toEqual([]);
    expect(connections.names).toEqual([]);
  });

  it('by any other name reach nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (name) => {
        fc.pre(name !== 'gazal');
        const response = await handlers.models(name, new Request('http://server/'));
        expect(response.status).toBe(404);
      }),
    );
    expect(connections.sockets).toEqual([]);
  });

  it('by body reach nothing but the upstream', async () => {
    const fields = ['model', 'url', 'base_url', 'baseUrl', 'api_base', 'host', 'proxy', 'endpoint'];
    for (const place of places()) {
      for (const field of fields) {
        const body = { model: 'gazal', messages: MESSAGES, stream: true, [field]: place };
        const { status } = await handlers.chat('gazal', chatRequest(body));
        expect([400, 404]).toContain(status);
      }
      const body = { model: 'gazal', messages: [{ role: 'user', content: place }], stream: true };
      await (await handlers.chat('gazal', chatRequest(body))).text();
    }
    expectOnlyUpstream();
  });

  it('by header reach nothing but the upstream, which sees none of them', async () => {
    const names = [
      ...['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded', 'referer'],
      ...['x-original-url', 'x-rewrite-url', 'x-host', 'x-upstream', 'origin', 'via', 'from'],
      ...[
        'proxy-authorization',
        'x-http-method-override',
        'x-request-id',
        'range',
        'content-location',
      ],
    ];
    for (const place of [trap.origin, `127.0.0.1:${trap.port}`, '169.254.169.254', '[::1]']) {
      const headers = Object.fromEntries(names.map((name) => [name, place]));
      const body = { model: 'gazal', messages: MESSAGES, stream: true };
      const response = await handlers.chat('gazal', chatRequest(body, headers));
      expect(response.status).toBe(200);
      await response.text();
      const seen = upstream.requests.at(-1);
      expect(seen?.headers.host).toBe(`127.0.0.1:${upstream.port}`);
      for (const name of names) expect(seen?.headers[name]).toBeUndefined();
    }
    expectOnlyUpstream();
  });

  it('over a socket reach nothing but the upstream', async () => {
    const body = JSON.stringify({ model: 'gazal', messages: MESSAGES, stream: true });
    const good = '/api/v1/upstream/gazal/chat/completions';
    const lines = [
      `POST ${trap.origin}${good} HTTP/1.1\r\nHost: 127.0.0.1:${trap.port}`,
      `POST ${good} HTTP/1.1\r\nHost: 127.0.0.1:${trap.port}`,
      `POST ${good} HTTP/1.1\r\nHost: 169.254.169.254`,
      `POST ${good}?url=${trap.origin} HTTP/1.1\r\nHost: a`,
      `POST //127.0.0.1:${trap.port}${good} HTTP/1.1\r\nHost: a`,
      `POST /api/v1/upstream/gazal%2f..%2f..%2ftrap/chat/completions HTTP/1.1\r\nHost: a`,
      `POST /api/v1/upstream/%2e%2e/gazal/chat/completions HTTP/1.1\r\nHost: a`,
      `POST /api/v1/upstream/..\\gazal/chat/completions HTTP/1.1\r\nHost: a`,
      `POST /api/v1/upstream/gazal%00/chat/completions HTTP/1.1\r\nHost: a`,
      `POST /api/v1/upstream/%ff/chat/completions HTTP/1.1\r\nHost: a`,
      `POST /api/v1/upstream/127.0.0.1:${trap.port}/chat/completions HTTP/1.1\r\nHost: a`,
      `POST /api/v1/upstream/http:%2f%2f127.0.0.1:${trap.port}/chat/completions HTTP/1.1\r\nHost: a`,
      `CONNECT 127.0.0.1:${trap.port} HTTP/1.1\r\nHost: 127.0.0.1:${trap.port}`,
    ];
    for (const line of lines) await rawRequest(line, body);
    expectOnlyUpstream();
    for (const { url, headers } of upstream.requests.filter(({ method }) => method === 'POST')) {
      expect(url).toBe('/v1/chat/completions');
      expect(headers.host).toBe(`127.0.0.1:${upstream.port}`);
    }
  });

  it('cannot use a redirect', async () => {
    for (const stream of [true, false]) {
      expect((await chat('redirects', { stream })).status).toBe(502);
    }
    expectOnlyUpstream();
  });
});

/** Sends bytes as they stand and waits until the server has closed the connection. */
function rawRequest(head: string, body: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(front.url).port), '127.0.0.1', () => {
      socket.write(
        `${head}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
      );
    });
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.resume();
  });
}
