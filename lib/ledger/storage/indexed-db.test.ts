import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { verifyChain } from '@/lib/ledger/chain';
import type { RecordBody } from '@/lib/ledger/record';
import { createRunId } from '@/lib/ledger/run-id';
import { sampleRun } from '@/lib/ledger/sample-run.fixture';
import { openIndexedDbStorage } from '@/lib/ledger/storage/indexed-db';
import type { LedgerStorage } from '@/lib/ledger/storage/storage';

const AT = '2026-01-02T03:04:05.000Z';

const opened: LedgerStorage[] = [];
async function openTab(name = 'ledger'): Promise<LedgerStorage> {
  const storage = await openIndexedDbStorage(name);
  opened.push(storage);
  return storage;
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  for (const storage of opened.splice(0)) storage.close();
  vi.unstubAllGlobals();
});

function interrupted(text: string): RecordBody {
  return { kind: 'run-interrupted', run: createRunId(), text };
}

describe('the ledger in IndexedDB', () => {
  it('keeps records across openings', async () => {
    const first = await openTab();
    const [start, finish] = sampleRun();
    if (!start || !finish) throw new Error('a run has two records');
    await first.append(start, AT);
    const kept = await first.append(finish, AT);
    first.close();

    const second = await openTab();
    const records = await second.records();
    expect(records.map(({ body }) => body)).toEqual([start, finish]);
    expect(await verifyChain(records)).toMatchObject({ intact: true, head: kept.hash });
    expect((await second.summaries()).map(({ kind }) => kind)).toEqual([
      'run-started',
      'run-finished',
    ]);
  });

  it('loses nothing when two tabs write at once, and the chain stays whole', async () => {
    let name = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 2, maxLength: 12 }),
        fc.scheduler(),
        async (writers, scheduler) => {
          name += 1;
          const [left, right] = [await openTab(`ledger ${name}`), await openTab(`ledger ${name}`)];
          const bodies = writers.map((_, index) => interrupted(`text ${index}`));
          const write = scheduler.scheduleFunction((index: number) => {
            const body = bodies[index];
            if (body === undefined) throw new Error('no such body');
            return (writers[index] ? left : right).append(body, AT);
          });
          const writes = Promise.all(bodies.map((_, index) => write(index)));
          await scheduler.waitAll();
          await writes;

          const records = await left.records();
          const texts = records.map(({ body }) => body.kind === 'run-interrupted' && body.text);
          expect([...texts].sort()).toEqual(bodies.map((_, index) => `text ${index}`).sort());
          expect(await verifyChain(records)).toMatchObject({
            intact: true,
            records: writers.length,
          });
          expect(await right.records()).toEqual(records);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('finds the records of one run', async () => {
    const tab = await openTab();
    const [one, two] = [sampleRun('one'), sampleRun('two')];
    for (const body of [one[0], two[0], two[1], one[1]]) if (body) await tab.append(body, AT);
    const run = one[0]?.run ?? createRunId();
    expect((await tab.recordsOf(run)).map(({ index }) => index)).toEqual([0, 3]);
  });

  it('keeps the progress of a run until the run ends', async () => {
    const tab = await openTab();
    const [start, finish] = sampleRun();
    if (!start || !finish) throw new Error('a run has two records');
    await tab.append(start, AT);
    await tab.saveProgress({ run: start.run, text: 'Step 1', at: AT });
    await tab.saveProgress({ run: start.run, text: 'Step 1: fever', at: AT });
    expect(await tab.progressOf(start.run)).toMatchObject({ text: 'Step 1: fever' });
    await tab.append(finish, AT);
    expect(await tab.progressOf(start.run)).toBeUndefined();
  });

  it('tells this tab and the others of each append', async () => {
    const [here, there] = [await openTab(), await openTab()];
    const heard = Promise.all(
      [here, there].map((tab) => new Promise<void>((resolve) => tab.subscribe(resolve))),
    );
    await here.append(interrupted('x'), AT);
    await heard;
  });

  it('says where a record cannot be kept and keeps nothing of it', async () => {
    const tab = await openTab();
    await expect(tab.append(interrupted('\ud800'), AT)).rejects.toMatchObject({
      fault: { code: 'not-json', message: expect.stringContaining('body.text') },
    });
    expect(await tab.records()).toEqual([]);
  });

  it('says so when the browser refuses storage', async () => {
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    await expect(openIndexedDbStorage('refused')).rejects.toMatchObject({
      fault: { code: 'storage-refused' },
    });
  });

  it('says so when storage is full and leaves the chain as it was', async () => {
    const tab = await openTab();
    await tab.append(interrupted('kept'), AT);
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(tab.append(interrupted('lost'), AT)).rejects.toMatchObject({
      fault: { code: 'storage-full' },
    });
    add.mockRestore();
    expect(await tab.records()).toHaveLength(1);
    await tab.append(interrupted('after'), AT);
    expect(await verifyChain(await tab.records())).toMatchObject({ intact: true, records: 2 });
  });
});
