import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { verifyChain } from '@/lib/ledger/chain';
import type { RecordBody } from '@/lib/ledger/record';
import { sampleRun } from '@/lib/ledger/sample-run.fixture';
import { FULL } from '@/lib/ledger/storage/fault';
import { createMemoryStorage } from '@/lib/ledger/storage/memory';
import { openLedgerStorage } from '@/lib/ledger/storage/open';
import { withOverflow } from '@/lib/ledger/storage/overflow';
import type { LedgerStorage } from '@/lib/ledger/storage/storage';
import { type Fault, FaultError } from '@/lib/text/outcome';

const AT = '2026-01-02T03:04:05.000Z';

/** A lasting storage that takes `room` records and is full after that; more room can be made. */
function storageWithRoom(first: number) {
  let room = first;
  const memory = createMemoryStorage();
  const storage: LedgerStorage = {
    ...memory,
    holdsUnkept: () => false,
    async append(...args) {
      if ((await memory.records()).length >= room) throw new FaultError(FULL);
      return memory.append(...args);
    },
  };
  return {
    storage,
    makeRoom(records: number) {
      room += records;
    },
  };
}

function bodiesOf(...names: readonly string[]): readonly RecordBody[] {
  return names.flatMap((name) => sampleRun(name));
}

describe('withOverflow', () => {
  it('goes on in memory on the same chain when storage is full, and says so once', async () => {
    const faults: (Fault | undefined)[] = [];
    const storage = withOverflow(storageWithRoom(3).storage, (fault) => faults.push(fault));
    expect(storage.holdsUnkept()).toBe(false);
    const bodies = bodiesOf('one', 'two', 'three');
    await Promise.all(bodies.map((body) => storage.append(body, AT)));

    expect(storage.holdsUnkept()).toBe(true);
    expect(faults).toEqual([FULL]);
    const records = await storage.records();
    expect(records.map(({ body }) => body)).toEqual(bodies);
    expect(await verifyChain(records)).toMatchObject({ intact: true, records: 6 });
    const run = bodies[2]?.run;
    expect(run && (await storage.recordsOf(run)).map(({ index }) => index)).toEqual([2, 3]);
    expect((await storage.summaries()).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('keeps what is in memory with the next record once there is room, and says so', async () => {
    const faults: (Fault | undefined)[] = [];
    const { storage: lasting, makeRoom } = storageWithRoom(1);
    const storage = withOverflow(lasting, (fault) => faults.push(fault));
    const bodies = bodiesOf('one', 'two');
    for (const body of bodies.slice(0, 3)) await storage.append(body, AT);
    const before = await storage.records();
    makeRoom(10);
    for (const body of bodies.slice(3)) await storage.append(body, '2026-01-02T04:00:00.000Z');

    expect(faults).toEqual([FULL, undefined]);
    expect(storage.holdsUnkept()).toBe(false);
    const kept = await lasting.records();
    expect(kept.slice(0, 3)).toEqual(before);
    expect(kept.map(({ body }) => body)).toEqual(bodies);
    expect(await storage.records()).toEqual(kept);
    expect(await verifyChain(kept)).toMatchObject({ intact: true, records: 4 });
  });

  it('loses and doubles nothing, whatever room there is when', async () => {
    const rooms = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rooms, async (made) => {
        const { storage: lasting, makeRoom } = storageWithRoom(0);
        const storage = withOverflow(lasting, () => undefined);
        const bodies = made.flatMap((_, run) => sampleRun(`run ${run}`)).slice(0, made.length);
        for (const [index, room] of made.entries()) {
          makeRoom(room);
          const [body] = bodies.slice(index);
          if (body !== undefined) await storage.append(body, AT);
          const records = await storage.records();
          expect(records.map((record) => record.body)).toEqual(bodies.slice(0, index + 1));
          expect(await verifyChain(records)).toMatchObject({ intact: true });
          const kept = await lasting.records();
          expect(storage.holdsUnkept()).toBe(kept.length <= index);
          expect(kept).toEqual(records.slice(0, kept.length));
        }
      }),
    );
  });

  it('leaves out what another tab adds while this one is alone, and follows it once there is room', async () => {
    const { storage: lasting, makeRoom } = storageWithRoom(0);
    const storage = withOverflow(lasting, () => undefined);
    const [start, finish] = sampleRun('here');
    const [elsewhere] = sampleRun('elsewhere');
    if (!start || !finish || !elsewhere) throw new Error('a run has two records');
    await storage.append(start, AT);
    makeRoom(1);
    await lasting.append(elsewhere, AT);
    expect((await storage.records()).map(({ body }) => body)).toEqual([start]);
    makeRoom(2);
    await storage.append(finish, AT);
    const records = await storage.records();
    expect(records.map(({ body }) => body)).toEqual([elsewhere, start, finish]);
    expect(await verifyChain(records)).toMatchObject({ intact: true });
  });

  it('throws on a record that no storage could keep, and stays on the lasting storage', async () => {
    const storage = withOverflow(storageWithRoom(3).storage, () => expect.unreachable());
    const [start] = sampleRun('half of a pair: \ud83d');
    if (!start) throw new Error('a run has a start');
    await expect(storage.append(start, AT)).rejects.toMatchObject({ fault: { code: 'not-json' } });
    expect(storage.holdsUnkept()).toBe(false);
  });

  it('tells its listeners of records in memory too', async () => {
    const storage = withOverflow(storageWithRoom(1).storage, () => undefined);
    let heard = 0;
    storage.subscribe(() => {
      heard += 1;
    });
    for (const body of sampleRun()) await storage.append(body, AT);
    expect(heard).toBe(2);
  });
});

describe('openLedgerStorage', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('opens in memory with a notice where there is no IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const faults: (Fault | undefined)[] = [];
    const storage = await openLedgerStorage((fault) => faults.push(fault));
    expect(storage.holdsUnkept()).toBe(false);
    expect(faults).toMatchObject([{ code: 'storage-refused' }]);
    for (const body of sampleRun()) await storage.append(body, AT);
    expect(await storage.records()).toHaveLength(2);
    expect(storage.holdsUnkept()).toBe(true);
  });
});
