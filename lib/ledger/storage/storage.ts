import type { LedgerRecord, RecordBody, RunId } from '@/lib/ledger/record';
import type { RecordSummary } from '@/lib/ledger/summary';

/** What an unfinished run has said so far. Not part of the chain: it is overwritten as the run goes on. */
export interface RunProgressText {
  readonly run: RunId;
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export type StorageFaultCode =
  | 'storage-refused'
  | 'storage-full'
  | 'storage-failed'
  | 'not-json'
  | 'hashing-unavailable';

/**
 * Where the ledger is kept. Records can be added and read, never changed or removed. Every method throws
 * `FaultError<StorageFaultCode>` when it cannot do what it says; nothing is then half done.
 */
export interface LedgerStorage {
  /** Whether it holds records that would be lost with the page. */
  holdsUnkept(): boolean;
  /**
   * Chains a record to the last one and keeps it, also against other tabs that do so at the same moment. A record that
   * ends a run removes that run's progress text in the same step.
   */
  append(body: RecordBody, at: string): Promise<LedgerRecord>;
  /** Every record, in the order of the chain. */
  records(): Promise<readonly LedgerRecord[]>;
  /** The records of one run, in the order of the chain. */
  recordsOf(run: RunId): Promise<readonly LedgerRecord[]>;
  /** The summaries of all records, in the order of the chain. */
  summaries(): Promise<readonly RecordSummary[]>;
  /** Keeps what an unfinished run has said so far, in place of what was kept before. */
  saveProgress(progress: RunProgressText): Promise<void>;
  progressOf(run: RunId): Promise<RunProgressText | undefined>;
  /** Calls the listener after each append in this or another tab; returns what ends that. */
  subscribe(listener: () => void): () => void;
  /** Lets go of the database and of other tabs' notices. */
  close(): void;
}

/** Whether a record says that its run is over, so that its progress text is no longer needed. */
export function endsRun(body: RecordBody): boolean {
  return body.kind === 'run-finished' || body.kind === 'run-interrupted';
}
