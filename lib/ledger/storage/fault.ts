import type { StorageFaultCode } from '@/lib/ledger/storage/storage';
import { type Fault, FaultError } from '@/lib/text/outcome';

/** The names under which browsers refuse storage altogether (private windows, blocked site data, no origin). */
const REFUSALS = new Set(['SecurityError', 'InvalidStateError', 'NotAllowedError', 'UnknownError']);

/** What went wrong with the browser's storage, said for a person. Faults that are already told stay as they are. */
export function storageFault(error: unknown): Fault<StorageFaultCode> {
  if (error instanceof FaultError && isStorageFault(error.fault)) return error.fault;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return FULL;
  if (REFUSALS.has(name)) return REFUSED;
  return {
    code: 'storage-failed',
    message: `The browser's storage failed${error instanceof Error ? `: ${error.message}` : '.'}`,
    remedy: 'Export this run now; then reload the page.',
  };
}

/** The browser lets this page keep nothing. */
export const REFUSED: Fault<'storage-refused'> = {
  code: 'storage-refused',
  message:
    'This browser does not let the page keep anything (private window or blocked site data).',
  remedy: 'Runs stay until you leave or reload this page: export what you want to keep.',
};

/** There is no room for another record. */
export const FULL: Fault<'storage-full'> = {
  code: 'storage-full',
  message: "The browser's storage for this page is full; what was kept before is unharmed.",
  remedy:
    'New runs stay until you leave or reload this page: export them, or free space on the device; the next run then keeps them all.',
};

const CODES: ReadonlySet<string> = new Set<StorageFaultCode>([
  'storage-refused',
  'storage-full',
  'storage-failed',
  'not-json',
  'hashing-unavailable',
]);

function isStorageFault(fault: Fault): fault is Fault<StorageFaultCode> {
  return CODES.has(fault.code);
}
