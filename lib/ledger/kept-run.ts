import type { Case } from '@/lib/case/case';
import type { Explanation } from '@/lib/explanation/explanation';
import type { LedgerRecord, RunId } from '@/lib/ledger/record';
import { createRunId } from '@/lib/ledger/run-id';
import type { RunLocks } from '@/lib/ledger/storage/run-locks';
import type { LedgerStorage } from '@/lib/ledger/storage/storage';
import type { RunManifest, Trace } from '@/lib/trace/trace';

/** How often an unfinished run's text is kept, in milliseconds: at most this much is lost when a tab dies. */
const PROGRESS_INTERVAL = 1000;

/** A run under way, being kept. */
export interface KeptRun {
  readonly run: RunId;
  /** Takes what the run has said so far; cheap to call for every token. Never throws: the run matters more. */
  progress(text: string): void;
  /** Keeps the finished run (also one that the person stopped). Throws `FaultError<StorageFaultCode>`. */
  finish(trace: Trace, explanation: Explanation): Promise<LedgerRecord>;
  /** Gives the run up, keeping what it said. Throws `FaultError<StorageFaultCode>`. */
  interrupt(text: string): Promise<LedgerRecord>;
}

/** What is known of a run when it starts. */
export interface RunStart {
  readonly case: Case;
  readonly manifest: RunManifest;
  /** The run that it goes on from. */
  readonly continues?: RunId;
}

/**
 * Begins to keep a run: records that it started and holds its lock until it ends, so that other tabs see that it is
 * alive. `now` gives the time. Throws `FaultError<StorageFaultCode>`.
 */
export async function keepRun(
  storage: LedgerStorage,
  locks: RunLocks,
  start: RunStart,
  now: () => Date,
): Promise<KeptRun> {
  const run = createRunId();
  const release = await locks.hold(run);
  try {
    await storage.append({ kind: 'run-started', run, ...start }, now().toISOString());
  } catch (error) {
    release();
    throw error;
  }

  let lastKept = Number.NEGATIVE_INFINITY;
  let saving: Promise<void> = Promise.resolve();
  const end = async (append: () => Promise<LedgerRecord>): Promise<LedgerRecord> => {
    // A text that is saved after the end would stay for ever.
    await saving;
    try {
      return await append();
    } finally {
      release();
    }
  };

  return {
    run,
    progress(text) {
      const time = now();
      if (time.getTime() - lastKept < PROGRESS_INTERVAL) return;
      lastKept = time.getTime();
      saving = storage.saveProgress({ run, text, at: time.toISOString() }).catch(() => undefined);
    },
    finish: (trace, explanation) =>
      end(() =>
        storage.append({ kind: 'run-finished', run, trace, explanation }, now().toISOString()),
      ),
    interrupt: (text) =>
      end(() => storage.append({ kind: 'run-interrupted', run, text }, now().toISOString())),
  };
}

/**
 * Gives each run that has no end and lives in no tab its `run-interrupted` record, with the text that was kept of it.
 * Safe to call in several tabs at once. Returns the runs so ended. Throws `FaultError<StorageFaultCode>`.
 */
export async function recoverInterruptedRuns(
  storage: LedgerStorage,
  locks: RunLocks,
  now: () => Date,
): Promise<readonly RunId[]> {
  const recovered: RunId[] = [];
  for (const run of await openRuns(storage)) {
    const record = await locks.whenFree(run, async () => {
      // Another tab may have ended it while this one waited.
      if (!(await openRuns(storage)).includes(run)) return undefined;
      const text = (await storage.progressOf(run))?.text ?? '';
      return storage.append({ kind: 'run-interrupted', run, text }, now().toISOString());
    });
    if (record !== undefined) recovered.push(run);
  }
  return recovered;
}

async function openRuns(storage: LedgerStorage): Promise<readonly RunId[]> {
  const open = new Set<RunId>();
  for (const summary of await storage.summaries()) {
    if (summary.kind === 'run-started') open.add(summary.run);
    else open.delete(summary.run);
  }
  return [...open];
}
