import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { appendRecord, type ChainTail } from '@/lib/ledger/chain';
import type { LedgerRecord, RecordBody, RunId } from '@/lib/ledger/record';
import { REFUSED, storageFault } from '@/lib/ledger/storage/fault';
import { createNotices } from '@/lib/ledger/storage/notices';
import { endsRun, type LedgerStorage, type RunProgressText } from '@/lib/ledger/storage/storage';
import { type RecordSummary, summarise } from '@/lib/ledger/summary';
import { FaultError } from '@/lib/text/outcome';

const VERSION = 1;

interface LedgerSchema extends DBSchema {
  /** The chain, by index. */
  records: { key: number; value: LedgerRecord; indexes: { run: RunId } };
  /** A summary of each record, by index, so that a list of runs need not read whole traces. */
  summaries: { key: number; value: RecordSummary };
  /** What unfinished runs have said so far. */
  progress: { key: RunId; value: RunProgressText };
}

type LedgerDatabase = IDBPDatabase<LedgerSchema>;

/**
 * The ledger in this browser's IndexedDB, shared by every tab of the origin. Throws `FaultError<StorageFaultCode>` when
 * the browser refuses it.
 */
export async function openIndexedDbStorage(name = 'rationale-ledger'): Promise<LedgerStorage> {
  if (typeof indexedDB === 'undefined') throw new FaultError(REFUSED);
  const connection = connectionTo(name);
  const notices = createNotices(name);
  await attempt(connection.database);

  return {
    holdsUnkept: () => false,
    append: (body, at) =>
      attempt(async () => {
        const record = await appendToChain(await connection.database(), body, at);
        notices.publish();
        return record;
      }),
    records: () => attempt(async () => (await connection.database()).getAll('records')),
    recordsOf: (run) =>
      attempt(async () => (await connection.database()).getAllFromIndex('records', 'run', run)),
    summaries: () => attempt(async () => (await connection.database()).getAll('summaries')),
    saveProgress: (progress) =>
      attempt(async () => {
        await (await connection.database()).put('progress', progress);
      }),
    progressOf: (run) => attempt(async () => (await connection.database()).get('progress', run)),
    subscribe: notices.subscribe,
    close() {
      notices.close();
      connection.close();
    },
  };
}

/**
 * Compare and append. The digest cannot be computed inside the transaction, because a transaction commits itself while
 * WebCrypto is awaited. So the record is prepared outside; inside one transaction the tail is read again, and the record
 * is put only when it is still the one it was chained to. Otherwise another tab was first: prepare it anew. Each round
 * that fails means that another writer succeeded, so this ends.
 */
async function appendToChain(
  database: LedgerDatabase,
  body: RecordBody,
  at: string,
): Promise<LedgerRecord> {
  for (;;) {
    const record = await appendRecord(await tailOf(database), body, at);
    if (await putIfNext(database, record)) return record;
  }
}

async function tailOf(database: LedgerDatabase): Promise<ChainTail | undefined> {
  const cursor = await database.transaction('summaries').store.openCursor(null, 'prev');
  return cursor?.value;
}

/** Whether the record was put: it is not when it does not follow the record that is last by now. */
async function putIfNext(database: LedgerDatabase, record: LedgerRecord): Promise<boolean> {
  const transaction = database.transaction(['records', 'summaries', 'progress'], 'readwrite');
  const last = await transaction.objectStore('records').openKeyCursor(null, 'prev');
  const next = last === null ? 0 : last.key + 1;
  if (next !== record.index) {
    await transaction.done;
    return false;
  }
  const writes: Promise<unknown>[] = [
    transaction.objectStore('records').add(record),
    transaction.objectStore('summaries').add(summarise(record)),
    transaction.done,
  ];
  if (endsRun(record.body)) {
    writes.push(transaction.objectStore('progress').delete(record.body.run));
  }
  await allOrFirstCause(writes, transaction);
  return true;
}

/**
 * Waits for all. When a transaction is aborted every write in it fails with `AbortError`; the transaction's own error says
 * why (a full disk, for one), so that is what is thrown.
 */
async function allOrFirstCause(
  writes: readonly Promise<unknown>[],
  transaction: { readonly error: DOMException | null },
): Promise<void> {
  const results = await Promise.allSettled(writes);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw transaction.error ?? failed.reason;
}

async function attempt<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw new FaultError(storageFault(error));
  }
}

/** Opens the database when first asked, and again when the browser closed it in between. */
function connectionTo(name: string) {
  let opening: Promise<LedgerDatabase> | undefined;
  const forget = () => {
    opening = undefined;
  };
  const open = () =>
    openDB<LedgerSchema>(name, VERSION, {
      upgrade(database) {
        database.createObjectStore('records', { keyPath: 'index' }).createIndex('run', 'body.run');
        database.createObjectStore('summaries', { keyPath: 'index' });
        database.createObjectStore('progress', { keyPath: 'run' });
      },
      blocking(_current, _blocked, event) {
        // A newer version of the page waits in another tab: give way.
        if (event.target instanceof IDBDatabase) event.target.close();
        forget();
      },
      terminated: forget,
    });
  return {
    database(): Promise<LedgerDatabase> {
      if (opening === undefined) {
        opening = open();
        opening.catch(forget);
      }
      return opening;
    },
    close() {
      opening?.then(
        (database) => database.close(),
        () => undefined,
      );
      forget();
    },
  };
}
