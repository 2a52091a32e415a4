import type { Case } from '@/lib/case/case';
import type { Explanation } from '@/lib/explanation/explanation';
import type { RunManifest, Trace } from '@/lib/trace/trace';

/** Identifies one run across its records. */
export type RunId = string & { readonly __brand: 'RunId' };

/** A lower-case hexadecimal SHA-256 digest. */
export type Sha256 = string & { readonly __brand: 'Sha256' };

/** What a record says. A run that started and has no `run-finished` was interrupted. */
export type RecordBody =
  | {
      readonly kind: 'run-started';
      readonly run: RunId;
      readonly case: Case;
      readonly manifest: RunManifest;
      /** The run that this one goes on from. What that one said is the beginning of what this one says. */
      readonly continues?: RunId;
    }
  | {
      readonly kind: 'run-finished';
      readonly run: RunId;
      readonly trace: Trace;
      readonly explanation: Explanation;
    }
  | { readonly kind: 'run-interrupted'; readonly run: RunId; readonly text: string }
  | {
      /** A chain of thought that came from elsewhere was audited: one record says it all. */
      readonly kind: 'trace-audited';
      readonly run: RunId;
      readonly case: Case;
      readonly explanation: Explanation;
    };

/** One entry of the ledger. `hash` is the SHA-256 of the canonical JSON (RFC 8785) of all other fields. */
export interface LedgerRecord {
  /** Position in the chain, from 0. */
  readonly index: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** `hash` of the record before; 64 zeros for the first. */
  readonly previous: Sha256;
  readonly body: RecordBody;
  readonly hash: Sha256;
}

/** The place of a record in the chain without what it says. */
export interface SealedRecord {
  readonly index: number;
  readonly previous: Sha256;
  readonly hash: Sha256;
}

/** Records exported with their chain, verifiable without Rationale's storage. */
export interface Bundle {
  readonly format: 'rationale-bundle';
  readonly version: 1;
  readonly exportedAt: string;
  readonly records: readonly LedgerRecord[];
  /**
   * The records that lie between those exported and were left out, so that a bundle of one patient's run shows nothing of
   * another's and its links can still be followed.
   */
  readonly sealed?: readonly SealedRecord[];
}
