import { PASTED_MODEL } from '@/lib/explanation/pasted-model';
import type { RunId } from '@/lib/ledger/record';
import type { RunSummary } from '@/lib/ledger/runs';

/** Whether an entry of the list is the check of a pasted reasoning, and no run of a model. */
export function isAudit(runs: readonly RunSummary[] | undefined, id: RunId): boolean {
  return runs?.find(({ run }) => run === id)?.model === PASTED_MODEL;
}
