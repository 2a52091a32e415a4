import type { LedgerRecord } from '@/lib/ledger/record';
import { storageFault } from '@/lib/ledger/storage/fault';
import { createMemoryStorage } from '@/lib/ledger/storage/memory';
import type { LedgerStorage, StorageFaultCode } from '@/lib/ledger/storage/storage';
import type { Fault } from '@/lib/text/outcome';

/** What is kept in memory because the lasting storage took no more. */
interface Overflow {
  readonly memory: LedgerStorage;
  /** The index of the first record that is in memory. */
  readonly from: number;
}

/**
 * A ledger that goes on in memory, on the same chain, when the lasting storage takes no more records, so that nothing is
 * lost while the page is open and everything can still be exported. With each record that follows it tries whether there is
 * room again for those in memory. `onNotice` is told why it goes on in memory, once, and `undefined` once all is kept.
 * Faults that another storage would not mend (the record itself cannot be kept) are thrown as they are.
 */
export function withOverflow(
  lasting: LedgerStorage,
  onNotice: (fault: Fault<StorageFaultCode> | undefined) => void,
): LedgerStorage {
  let overflow: Overflow | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();
  const callAll = () => {
    for (const listener of listeners) listener();
  };
  const unsubscribe = lasting.subscribe(callAll);

  /** Goes on in memory after the last record that is kept, with the records that are not. */
  async function overflowWith(unkept: readonly LedgerRecord[]): Promise<Overflow> {
    const tail = (await lasting.summaries()).at(-1);
    const memory = createMemoryStorage(tail);
    for (const { body, at } of unkept) await memory.append(body, at);
    memory.subscribe(callAll);
    return { memory, from: tail === undefined ? 0 : tail.index + 1 };
  }

  /** What is left in memory after as much of it was kept as there is room for, in its order; `undefined` for nothing. */
  async function keepHeld(held: Overflow): Promise<Overflow | undefined> {
    const unkept = [...(await held.memory.records())];
    const { length } = unkept;
    try {
      for (let next = unkept[0]; next !== undefined; next = unkept[0]) {
        // After what another tab added meanwhile: its place in the chain is another then, what it says and when is the same.
        await lasting.append(next.body, next.at);
        unkept.shift();
      }
    } catch {
      return unkept.length === length ? held : overflowWith(unkept);
    }
    onNotice(undefined);
    return undefined;
  }

  async function append(...args: Parameters<LedgerStorage['append']>): Promise<LedgerRecord> {
    if (overflow !== undefined) overflow = await keepHeld(overflow);
    if (overflow === undefined) {
      try {
        return await lasting.append(...args);
      } catch (error) {
        const fault = storageFault(error);
        if (fault.code === 'not-json' || fault.code === 'hashing-unavailable') throw error;
        overflow = await overflowWith([]);
        onNotice(fault);
      }
    }
    return overflow.memory.append(...args);
  }

  /** The entries of both; what another tab could still add to the lasting storage is on another branch of the chain. */
  async function both<Entry extends { readonly index: number }>(
    read: (storage: LedgerStorage) => Promise<readonly Entry[]>,
  ): Promise<readonly Entry[]> {
    const kept = await read(lasting);
    if (overflow === undefined) return kept;
    const { memory, from } = overflow;
    return [...kept.filter((entry) => entry.index < from), ...(await read(memory))];
  }

  return {
    holdsUnkept: () => overflow !== undefined || lasting.holdsUnkept(),
    append(...args) {
      const appended = queue.then(() => append(...args));
      queue = appended.catch(() => undefined);
      return appended;
    },
    records: () => both((storage) => storage.records()),
    recordsOf: (run) => both((storage) => storage.recordsOf(run)),
    summaries: () => both((storage) => storage.summaries()),
    saveProgress: (progress) => (overflow?.memory ?? lasting).saveProgress(progress),
    async progressOf(run) {
      return (await overflow?.memory.progressOf(run)) ?? lasting.progressOf(run);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      unsubscribe();
      listeners.clear();
      lasting.close();
    },
  };
}
