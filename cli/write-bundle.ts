import { writeText } from '@/cli/read-text';
import { bundleText, exportLedger } from '@/lib/ledger/bundle';
import type { RecordBody } from '@/lib/ledger/record';
import { createMemoryStorage } from '@/lib/ledger/storage/memory';

/** What a record says, and when it came to be (ISO 8601, UTC). */
export interface Entry {
  readonly body: RecordBody;
  readonly at: string;
}

/** Writes entries, chained in this order, as a bundle file. Throws `FaultError` where it cannot be written. */
export async function writeBundle(path: string, entries: readonly Entry[]): Promise<void> {
  const storage = createMemoryStorage();
  for (const { body, at } of entries) await storage.append(body, at);
  await writeText(path, bundleText(await exportLedger(storage, new Date().toISOString())));
}
