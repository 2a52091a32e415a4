import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RecordedConnections, recordConnections } from './connections.fixture';
import { chatRequest, MESSAGES, type Surroundings, surroundings } from './surroundings.fixture';
import { serveTest } from './upstream.fixture';

let around: Surroundings;
beforeAll(async () => {
  around = await surroundings();
});
afterAll(() => around.close());

const chat = (model: string, extra: object = {}) =>
  around.handlers.chat('gazal', chatRequest({ model, messages: MESSAGES, stream: true, ...extra }));

const trapPort = () => around.traps[0]?.port ?? 0;
const trapPort6 = () => around.traps[1]?.port ?? 0;
const trapOrigin = () => `http://127.0.0.1:${trapPort()}`;

describe('hostile requests', () => {
  let connections: RecordedConnections;
  beforeEach(() => {
    connections = recordConnections();
  });
  afterEach(() => connections.stop());

  /** Nothing but the configured upstream and, for requests over a socket, our own server was connected to. */
  function expectOnlyUpstream(): void {
    const allowed = [`127.0.0.1:${around.upstream.port}`, around.front.url.replace('http://', '')];
    expect(connections.sockets.filter((place) => !allowed.includes(place))).toEqual([]);
    expect(connections.names.filter((name) => name !== '127.0.0.1')).toEqual([]);
    expect(around.traps.flatMap(({ requests }) => requests)).toEqual([]);
  }

  it('would be seen if they reached anything', async () => {
    const control = await serveTest((_, __, outgoing) => outgoing.end('seen'));
    await fetch(`http://localhost:${control.port}/`).then((response) => response.text());
    await control.close();
    expect(connections.names).toContain('localhost');
    expect(connections.sockets).toContainEqual(expect.stringMatching(`:${control.port}$`));
    await (await chat('gazal')).text();
    expect(around.upstream.requests.at(-1)?.url).toBe('/v1/chat/completions');
  });

  const places = () => [
    trapOrigin(),
    `//127.0.0.1:${trapPort()}`,
    `127.0.0.1:${trapPort()}`,
    `localhost:${trapPort()}`,
    `[::1]:${trapPort6()}`,
    `http://[::ffff:127.0.0.1]:${trapPort()}/v1`,
    `http://2130706433:${trapPort()}`,
    `http://0x7f.1:${trapPort()}`,
    '169.254.169.254',
    'http://169.254.169.254/latest/meta-data',
    '[fe80::1]',
    'metadata.google.internal',
    'trap.example.test',
    `gazal@127.0.0.1:${trapPort()}`,
    `http://gazal@127.0.0.1:${trapPort()}`,
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
        expect((await around.handlers.chat(name, chatRequest(body))).status).toBe(404);
        expect((await around.handlers.models(name, new Request('http://server/'))).status).toBe(
          404,
        );
        expect((await around.handlers.health(name, new Request('http://server/'))).status).toBe(
          404,
        );
      }
    }
    expect(connections.sockets).toEqual([]);
    expect(connections.names).toEqual([]);
  });

  it('by any other name reach nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(0xffff), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes)),
        async (name) => {
          fc.pre(name !== 'gazal');
          const response = await around.handlers.models(name, new Request('http://server/'));
          expect(response.status).toBe(404);
        },
      ),
    );
    expect(connections.sockets).toEqual([]);
  });

  it('by body reach nothing but the upstream', async () => {
    const fields = ['model', 'url', 'base_url', 'baseUrl', 'api_base', 'host', 'proxy', 'endpoint'];
    for (const place of places()) {
      for (const field of fields) {
        const body = { model: 'gazal', messages: MESSAGES, stream: true, [field]: place };
        const { status } = await around.handlers.chat('gazal', chatRequest(body));
        expect([400, 404]).toContain(status);
      }
      const body = { model: 'gazal', messages: [{ role: 'user', content: place }], stream: true };
      await (await around.handlers.chat('gazal', chatRequest(body))).text();
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
    for (const place of [trapOrigin(), `127.0.0.1:${trapPort()}`, '169.254.169.254', '[::1]']) {
      const headers = Object.fromEntries(names.map((name) => [name, place]));
      const body = { model: 'gazal', messages: MESSAGES, stream: true };
      const response = await around.handlers.chat('gazal', chatRequest(body, headers));
      expect(response.status).toBe(200);
      await response.text();
      const seen = around.upstream.requests.at(-1);
      expect(seen?.headers.host).toBe(`127.0.0.1:${around.upstream.port}`);
      for (const name of names) expect(seen?.headers[name]).toBeUndefined();
    }
    expectOnlyUpstream();
  });

  it('over a socket reach nothing but the upstream', async () => {
    const body = JSON.stringify({ model: 'gazal', messages: MESSAGES, stream: true });
    const good = '/api/v1/upstream/gazal/chat/completions';
    const lines = [
      `POST ${trapOrigin()}${good} HTTP/1.1\r\nHost: 127.0.0.1:${trapPort()}`,
      `POST ${good} HTTP/1.1\r\nHost: 127.0.0.1:${trapPort()}`,
      `POST ${good} HTTP/1.1\r\nHost: 169.254.169.254`,
      `POST ${good}?url=${trapOrigin()} HTTP/1.1\r\nHost: a`,
      `POST //127.0.0.1:${trapPort()}${good} HTTP/1.1\r\nHost: a`,
      `POST /api/v1/upstream/gazal%2f..%2f..%2ftrap/chat/completions HTTP/1.1\r\nHost: a`,
      `POST /api/v1/upstream/%2e%2e/gazal/chat/completions HTTP/1.1\r\nHost: a`,
      `POST /api/v1/upstream/..\\gazal/chat/completions HTTP/1.1\r\nHost: a`,
      `POST /api/v1/upstream/gazal%00/chat/completions HTTP/1.1\r\nHost: a`,
      `POST /api/v1/upstream/%ff/chat/completions HTTP/1.1\r\nHost: a`,
      `POST /api/v1/upstream/127.0.0.1:${trapPort()}/chat/completions HTTP/1.1\r\nHost: a`,
      `POST /api/v1/upstream/http:%2f%2f127.0.0.1:${trapPort()}/chat/completions HTTP/1.1\r\nHost: a`,
      `CONNECT 127.0.0.1:${trapPort()} HTTP/1.1\r\nHost: 127.0.0.1:${trapPort()}`,
    ];
    for (const line of lines) await rawRequest(line, body);
    expectOnlyUpstream();
    for (const { url, headers } of around.upstream.requests.filter(
      ({ method }) => method === 'POST',
    )) {
      expect(url).toBe('/v1/chat/completions');
      expect(headers.host).toBe(`127.0.0.1:${around.upstream.port}`);
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
    const socket = connect(Number(new URL(around.front.url).port), '127.0.0.1', () => {
      socket.write(
        `${head}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
      );
    });
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.resume();
  });
}
