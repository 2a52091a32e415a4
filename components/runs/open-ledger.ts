import type { Case } from '@/lib/case/case';
import { completeExplanation } from '@/lib/explanation/earlier-explanation';
import type { Explanation } from '@/lib/explanation/explanation';
import type { KeptRun, RunStart } from '@/lib/ledger/kept-run';
import type { RunId } from '@/lib/ledger/record';
import type { RunSummary } from '@/lib/ledger/runs';
import type { Fault } from '@/lib/text/outcome';
import type { RunManifest, Trace } from '@/lib/trace/trace';

/** A run as it was kept. */
export type KeptRunContent =
  | {
      readonly status: 'finished';
      readonly case: Case;
      readonly trace?: Trace;
      readonly explanation: Explanation;
    }
  | {
      readonly status: 'interrupted' | 'running';
      readonly case: Case;
      readonly manifest: RunManifest;
      /** What it had said. */
      readonly text: string;
    };

/** The ledger as the page uses it. */
export interface OpenLedger {
  keep(start: RunStart): Promise<KeptRun>;
  /** Keeps the audit of a reasoning that was written elsewhere. */
  keepAudit(audit: { readonly case: Case; readonly explanation: Explanation }): Promise<RunId>;
  /** Newest first. */
  runs(): Promise<readonly RunSummary[]>;
  read(run: RunId): Promise<KeptRunContent | undefined>;
  /** The run's records as the text of a bundle's file. */
  bundle(run: RunId): Promise<string>;
  /** Whether there are runs that would be lost with the page. */
  holdsUnkept(): boolean;
  subscribe(listener: () => void): () => void;
  faultOf(error: unknown): Fault;
}

/**
 * Opens the ledger of this browser and marks the runs that died with their tab. `onFault` is told what is not kept, and why,
 * and `undefined` once it is kept after all.
 */
export async function openLedger(onFault: (fault: Fault | undefined) => void): Promise<OpenLedger> {
  const [
    { openLedgerStorage },
    locking,
    keeping,
    { foldRuns },
    bundling,
    { storageFault },
    { createRunId },
  ] = await Promise.all([
    import('@/lib/ledger/storage/open'),
    import('@/lib/ledger/storage/run-locks'),
    import('@/lib/ledger/kept-run'),
    import('@/lib/ledger/runs'),
    import('@/lib/ledger/bundle'),
    import('@/lib/ledger/storage/fault'),
    import('@/lib/ledger/run-id'),
  ]);
  const storage = await openLedgerStorage(onFault);
  // Absent in insecure contexts, whatever the type says.
  const webLocks: LockManager | undefined = navigator.locks;
  const locks =
    webLocks === undefined ? locking.createPageRunLocks() : locking.createWebRunLocks(webLocks);
  const now = () => new Date();
  try {
    await keeping.recoverInterruptedRuns(storage, locks, now);
  } catch (error) {
    onFault(storageFault(error));
  }

  return {
    keep: (start) => keeping.keepRun(storage, locks, start, now),
    async keepAudit(audit) {
      const run = createRunId();
      await storage.append({ kind: 'trace-audited', run, ...audit }, now().toISOString());
      return run;
    },
    async runs() {
      return foldRuns(await storage.summaries(), await locks.held());
    },
    async read(run) {
      const records = await storage.recordsOf(run);
      const bodies = records.map((record) => record.body);
      const audited = bodies.find((body) => body.kind === 'trace-audited');
      if (audited !== undefined) {
        const explanation = completeExplanation(audited.explanation);
        return { status: 'finished', case: audited.case, explanation };
      }
      const started = bodies.find((body) => body.kind === 'run-started');
      if (started === undefined) return undefined;
      const finished = bodies.find((body) => body.kind === 'run-finished');
      if (finished !== undefined) {
        const { trace } = finished;
        const explanation = completeExplanation(finished.explanation);
        return { status: 'finished', case: started.case, trace, explanation };
      }
      const interrupted = bodies.find((body) => body.kind === 'run-interrupted');
      return {
        status: interrupted === undefined ? 'running' : 'interrupted',
        case: started.case,
        manifest: started.manifest,
        text: interrupted?.text ?? (await storage.progressOf(run))?.text ?? '',
      };
    },
    async bundle(run) {
      return bundling.bundleText(await bundling.exportRun(storage, run, now().toISOString()));
    },
    holdsUnkept: () => storage.holdsUnkept(),
    subscribe: (listener) => storage.subscribe(listener),
    faultOf: storageFault,
  };
}
