import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type FileRequest,
  type FileResult,
  fetchToStorage,
  type Surroundings,
} from './fetch-to-storage';
import { type Misbehaviour, misbehavingServer, type Served } from './misbehaving-server.fixture';
import { memoryStorage } from './storage/memory';
import type { Storage } from './storage/storage';
import { MOST_FAILURES } from './transfer';

const PIECE = 1024;
const LENGTH = 10 * PIECE + 123;
const CONTENT = Buffer.from(Array.from({ length: LENGTH }, (_, at) => (at * 31 + (at >> 8)) & 255));
const PATH = 'model.onnx';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(served: Partial<Served> = {}) {
  const server = await misbehavingServer({ [PATH]: { content: CONTENT, ...served } });
  closing.push(server.close);
  return server;
}

interface Attempt {
  readonly storage: Storage;
  readonly expected?: FileRequest['expected'];
  readonly validator?: string;
  readonly signal?: AbortSignal;
  readonly onBytes?: FileRequest['onBytes'];
  readonly onValidator?: (validator: string) => void;
  /** Milliseconds; long unless told, so that a busy machine is not taken for a stalled server. */
  readonly idle?: number;
  /** Is told how many bytes that had come are asked for again. */
  readonly onAgain?: (bytes: number) => void;
}

function download(origin: string, attempt: Attempt): Promise<FileResult> {
  let position = 0;
  const around: Surroundings = {
    fetch: (url, init) => {
      const range = new Headers(init.headers).get('range') ?? 'bytes=0-';
      attempt.onAgain?.(position - Number(range.slice('bytes='.length, -1)));
      return fetch(url, init);
    },
    storage: attempt.storage,
    wait: async () => undefined,
    idle: attempt.idle ?? 30_000,
    pieceBytes: PIECE,
  };
  return fetchToStorage(
    {
      path: PATH,
      url: `${origin}/${PATH}`,
      place: PATH,
      expected: attempt.expected ?? {},
      ...(attempt.validator === undefined ? {} : { validator: attempt.validator }),
      signal: attempt.signal ?? new AbortController().signal,
      onBytes: (bytes, total) => {
        position = bytes;
        attempt.onBytes?.(bytes, total);
      },
      onValidator: async (validator) => attempt.onValidator?.(validator),
    },
    around,
  );
}

async function stored(storage: Storage): Promise<Buffer> {
  return Buffer.from(await storage.read(PATH, 0, (await storage.size(PATH)) ?? 0));
}

const tenths = Array.from({ length: 10 }, (_, tenth) => Math.floor((LENGTH * tenth) / 10));

