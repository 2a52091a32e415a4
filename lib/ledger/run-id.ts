import type { RunId } from '@/lib/ledger/record';

/** Whether a text can identify a run. */
export function isRunId(text: string): text is RunId {
  return text.length > 0 && text.length <= 100;
}

/** A run identifier that no other run has (RFC 9562 UUID version 4). */
export function createRunId(): RunId {
  const id = globalThis.crypto.randomUUID();
  if (!isRunId(id)) throw new Error(`not a run identifier: ${id}`);
  return id;
}
