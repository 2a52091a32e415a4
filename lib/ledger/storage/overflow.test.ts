import { describe, expect, it } from 'vitest';
import { verifyChain } from '@/lib/ledger/chain';
import { sampleRun } from '@/lib/ledger/sample-run.fixture';
import { FULL } from '@/lib/ledger/storage/fault';
import { createMemoryStorage } from '@/lib/ledger/storage/memory';
import { openLedgerStorage } from '@/lib/ledger/storage/open';
import { withOverflow } from '@/lib/ledger/storage/overflow';
import type { LedgerStorage } from '@/lib/ledger/storage/storage';
import { type Fault, FaultError } from '@/lib/text/outcome';

const AT = '2026-01-02T03:04:05.000Z';

/** A lasting storage that takes `room` records and is full after that. */
function storageWithRoom(room: number): LedgerStorage {
  const memory = createMemoryStorage();
  return {
    ...memory,
    kind: 'indexed-db',
    async append(...args) {
      if ((await memory.records()).length >= room) throw new FaultError(FULL);
      return memory.append(...args);
    },
  };
}

describe('withOverflow', () => {
  it('goes on in memory on the same chain when storage is full, and says so once', async () => {
    const faults: Fault[] = [];
    const storage = withOverflow(storageWithRoom(3), (fault) => faults.push(fault));
    expect(storage.kind).toBe('indexed-db');
    const bodies = [...sampleRun('one'), ...sampleRun('two'), ...sampleRun('three')];
    await Promise.all(bodies.map((body) => storage.append(body, AT)));

    expect(storage.kind).toBe('memory');
    expect(faults).toEqual([FULL]);
    const records = await storage.records();
    expect(records.map(({ body }) => body)).toEqual(bodies);
    expect(await verifyChain(records)).toMatchObject({ intact: true, records: 6 });
    const run = bodies[2]?.run;
    expect(run && (await storage.recordsOf(run)).map(({ index }) => index)).toEqual([2, 3]);
    expect((await storage.summaries()).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('leaves out what another tab adds to the lasting storage after this one went on alone', async () => {
    const lasting = createMemoryStorage();
    let full = true;
    const storage = withOverflow(
      {
        ...lasting,
        append: (...args) =>
          full ? Promise.reject(new FaultError(FULL)) : lasting.append(...args),
      },
      () => undefined,
    );
    const [start, finish] = sampleRun('here');
    const [elsewhere] = sampleRun('elsewhere');
    if (!start || !finish || !elsewhere) throw new Error('a run has two records');
    await storage.append(start, AT);
    full = false;
    await lasting.append(elsewhere, AT);
    await storage.append(finish, AT);
    const records = await storage.records();
    expect(records.map(({ body }) => body)).toEqual([start, finish]);
    expect(await verifyChain(records)).toMatchObject({ intact: true });
  });

  it('throws on a record that no storage could keep, and stays on the lasting storage', async () => {
    const storage = withOverflow(storageWithRoom(3), () => expect.unreachable());
    const [start] = sampleRun('half of a pair: \ud83d');
    if (!start) throw new Error('a run has a start');
    await expect(storage.append(start, AT)).rejects.toMatchObject({ fault: { code: 'not-json' } });
    expect(storage.kind).toBe('indexed-db');
  });

  it('tells its listeners of records in memory too', async () => {
    const storage = withOverflow(storageWithRoom(1), () => undefined);
    let heard = 0;
    storage.subscribe(() => {
      heard += 1;
    });
    for (const body of sampleRun()) await storage.append(body, AT);
    expect(heard).toBe(2);
  });
});

describe('openLedgerStorage', () => {
  it('opens in memory with a notice where there is no IndexedDB', async () => {
    const faults: Fault[] = [];
    const storage = await openLedgerStorage((fault) => faults.push(fault));
    expect(storage.kind).toBe('memory');
    expect(faults).toMatchObject([{ code: 'storage-refused' }]);
    for (const body of sampleRun()) await storage.append(body, AT);
    expect(await storage.records()).toHaveLength(2);
  });
});
