import { storageFault } from '@/lib/ledger/storage/fault';
import { openIndexedDbStorage } from '@/lib/ledger/storage/indexed-db';
import { createMemoryStorage } from '@/lib/ledger/storage/memory';
import { withOverflow } from '@/lib/ledger/storage/overflow';
import type { LedgerStorage, StorageFaultCode } from '@/lib/ledger/storage/storage';
import type { Fault } from '@/lib/text/outcome';

/**
 * The ledger of this browser. It always opens: where the browser refuses storage, or when storage is full later, records
 * are kept in memory. `onNotice` is told once why and what to do, and `undefined` once all of them are kept after all.
 */
export async function openLedgerStorage(
  onNotice: (fault: Fault<StorageFaultCode> | undefined) => void,
): Promise<LedgerStorage> {
  try {
    return withOverflow(await openIndexedDbStorage(), onNotice);
  } catch (error) {
    onNotice(storageFault(error));
    return createMemoryStorage();
  }
}
