import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/ledger/canonical-json';
import {
  appendRecord,
  type ChainEntry,
  GENESIS,
  type UncheckedRecord,
  verifyChain,
} from '@/lib/ledger/chain';
import type { LedgerRecord, RecordBody, Sha256 } from '@/lib/ledger/record';
import { sampleRun } from '@/lib/ledger/sample-run.fixture';
import { sha256 } from '@/lib/ledger/sha256';

const AT = '2026-01-02T03:04:05.000Z';

async function chainOf(bodies: readonly RecordBody[]): Promise<LedgerRecord[]> {
  const records: LedgerRecord[] = [];
  for (const body of bodies) records.push(await appendRecord(records.at(-1), body, AT));
  return records;
}

let chain: readonly LedgerRecord[];
beforeAll(async () => {
  chain = await chainOf([...sampleRun('one'), ...sampleRun('two'), ...sampleRun('three')]);
});

function replaced(at: number, change: (record: LedgerRecord) => LedgerRecord): LedgerRecord[] {
  return chain.map((record, index) => (index === at ? change(record) : record));
}

describe('appendRecord', () => {
  it('begins with 64 zeros and then names the record before', () => {
    expect(chain.map(({ previous }) => previous)).toEqual([
      GENESIS,
      ...chain.slice(0, -1).map(({ hash }) => hash),
    ]);
    expect(chain.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('hashes the canonical JSON of every other field', async () => {
    const [record] = chain;
    const { hash, ...rest } = record ?? { hash: undefined };
    expect(await sha256(canonicalJson(rest))).toBe(hash);
  });
});

describe('verifyChain', () => {
  it('finds a chain intact, also one that was cut at its start, and tells its head', async () => {
    const head = chain.at(-1)?.hash;
    expect(await verifyChain(chain)).toEqual({
      intact: true,
      records: 6,
      sealed: 0,
      first: 0,
      head,
    });
    expect(await verifyChain(chain.slice(2))).toMatchObject({ intact: true, first: 2, head });
    expect(await verifyChain([])).toEqual({ intact: true, records: 0, sealed: 0, first: 0 });
  });

  it('follows the links through records whose content is left out', async () => {
    const sealed = chain.map((record) => {
      if (record.index !== 2 && record.index !== 3) return record;
      const { index, previous, hash } = record;
      return { index, previous, hash };
    });
    expect(await verifyChain(sealed)).toMatchObject({ intact: true, records: 4, sealed: 2 });
    const [a, b, c, d, ...rest] = sealed;
    if (!a || !b || !c || !d) throw new Error('the chain is too short');
    const forged = [a, b, { ...c, hash: a.hash }, d, ...rest];
    expect(await verifyChain(forged)).toMatchObject({ intact: false, index: 3, reason: 'link' });
  });

  it('names the first of several broken records', async () => {
    const twice = replaced(4, (record) => ({ ...record, at: '2020-01-01T00:00:00.000Z' }));
    const last = twice[5];
    if (!last) throw new Error('the chain is too short');
    twice[5] = { ...last, previous: GENESIS };
    expect(await verifyChain(twice)).toMatchObject({ intact: false, index: 4, reason: 'hash' });
  });

  it('notices a record that was removed, moved, put in or put at the start', async () => {
    const [a, b, c, d, e, f] = chain;
    if (!a || !b || !c || !d || !e || !f) throw new Error('the chain is too short');
    const broken = [
      [a, b, d, e, f],
      [a, c, b, d, e, f],
      [a, b, b, c, d, e, f],
      [{ ...b, index: 0 }, c],
    ];
    const reports = await Promise.all(broken.map((entries) => verifyChain(entries)));
    expect(reports.map((report) => !report.intact && [report.index, report.reason])).toEqual([
      [2, 'index'],
      [1, 'index'],
      [2, 'index'],
      [0, 'link'],
    ]);
  });

  it('notices a record that was written anew with its own hash but without those after it', async () => {
    const third = chain[2];
    if (!third) throw new Error('the chain is too short');
    const forged = await appendRecord(chain[1], third.body, '2020-01-01T00:00:00.000Z');
    expect(await verifyChain(replaced(2, () => forged))).toMatchObject({
      intact: false,
      index: 3,
      reason: 'link',
    });
  });

  it('notices any change to any value anywhere in a record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5), fc.nat(), fc.nat(), async (at, place, change) => {
        const record = chain[at];
        if (!record) throw new Error('the chain is too short');
        const changed = changedSomewhere(JSON.stringify(record), place, change);
        fc.pre(changed !== undefined && canonicalJson(changed) !== canonicalJson(record));
        const elsewhere = await sha256('elsewhere');
        const report = await verifyChain(
          chain.map((each, index) => (index === at ? asEntry(changed, elsewhere) : each)),
        );
        expect(report.intact).toBe(false);
        // The first entry tells where the chain begins, so a change to its own index moves the report with it.
        if (at > 0 && !report.intact) expect([at, at + 1]).toContain(report.index);
      }),
      { numRuns: 300 },
    );
  });
});

/** The value of a JSON text after one of its characters was replaced; `undefined` where it is JSON no more. */
function changedSomewhere(text: string, place: number, change: number): unknown {
  const at = place % text.length;
  const character = String.fromCharCode(32 + (change % 95));
  try {
    return JSON.parse(text.slice(0, at) + character + text.slice(at + 1));
  } catch {
    return undefined;
  }
}

/** The entry that a changed record would be read as; a field that lost its name gets a value that no record has. */
function asEntry(value: unknown, elsewhere: Sha256): ChainEntry {
  const fields: Partial<UncheckedRecord> = typeof value === 'object' && value !== null ? value : {};
  const { index = -1, at = '', previous = elsewhere, hash = elsewhere, body } = fields;
  return { index, at, previous, hash, body };
}
