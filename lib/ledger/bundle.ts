import { canonicalJson } from '@/lib/ledger/canonical-json';
import type { Bundle, LedgerRecord, RunId, SealedRecord } from '@/lib/ledger/record';
import type { LedgerStorage } from '@/lib/ledger/storage/storage';

/** Where a record stands in the chain. */
type Place = Pick<LedgerRecord, 'index' | 'hash'>;

/**
 * A bundle of records, given in the order of their chain. `chain` gives the places of all records between the first and
 * the last of them; those that are not exported become sealed: their place is shown and what they say is not.
 */
export function exportBundle(
  records: readonly LedgerRecord[],
  chain: readonly Place[],
  exportedAt: string,
): Bundle {
  const sealed = sealedBetween(records, chain);
  const bundle = { format: 'rationale-bundle', version: 1, exportedAt, records } as const;
  return sealed.length === 0 ? bundle : { ...bundle, sealed };
}

function sealedBetween(
  records: readonly LedgerRecord[],
  chain: readonly Place[],
): readonly SealedRecord[] {
  const first = records[0]?.index ?? 0;
  const last = records.at(-1)?.index ?? 0;
  const exported = new Set(records.map(({ index }) => index));
  return chain.flatMap(({ index, hash }, position) => {
    const before = chain[position - 1];
    if (before === undefined || index <= first || index >= last || exported.has(index)) return [];
    return [{ index, previous: before.hash, hash }];
  });
}

/** A bundle of the records of one run. Throws `FaultError<StorageFaultCode>`. */
export async function exportRun(
  storage: LedgerStorage,
  run: RunId,
  exportedAt: string,
): Promise<Bundle> {
  return exportBundle(await storage.recordsOf(run), await storage.summaries(), exportedAt);
}

/** A bundle of the whole ledger. Throws `FaultError<StorageFaultCode>`. */
export async function exportLedger(storage: LedgerStorage, exportedAt: string): Promise<Bundle> {
  return exportBundle(await storage.records(), [], exportedAt);
}

/** The text of a bundle's file: its canonical JSON and a line break. */
export function bundleText(bundle: Bundle): string {
  return `${canonicalJson(bundle)}\n`;
}
