import type { RunId } from '@/lib/ledger/record';
import { isRunId } from '@/lib/ledger/run-id';

/**
 * Tells whether a run is alive in any open tab. The tab that runs it holds a lock named after it; the browser lets go of
 * the lock when the tab closes or dies, however that happens.
 */
export interface RunLocks {
  /** Holds the run's lock until the returned function is called. */
  hold(run: RunId): Promise<() => void>;
  /** Does the work while holding the lock and gives what it gave; `undefined`, without work, where another holds it. */
  whenFree<Value>(run: RunId, work: () => Promise<Value>): Promise<Value | undefined>;
  /** The runs whose locks are held, in any tab. */
  held(): Promise<ReadonlySet<RunId>>;
}

/** Locks over the Web Locks API (W3C), shared by all tabs of the origin. */
export function createWebRunLocks(locks: LockManager): RunLocks {
  const prefix = 'rationale-run:';
  return {
    hold(run) {
      return new Promise((granted, refused) => {
        const request = locks.request(
          prefix + run,
          () => new Promise<void>((release) => granted(release)),
        );
        request.catch(refused);
      });
    },
    async whenFree(run, work) {
      return locks.request(prefix + run, { ifAvailable: true }, (lock) =>
        lock === null ? undefined : work(),
      );
    },
    async held() {
      const { held = [] } = await locks.query();
      const names = held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
      return new Set(names.map((name) => name.slice(prefix.length)).filter(isRunId));
    },
  };
}

/** Locks within one page, for where the Web Locks API is missing. */
export function createPageRunLocks(): RunLocks {
  const held = new Set<RunId>();
  return {
    async hold(run) {
      held.add(run);
      return () => held.delete(run);
    },
    async whenFree(run, work) {
      if (held.has(run)) return undefined;
      held.add(run);
      try {
        return await work();
      } finally {
        held.delete(run);
      }
    },
    async held() {
      return new Set(held);
    },
  };
}
