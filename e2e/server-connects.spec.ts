import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { expect, test } from '@playwright/test';
import type { ReplayServer } from '@/lib/engine/endpoint/replay-server.fixture';
import { type AppServer, startApp } from './app-server';
import { SERVED_MODEL, serveEndpoint } from './endpoint-server';

/** A port that counts who connects to it and says nothing. */
interface Trap {
  readonly port: number;
  readonly connections: () => number;
  readonly server: Server;
}

async function openTrap(host: string): Promise<Trap> {
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the trap has no port');
  return { port: address.port, connections: () => count, server };
}

let upstream: ReplayServer;
let app: AppServer;
let traps: readonly Trap[];
test.beforeAll(async () => {
  upstream = await serveEndpoint();
  app = await startApp(
    {
      upstreams: [
        { name: 'ward', title: 'Ward', baseUrl: `${upstream.origin}/v1`, models: [SERVED_MODEL] },
      ],
    },
    {},
  );
  traps = await Promise.all([openTrap('127.0.0.1'), openTrap('::1')]);
});
test.afterAll(async () => {
  for (const { server } of traps) server.close();
  await app.close();
  await upstream.close();
});

function portOf(index: number): number {
  return traps[index]?.port ?? 0;
}

/** Addresses under which somebody could try to have the server ask a place of their own. */
function places(): readonly string[] {
  const port = portOf(0);
  return [
    `http://127.0.0.1:${port}/a.png`,
    `//127.0.0.1:${port}/a.png`,
    `/\\127.0.0.1:${port}/a.png`,
    `http://localhost:${port}/a.png`,
    `http://[::1]:${portOf(1)}/a.png`,
    `http://[::ffff:127.0.0.1]:${port}/a.png`,
    `http://2130706433:${port}/a.png`,
    `http://ward@127.0.0.1:${port}/a.png`,
    'http://169.254.169.254/latest/meta-data',
    'http://trap.example.test/a.png',
  ];
}

/** Sends bytes as they stand; resolves with the first line of the answer once the server has closed. */
function send(head: string, body: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(Number(new URL(app.origin).port), '127.0.0.1', () => {
      socket.write(`${head}\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    });
    socket.on('data', (data) => {
      heard += data.toString('latin1');
    });
    socket.on('error', () => resolve(heard));
    socket.on('close', () => resolve(heard.split('\r\n')[0] ?? ''));
  });
}

const BODY = JSON.stringify({
  model: SERVED_MODEL,
  stream: true,
  messages: [{ role: 'user', content: 'A case.' }],
});
const CHAT = '/api/v1/upstream/ward/chat/completions';
const JSON_TYPE = 'Content-Type: application/json';

test('the whole application connects to its configured upstream and to nothing that a request names', async () => {
  test.setTimeout(180_000);
  expect(await send(`POST ${CHAT} HTTP/1.1\r\nHost: a\r\n${JSON_TYPE}`, BODY)).toContain('200');
  const before = upstream.asked.length;
  expect(before).toBeGreaterThan(0);

  for (const place of places()) {
    const encoded = encodeURIComponent(place);
    const bare = place.replace(/^\w+:\/\//u, '').split('/')[0] ?? '';
    for (const head of [
      // What the framework itself would fetch: pictures, actions, rewrites of its own proxy.
      `GET /_next/image?url=${encoded}&w=640&q=75 HTTP/1.1\r\nHost: a`,
      `GET /_next/image?url=${encodeURIComponent(`/_next/image?url=${encoded}&w=640&q=75`)}&w=640&q=75 HTTP/1.1\r\nHost: a`,
      `POST / HTTP/1.1\r\nHost: ${bare}\r\nNext-Action: 00\r\nX-Forwarded-Host: ${bare}`,
      `GET / HTTP/1.1\r\nHost: a\r\nX-Middleware-Rewrite: ${place}\r\nLocation: ${place}`,
      `GET /models HTTP/1.1\r\nHost: ${bare}\r\nX-Matched-Path: ${place}\r\nX-Invoke-Path: ${place}`,
      `GET ${place} HTTP/1.1\r\nHost: ${bare}`,
      `GET /api/v1/upstream/${encoded}/models HTTP/1.1\r\nHost: a`,
      `POST ${CHAT}?url=${encoded} HTTP/1.1\r\nHost: ${bare}\r\n${JSON_TYPE}\r\nX-Forwarded-Host: ${bare}`,
      `CONNECT ${bare} HTTP/1.1\r\nHost: ${bare}`,
    ]) {
      await send(head, head.startsWith('POST') ? BODY : '');
    }
  }
  expect(traps.map(({ connections }) => connections())).toEqual([0, 0]);
  const asked = upstream.asked.slice(before);
  expect(asked.every(({ path }) => path === '/v1/chat/completions')).toBe(true);
  expect(asked.every(({ headers }) => headers.host === new URL(upstream.origin).host)).toBe(true);
});

test('the application fetches no picture for anybody', async () => {
  const [line, own] = await Promise.all([
    send(
      `GET /_next/image?url=${encodeURIComponent(places()[0] ?? '')}&w=640&q=75 HTTP/1.1\r\nHost: a`,
      '',
    ),
    send('GET /_next/image?url=%2Ficon.svg&w=640&q=75 HTTP/1.1\r\nHost: a', ''),
  ]);
  expect(line).toContain('404');
  expect(own).toContain('404');
});

test('a trap would be seen to be connected to', async () => {
  await fetch(`http://127.0.0.1:${portOf(0)}/`).catch(() => undefined);
  expect(traps[0]?.connections()).toBe(1);
});
