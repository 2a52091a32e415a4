import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleText, exportLedger, exportRun } from '@/lib/ledger/bundle';
import { canonicalJson } from '@/lib/ledger/canonical-json';
import { appendRecord } from '@/lib/ledger/chain';
import { findDuplicateKey } from '@/lib/ledger/duplicate-key';
import type { Bundle, RecordBody, RunId } from '@/lib/ledger/record';
import { createRunId } from '@/lib/ledger/run-id';
import { sampleCase, sampleExplanation, sampleRun } from '@/lib/ledger/sample-run.fixture';
import { createMemoryStorage } from '@/lib/ledger/storage/memory';
import { readBundle, verifyBundle } from '@/lib/ledger/verify-bundle';

const AT = '2026-01-02T03:04:05.000Z';

async function storageOf(bodies: readonly RecordBody[]) {
  const storage = createMemoryStorage();
  for (const body of bodies) await storage.append(body, AT);
  return storage;
}

async function bundleOf(bodies: readonly RecordBody[]): Promise<Bundle> {
  return exportLedger(await storageOf(bodies), AT);
}

async function verified(text: string) {
  const read = readBundle(text);
  if (!read.ok) throw new Error(read.fault.message);
  return verifyBundle(read.value);
}

/** A run of each kind: finished, interrupted, audited. */
function everyKind(): readonly RecordBody[] {
  const [dead] = sampleRun('The case of an interrupted run.');
  if (dead === undefined) throw new Error('a run has a start');
  return [
    ...sampleRun(),
    dead,
    { kind: 'run-interrupted', run: dead.run, text: '<think> so far' },
    {
      kind: 'trace-audited',
      run: createRunId(),
      case: sampleCase,
      explanation: sampleExplanation,
    },
  ];
}

let bundle: Bundle;
beforeAll(async () => {
  bundle = await bundleOf(everyKind());
});

/** A finished run, and one that continues it and says `text`. */
function continuedRun(text: string): readonly RecordBody[] {
  const [start, finish] = sampleRun();
  const [nextStart, nextFinish] = sampleRun();
  if (start?.kind !== 'run-started' || finish?.kind !== 'run-finished') throw new Error('no run');
  if (nextStart?.kind !== 'run-started' || nextFinish?.kind !== 'run-finished') {
    throw new Error('no run');
  }
  const { trace, explanation } = nextFinish;
  return [
    start,
    finish,
    { ...nextStart, continues: start.run },
    {
      ...nextFinish,
      trace: { ...trace, text },
      explanation: { ...explanation, trace: { ...explanation.trace, text } },
    },
  ];
}

describe('a run that continues another', () => {
  it('verifies where it begins with what that one said, and not where it says something else', async () => {
    const { text } = sampleExplanation.trace;
    const whole = await bundleOf(continuedRun(`${text} and more`));
    expect(await verified(bundleText(whole))).toMatchObject({ intact: true });
    const other = await bundleOf(continuedRun(`x${text}`));
    expect(await verified(bundleText(other))).toMatchObject({
      intact: false,
      index: 3,
      reason: 'content',
    });
  });
});

describe('a whole ledger as a bundle', () => {
  it('reads back and verifies, with its runs', async () => {
    expect(await verified(bundleText(bundle))).toMatchObject({
      intact: true,
      chain: { records: 5, sealed: 0, first: 0, head: bundle.records.at(-1)?.hash },
      runs: [{ status: 'finished' }, { status: 'interrupted' }, { status: 'finished' }],
    });
  });

  it('verifies in whatever layout and order of keys it is passed on', async () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, turned(member)]),
      );
    };
    const text = JSON.stringify(turned(bundle), null, 4);
    expect(await verified(text)).toMatchObject({ intact: true });
  });

  it('does not verify after any change of any byte in any record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(4), fc.nat(), fc.nat({ max: 255 }), async (at, place, byte) => {
        const record = Buffer.from(canonicalJson(bundle.records[at]));
        const offset = place % record.length;
        fc.pre(record[offset] !== byte);
        record[offset] = byte;
        const records = bundle.records.map((each, index) =>
          index === at
            ? record.toString('latin1')
            : Buffer.from(canonicalJson(each)).toString('latin1'),
        );
        const text = Buffer.from(
          `{"format":"rationale-bundle","version":1,"exportedAt":"${AT}","records":[${records.join()}]}`,
          'latin1',
        ).toString('utf8');
        const read = readBundle(text);
        if (!read.ok) return;
        // The same value in another notation (an escape in capitals) is no change to what the record says.
        fc.pre(canonicalJson(read.value.records) !== canonicalJson(bundle.records));
        expect((await verifyBundle(read.value)).intact).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('does not verify after a record was left out or put elsewhere', async () => {
    const { records } = bundle;
    for (const [index] of records.slice(0, -1).entries()) {
      if (index === 0) continue;
      const text = bundleText({ ...bundle, records: records.toSpliced(index, 1) });
      expect(await verified(text)).toMatchObject({ intact: false, index, reason: 'index' });
    }
  });
});

