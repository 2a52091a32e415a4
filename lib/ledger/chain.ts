import { canonicalJson } from '@/lib/ledger/canonical-json';
import type { LedgerRecord, RecordBody, SealedRecord, Sha256 } from '@/lib/ledger/record';
import { isSha256, sha256 } from '@/lib/ledger/sha256';
import { FaultError } from '@/lib/text/outcome';

/** What a new record is chained to: the last record, or its place alone. */
export type ChainTail = Pick<LedgerRecord, 'index' | 'hash'>;

/** A record as read from elsewhere: its envelope is known, what it says is not yet. */
export interface UncheckedRecord extends Omit<LedgerRecord, 'body'> {
  readonly body: unknown;
}

/** One link of a chain under verification: a whole record, or the place of one that was left out. */
export type ChainEntry = UncheckedRecord | SealedRecord;

/**
 * Why a record is broken. `hash`: its content is not what was hashed. `link`: it does not follow the record before it.
 * `index`: it is not at the position that it states.
 */
export type BreakReason = 'hash' | 'link' | 'index';

export type ChainReport =
  | {
      readonly intact: true;
      /** Records whose content was hashed and compared. */
      readonly records: number;
      /** Records of which only the place was checked. */
      readonly sealed: number;
      /** Index of the first entry; above 0 where the chain was cut at its start. */
      readonly first: number;
      /** Hash of the last entry; absent for an empty chain. */
      readonly head?: Sha256;
    }
  | {
      readonly intact: false;
      /** The index at which the first broken record stands. */
      readonly index: number;
      readonly reason: BreakReason;
      /** For a person: what was expected and what was found. */
      readonly detail: string;
    };

/** What the first record of a chain names as its predecessor: 64 zeros. */
export const GENESIS: Sha256 = genesis();

function genesis(): Sha256 {
  const zeros = '0'.repeat(64);
  if (!isSha256(zeros)) throw new Error('the first link is not a digest');
  return zeros;
}

/** The hash that a record must have: SHA-256 over the canonical JSON of every field except `hash`. */
export async function hashOf(record: Omit<UncheckedRecord, 'hash'>): Promise<Sha256> {
  const { index, at, previous, body } = record;
  return sha256(canonicalJson({ index, at, previous, body }));
}

/**
 * The record that follows `previous` (none: the first of a chain). `at` is ISO 8601 in UTC. Throws `FaultError` when the
 * body holds what JSON cannot carry or where WebCrypto is missing.
 */
export async function appendRecord(
  previous: ChainTail | undefined,
  body: RecordBody,
  at: string,
): Promise<LedgerRecord> {
  const content = {
    index: previous === undefined ? 0 : previous.index + 1,
    at,
    previous: previous === undefined ? GENESIS : previous.hash,
    body,
  };
  return { ...content, hash: await hashOf(content) };
}

/**
 * Follows a chain from its first entry and names the first broken record. The entries may begin above index 0 (a cut
 * chain); the report then says where they begin. That records are missing after the last entry cannot be seen from the
 * entries alone: compare `head` with a copy kept elsewhere.
 */
export async function verifyChain(entries: readonly ChainEntry[]): Promise<ChainReport> {
  const first = entries[0]?.index ?? 0;
  let before: ChainEntry | undefined;
  let records = 0;
  for (const [position, entry] of entries.entries()) {
    const expected = first + position;
    const broken = await breakIn(entry, expected, before);
    if (broken !== undefined) return { intact: false, index: expected, ...broken };
    if ('body' in entry) records += 1;
    before = entry;
  }
  const counts = { intact: true, records, sealed: entries.length - records, first } as const;
  return before === undefined ? counts : { ...counts, head: before.hash };
}

async function breakIn(
  entry: ChainEntry,
  index: number,
  before: ChainEntry | undefined,
): Promise<{ reason: BreakReason; detail: string } | undefined> {
  if (entry.index !== index) {
    return {
      reason: 'index',
      detail: `Record ${index} says that it is record ${entry.index}: one was removed, added or moved.`,
    };
  }
  const previous = before === undefined ? (index === 0 ? GENESIS : undefined) : before.hash;
  if (previous !== undefined && entry.previous !== previous) {
    return {
      reason: 'link',
      detail: `Record ${index} follows a record with hash ${entry.previous}, but the one before it has ${previous}.`,
    };
  }
  return 'body' in entry ? breakInContent(entry) : undefined;
}

async function breakInContent(
  record: UncheckedRecord,
): Promise<{ reason: BreakReason; detail: string } | undefined> {
  try {
    const hash = await hashOf(record);
    if (hash === record.hash) return undefined;
    return {
      reason: 'hash',
      detail: `Record ${record.index} was changed: its content has hash ${hash}, but it states ${record.hash}.`,
    };
  } catch (error) {
    // What cannot be written as canonical JSON was never hashed, so it was put there later.
    if (!(error instanceof FaultError) || error.fault.code !== 'not-json') throw error;
    return { reason: 'hash', detail: `Record ${record.index} was changed. ${error.fault.message}` };
  }
}
