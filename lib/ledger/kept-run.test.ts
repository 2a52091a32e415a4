import { describe, expect, it } from 'vitest';
import { keepRun, recoverInterruptedRuns } from '@/lib/ledger/kept-run';
import { foldRuns } from '@/lib/ledger/runs';
import {
  sampleCase,
  sampleExplanation,
  sampleManifest,
  sampleTrace,
} from '@/lib/ledger/sample-run.fixture';
import { createMemoryStorage } from '@/lib/ledger/storage/memory';
import { createPageRunLocks } from '@/lib/ledger/storage/run-locks';

const START = { case: sampleCase, manifest: sampleManifest };

/** A clock that stands still until it is told to go on. */
function createClock() {
  let milliseconds = Date.UTC(2026, 0, 2);
  return {
    now: () => new Date(milliseconds),
    advance(by: number) {
      milliseconds += by;
    },
  };
}

describe('keepRun', () => {
  it('records start and finish, keeps the text at most once a second, and lets go of it at the end', async () => {
    const [storage, locks, clock] = [createMemoryStorage(), createPageRunLocks(), createClock()];
    const kept = await keepRun(storage, locks, START, clock.now);
    kept.progress('a');
    kept.progress('ab');
    expect(await storage.progressOf(kept.run)).toMatchObject({ text: 'a' });
    clock.advance(1000);
    kept.progress('abc');
    expect(await storage.progressOf(kept.run)).toMatchObject({ text: 'abc' });
    expect(foldRuns(await storage.summaries(), await locks.held())).toMatchObject([
      { run: kept.run, status: 'running' },
    ]);

    await kept.finish(sampleTrace, sampleExplanation);
    expect(await storage.progressOf(kept.run)).toBeUndefined();
    expect(foldRuns(await storage.summaries(), await locks.held())).toMatchObject([
      { run: kept.run, status: 'finished' },
    ]);
  });

  it('keeps a run that continues another as its own, naming that one', async () => {
    const [storage, locks, clock] = [createMemoryStorage(), createPageRunLocks(), createClock()];
    const first = await keepRun(storage, locks, START, clock.now);
    const before = await first.finish(sampleTrace, sampleExplanation);
    const second = await keepRun(storage, locks, { ...START, continues: first.run }, clock.now);
    await second.finish(sampleTrace, sampleExplanation);
    expect((await storage.records())[before.index]).toEqual(before);
    expect(foldRuns(await storage.summaries())).toMatchObject([
      { run: second.run, continues: first.run },
      { run: first.run, status: 'finished' },
    ]);
    expect(foldRuns(await storage.summaries())[1]).not.toHaveProperty('continues');
  });

  it('goes on when progress cannot be kept', async () => {
    const storage = {
      ...createMemoryStorage(),
      saveProgress: () => Promise.reject(new Error('full')),
    };
    const kept = await keepRun(storage, createPageRunLocks(), START, createClock().now);
    kept.progress('a');
    const record = await kept.finish(sampleTrace, sampleExplanation);
    expect(record.body.kind).toBe('run-finished');
  });
});

describe('recoverInterruptedRuns', () => {
  it('ends dead runs with the text that was kept, and leaves living and ended ones alone', async () => {
    const [storage, clock] = [createMemoryStorage(), createClock()];
    const locksOfDeadTab = createPageRunLocks();
    const dead = await keepRun(storage, locksOfDeadTab, START, clock.now);
    dead.progress('<think> so far');
    const silent = await keepRun(storage, locksOfDeadTab, START, clock.now);

    const locks = createPageRunLocks();
    const living = await keepRun(storage, locks, START, clock.now);
    const ended = await keepRun(storage, locks, START, clock.now);
    await ended.interrupt('gave up');

    expect(await recoverInterruptedRuns(storage, locks, clock.now)).toEqual([dead.run, silent.run]);
    const [record] = (await storage.recordsOf(dead.run)).slice(-1);
    expect(record?.body).toEqual({
      kind: 'run-interrupted',
      run: dead.run,
      text: '<think> so far',
    });
    expect(
      foldRuns(await storage.summaries(), await locks.held()).map(({ run, status }) => [
        run,
        status,
      ]),
    ).toEqual([
      [ended.run, 'interrupted'],
      [living.run, 'running'],
      [silent.run, 'interrupted'],
      [dead.run, 'interrupted'],
    ]);
    expect(await recoverInterruptedRuns(storage, locks, clock.now)).toEqual([]);
  });

  it('ends a run once when two tabs open at the same moment', async () => {
    const [storage, clock] = [createMemoryStorage(), createClock()];
    await keepRun(storage, createPageRunLocks(), START, clock.now);
    const locks = createPageRunLocks();
    const recovered = await Promise.all([
      recoverInterruptedRuns(storage, locks, clock.now),
      recoverInterruptedRuns(storage, locks, clock.now),
    ]);
    expect(recovered.flat()).toHaveLength(1);
    expect((await storage.records()).map(({ body }) => body.kind)).toEqual([
      'run-started',
      'run-interrupted',
    ]);
  });
});