describe('one run as a bundle', () => {
  const [one, two] = [sampleRun('The case of one patient.'), sampleRun('SECRET of another.')];
  const interleaved = [one[0], two[0], two[1], one[1], ...sampleRun('SECRET of a third.')];
  let run: RunId;
  let text: string;
  beforeAll(async () => {
    const storage = await storageOf(interleaved.filter((body) => body !== undefined));
    run = one[0]?.run ?? createRunId();
    text = bundleText(await exportRun(storage, run, AT));
  });

  it('shows nothing of the other runs, and its links can be followed', async () => {
    expect(text).toContain('The case of one patient.');
    expect(text).not.toContain('SECRET');
    expect(await verified(text)).toMatchObject({
      intact: true,
      chain: { records: 2, sealed: 2, first: 0 },
      runs: [{ run, status: 'finished' }],
    });
  });

  it('does not verify when a sealed place is removed or changed', async () => {
    const parsed: Bundle = JSON.parse(text);
    const [first, second] = parsed.sealed ?? [];
    if (!first || !second) throw new Error('two records are sealed');
    expect(await verified(bundleText({ ...parsed, sealed: [first] }))).toMatchObject({
      intact: false,
      index: 2,
      reason: 'index',
    });
    const forged = { ...second, previous: second.hash };
    expect(await verified(bundleText({ ...parsed, sealed: [first, forged] }))).toMatchObject({
      intact: false,
      index: 2,
      reason: 'link',
    });
  });
});

describe('verifyBundle', () => {
  it('names a record that is no record although its hash is right', async () => {
    const [start] = sampleRun();
    if (start === undefined) throw new Error('a run has a start');
    const record = await appendRecord(undefined, start, AT);
    const odd = await appendRecord(undefined, JSON.parse('{"kind":"run-ended","run":"x"}'), AT);
    const text = (records: unknown) => JSON.stringify({ ...bundle, records });
    expect(await verified(text([record]))).toMatchObject({ intact: true });
    expect(await verified(text([odd]))).toMatchObject({
      intact: false,
      index: 0,
      reason: 'form',
      detail: expect.stringContaining('body.kind'),
    });
  });

  it('names a record that explains another case or trace than its own, and an end without a start', async () => {
    const [start, finish] = sampleRun();
    if (finish?.kind !== 'run-finished' || !start) throw new Error('a run has two records');
    const otherTrace = { ...finish.trace, text: 'x' };
    const otherCase = {
      ...finish.explanation,
      case: { ...finish.explanation.case, text: 'x' },
    };
    for (const [bodies, index] of [
      [[start, { ...finish, trace: otherTrace }], 1],
      [[start, { ...finish, explanation: otherCase }], 1],
      [[finish], 0],
    ] as const) {
      expect(await verified(bundleText(await bundleOf(bodies)))).toMatchObject({
        intact: false,
        index,
        reason: 'content',
      });
    }
  });
});

describe('readBundle', () => {
  it.each([
    ['', 'Not JSON'],
    ['{"format":', 'Not JSON'],
    ['[]', 'the document: '],
    ['{"format":"zip"}', 'format: must be "rationale-bundle"'],
    [
      `{"format":"rationale-bundle","version":2,"exportedAt":"${AT}","records":[]}`,
      'version: must be 1',
    ],
    [
      `{"format":"rationale-bundle","version":1,"exportedAt":"${AT}","records":[]}`,
      'records: must hold at least one record',
    ],
    [
      `{"format":"rationale-bundle","version":1,"exportedAt":"${AT}","records":[{"index":0,"at":"${AT}","previous":"x","hash":"y","body":{}}]}`,
      'records[0].previous: must be 64 lower-case hexadecimal digits',
    ],
    ['{"format":"zip","format":"rationale-bundle"}', 'The key "format" stands twice'],
  ])('says what is wrong with %j and where', (text, message) => {
    const read = readBundle(text);
    expect(read.ok || read.fault.message).toContain(message);
  });
});

describe('findDuplicateKey', () => {
  it('finds none in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: 'binary' }),
        fc.constantFrom(0, 2),
        (value, indent) => {
          expect(findDuplicateKey(JSON.stringify(value, null, indent))).toBeUndefined();
        },
      ),
    );
  });

  it('finds a key that is written twice, also in two notations and deep inside', () => {
    expect(findDuplicateKey('[{"b":{"a":"a"}},{"a":1, "\\u0061" :2}]')).toEqual({
      key: 'a',
      offset: 25,
    });
    expect(findDuplicateKey('{"a":["a","a",{"a":"\\""}],"b":{"a":1}}')).toBeUndefined();
  });
});
