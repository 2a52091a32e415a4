import { describe, expect, it } from 'vitest';
import { appendRecord } from '@/lib/ledger/chain';
import type { LedgerRecord, RecordBody } from '@/lib/ledger/record';
import { foldRuns } from '@/lib/ledger/runs';
import { sampleRun } from '@/lib/ledger/sample-run.fixture';
import { summarise } from '@/lib/ledger/summary';

async function summariesOf(bodies: readonly RecordBody[]) {
  const records: LedgerRecord[] = [];
  for (const [minute, body] of bodies.entries()) {
    const at = `2026-01-02T03:0${minute}:00.000Z`;
    records.push(await appendRecord(records.at(-1), body, at));
  }
  return records.map(summarise);
}

function startOf(bodies: readonly RecordBody[]): RecordBody {
  const [start] = bodies;
  if (start === undefined) throw new Error('a run has a start');
  return start;
}

describe('foldRuns', () => {
  it('lists runs newest first with what a list shows of them', async () => {
    const [first, second] = [sampleRun('The first\n  case.'), sampleRun('The second case.')];
    const runs = foldRuns(await summariesOf([...first, ...second]));
    expect(runs).toEqual([
      expect.objectContaining({
        excerpt: 'The second case.',
        startedAt: '2026-01-02T03:02:00.000Z',
      }),
      {
        run: startOf(first).run,
        status: 'finished',
        startedAt: '2026-01-02T03:00:00.000Z',
        endedAt: '2026-01-02T03:01:00.000Z',
        excerpt: 'The first case.',
        model: 'rationale-embedded',
        answer: expect.objectContaining({ option: 'B', diagnosis: 'Influenza' }),
        stop: 'end',
      },
    ]);
  });

  it('counts a run without an end as interrupted, unless it is known to run', async () => {
    const [dead, alive] = [startOf(sampleRun()), startOf(sampleRun())];
    const summaries = await summariesOf([dead, alive]);
    expect(foldRuns(summaries, new Set([alive.run])).map(({ status }) => status)).toEqual([
      'running',
      'interrupted',
    ]);
  });

  it('takes a run as finished that finished after another tab gave it up, and the other way round', async () => {
    const [start, finish] = sampleRun();
    if (!start || !finish) throw new Error('a run has two records');
    const interrupted: RecordBody = { kind: 'run-interrupted', run: start.run, text: 'so far' };
    for (const bodies of [
      [start, interrupted, finish],
      [start, finish, interrupted],
    ]) {
      expect(foldRuns(await summariesOf(bodies)).map(({ status }) => status)).toEqual(['finished']);
    }
    expect(foldRuns(await summariesOf([start, interrupted]))).toMatchObject([
      { status: 'interrupted', endedAt: '2026-01-02T03:01:00.000Z' },
    ]);
  });

  it('cuts a long case at a word', async () => {
    const [run] = foldRuns(await summariesOf(sampleRun('word '.repeat(100))));
    expect(run?.excerpt).toBe(`${'word '.repeat(23)}word…`);
  });
});
