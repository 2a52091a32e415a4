import { appendRecord, type ChainTail } from '@/lib/ledger/chain';
import type { LedgerRecord, RunId } from '@/lib/ledger/record';
import { endsRun, type LedgerStorage, type RunProgressText } from '@/lib/ledger/storage/storage';
import { summarise } from '@/lib/ledger/summary';

/**
 * A ledger that lives as long as the page. `tail` is the record that its first one is chained to, where it goes on from
 * a ledger kept elsewhere.
 */
export function createMemoryStorage(tail?: ChainTail): LedgerStorage {
  const records: LedgerRecord[] = [];
  const progress = new Map<RunId, RunProgressText>();
  const listeners = new Set<() => void>();
  let queue: Promise<unknown> = Promise.resolve();

  return {
    holdsUnkept: () => records.length > 0,
    append(body, at) {
      const appended = queue.then(async () => {
        const record = await appendRecord(records.at(-1) ?? tail, body, at);
        records.push(record);
        if (endsRun(body)) progress.delete(body.run);
        for (const listener of listeners) listener();
        return record;
      });
      queue = appended.catch(() => undefined);
      return appended;
    },
    async records() {
      return [...records];
    },
    async recordsOf(run) {
      return records.filter((record) => record.body.run === run);
    },
    async summaries() {
      return records.map(summarise);
    },
    async saveProgress(text) {
      progress.set(text.run, text);
    },
    async progressOf(run) {
      return progress.get(run);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      listeners.clear();
    },
  };
}