describe('a download from a server that misbehaves', () => {
  it('ends whole after drops at every tenth, and fetches nothing twice', async () => {
    const server = await serve({
      wrongs: Array.from({ length: 9 }, () => ({ kind: 'drop', after: Math.floor(LENGTH / 10) })),
    });
    const storage = memoryStorage();
    let again = 0;
    const result = await download(server.origin, {
      storage,
      expected: { bytes: LENGTH, sha256: server.sha256(PATH) },
      onAgain: (bytes) => {
        again += bytes;
      },
    });
    expect(result).toMatchObject({ kind: 'whole', bytes: LENGTH, sha256: server.sha256(PATH) });
    expect((await stored(storage)).equals(CONTENT)).toBe(true);
    expect(server.log.length).toBeGreaterThanOrEqual(10);
    expect(again).toBe(0);
  });

  it.each(tenths)(
    'goes on after one drop at byte %i, with and without a known digest',
    async (after) => {
      for (const isKnown of [true, false]) {
        const server = await serve({ wrongs: [{ kind: 'drop', after }] });
        const storage = memoryStorage();
        const expected = isKnown ? { bytes: LENGTH, sha256: server.sha256(PATH) } : {};
        let again = 0;
        const onAgain = (bytes: number) => {
          again += bytes;
        };
        const result = await download(server.origin, { storage, expected, onAgain });
        expect(result).toMatchObject({ kind: 'whole', sha256: server.sha256(PATH) });
        expect(server.log.length).toBeGreaterThanOrEqual(2);
        expect(again).toBe(0);
      }
    },
  );

  const CURABLE: readonly (readonly [string, Misbehaviour])[] = [
    ['stalls', { kind: 'stall', after: 2000 }],
    ['stalls before the first byte', { kind: 'stall', after: 0 }],
    ['flips a byte', { kind: 'flip', at: 5000 }],
    ['says too long a length', { kind: 'lie', by: 500 }],
    ['says too short a length', { kind: 'lie', by: -500 }],
    ['redirects', { kind: 'redirect' }],
    ['fails once', { kind: 'status', status: 500 }],
    ['is busy', { kind: 'status', status: 503, retryAfter: 3 }],
    ['gives no length', { kind: 'no-length' }],
    ['answers 416', { kind: 'status', status: 416 }],
  ];
  it.each(CURABLE)('ends whole where it %s', async (_, wrong) => {
    const server = await serve({ wrongs: [wrong] });
    const storage = memoryStorage();
    const expected = { bytes: LENGTH, sha256: server.sha256(PATH) };
    const idle = wrong.kind === 'stall' ? 150 : 30_000;
    expect(await download(server.origin, { storage, expected, idle })).toMatchObject({
      kind: 'whole',
    });
    expect((await stored(storage)).equals(CONTENT)).toBe(true);
  });

  it('passes over what is there where ranges are ignored', async () => {
    const server = await serve({
      wrongs: [{ kind: 'drop', after: 4000 }],
      always: { kind: 'ignore-range' },
    });
    const storage = memoryStorage();
    const seen: number[] = [];
    const result = await download(server.origin, { storage, onBytes: (bytes) => seen.push(bytes) });
    expect(result).toMatchObject({ kind: 'whole', sha256: server.sha256(PATH) });
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
  });

  it.each(['etag', 'weak-etag', 'date', 'none'] as const)(
    'never joins two versions of a file (%s)',
    async (validator) => {
      const server = await serve({
        wrongs: [{ kind: 'drop', after: 4000 }, { kind: 'new-version' }],
        validator,
      });
      const storage = memoryStorage();
      const result = await download(server.origin, { storage });
      expect(result).toMatchObject({ kind: 'whole', sha256: server.sha256(PATH) });
      expect((await stored(storage)).equals(server.content(PATH))).toBe(true);
    },
  );

  it.each(['text/html; charset=utf-8', 'application/octet-stream'])(
    'says so where a web page comes as %s, and keeps what is there',
    async (type) => {
      const server = await serve({ wrongs: [{ kind: 'web-page', type }] });
      const storage = memoryStorage();
      const expected = { bytes: LENGTH, sha256: server.sha256(PATH) };
      expect(await download(server.origin, { storage, expected })).toMatchObject({
        kind: 'failed',
        fault: { code: 'download-not-the-file' },
      });
      expect(await download(server.origin, { storage, expected })).toMatchObject({ kind: 'whole' });
    },
  );

  it.each([
    ['download-refused', { kind: 'status', status: 404 }],
    ['download-refused', { kind: 'status', status: 401 }],
    ['download-interrupted', { kind: 'status', status: 500 }],
    ['download-interrupted', { kind: 'status', status: 429, retryAfter: 86_400 }],
    ['download-damaged', { kind: 'flip', at: 100 }],
  ] as const)('gives up with %s where it is always so', async (code, always) => {
    const server = await serve({ always });
    const storage = memoryStorage();
    const expected = { bytes: LENGTH, sha256: server.sha256(PATH) };
    const result = await download(server.origin, { storage, expected });
    expect(result).toMatchObject({ kind: 'failed', fault: { code } });
    // Nothing of a damaged file is kept.
    if (code === 'download-damaged') expect(await storage.size(PATH)).toBe(0);
    expect(server.log.length).toBeLessThanOrEqual(MOST_FAILURES);
  });

  it('takes a trickle of bytes for life, though the whole takes longer than a stall may', async () => {
    const server = await serve({
      content: CONTENT.subarray(0, 5000),
      always: { kind: 'slow', bytesPerSecond: 1000 },
    });
    const storage = memoryStorage();
    const result = await download(server.origin, { storage, idle: 4000 });
    expect(result).toMatchObject({ kind: 'whole', bytes: 5000 });
    expect(server.log).toHaveLength(1);
  });

  it('stops when told to, and goes on from there with what the server had said', async () => {
    const server = await serve({ wrongs: [{ kind: 'stall', after: 6000 }] });
    const storage = memoryStorage();
    const stop = new AbortController();
    let validator: string | undefined;
    const result = await download(server.origin, {
      storage,
      signal: stop.signal,
      onBytes: (bytes) => bytes >= 6000 && stop.abort(),
      onValidator: (said) => {
        validator = said;
      },
    });
    expect(result).toEqual({ kind: 'stopped' });
    expect(await storage.size(PATH)).toBe(6000);
    if (validator === undefined) throw new Error('the server said nothing of its file');
    const after = await download(server.origin, { storage, validator });
    expect(after).toMatchObject({ kind: 'whole', sha256: server.sha256(PATH) });
    expect(server.log.at(-1)?.range).toBe('bytes=6000-');
  });

  it('says where the storage is full, and goes on once there is room', async () => {
    const server = await serve();
    const expected = { bytes: LENGTH, sha256: server.sha256(PATH) };
    const storage = memoryStorage();
    let isFull = true;
    const small: Storage = {
      ...storage,
      async open(path) {
        const file = await storage.open(path);
        return {
          ...file,
          async write(at, data) {
            if (isFull && at >= 3 * PIECE) throw new DOMException('full', 'QuotaExceededError');
            await file.write(at, data);
          },
        };
      },
    };
    expect(await download(server.origin, { storage: small, expected })).toMatchObject({
      kind: 'failed',
      fault: { code: 'storage-full' },
    });
    expect(await storage.size(PATH)).toBe(3 * PIECE);
    isFull = false;
    expect(await download(server.origin, { storage: small, expected })).toMatchObject({
      kind: 'whole',
      sha256: server.sha256(PATH),
    });
    expect(server.log.at(-1)?.range).toBe(`bytes=${3 * PIECE}-`);
  });

  it('tries without If-Range where the server of another origin does not admit it', async () => {
    const server = await serve({ wrongs: [{ kind: 'drop', after: 3000 }] });
    const asked: Record<string, string>[] = [];
    const storage = memoryStorage();
    const result = await fetchToStorage(
      {
        path: PATH,
        url: `${server.origin}/${PATH}`,
        place: PATH,
        expected: {},
        signal: new AbortController().signal,
        onBytes: () => undefined,
        onValidator: async () => undefined,
      },
      {
        storage,
        wait: async () => undefined,
        idle: 30_000,
        fetch: (url, init) => {
          const headers = Object.fromEntries(new Headers(init.headers));
          asked.push(headers);
          if ('if-range' in headers) return Promise.reject(new TypeError('Failed to fetch'));
          return fetch(url, init);
        },
      },
    );
    expect(result).toMatchObject({ kind: 'whole', sha256: server.sha256(PATH) });
    expect(asked.map((headers) => Object.keys(headers).sort())).toEqual([
      [],
      ['if-range', 'range'],
      ['range'],
    ]);
  });

  it('never calls a file whole that is not, whatever goes wrong in whatever order', async () => {
    const wrong: fc.Arbitrary<Misbehaviour> = fc.oneof(
      fc.record({ kind: fc.constant('drop' as const), after: fc.nat(LENGTH) }),
      fc.record({ kind: fc.constant('flip' as const), at: fc.nat(LENGTH) }),
      fc.record({ kind: fc.constant('lie' as const), by: fc.integer({ min: -2000, max: 2000 }) }),
      fc.constantFrom<Misbehaviour>(
        { kind: 'none' },
        { kind: 'ignore-range' },
        { kind: 'no-length' },
        { kind: 'redirect' },
        { kind: 'new-version' },
        { kind: 'status', status: 500 },
        { kind: 'status', status: 416 },
        { kind: 'status', status: 404 },
        { kind: 'web-page', type: 'text/html' },
        { kind: 'web-page', type: 'application/octet-stream' },
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(wrong, { maxLength: 12 }),
        fc.boolean(),
        async (wrongs, hasLength) => {
          const server = await serve({ wrongs });
          const sha256 = server.sha256(PATH);
          const storage = memoryStorage();
          const expected = hasLength ? { bytes: LENGTH, sha256 } : { sha256 };
          let validator: string | undefined;
          // A person who resumes after every fault.
          for (let tries = 0; tries < 15; tries += 1) {
            const result = await download(server.origin, {
              storage,
              expected,
              ...(validator === undefined ? {} : { validator }),
              onValidator: (said) => {
                validator = said;
              },
            });
            if (result.kind === 'whole') {
              expect(result.sha256).toBe(sha256);
              expect((await stored(storage)).equals(CONTENT)).toBe(true);
              return;
            }
            expect(result).toMatchObject({ kind: 'failed' });
          }
          // Only a file that stayed another one on the server never becomes whole.
          expect(server.sha256(PATH)).not.toBe(sha256);
        },
      ),
      { numRuns: 60 },
    );
  });
});
