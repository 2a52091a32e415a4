import type { DdxplusRow } from '@/lib/evaluation/ddxplus/patient';
import { sha256 } from '@/lib/ledger/sha256';

/** Share of patients that no count, no case and no weight of the embedded model is made from. */
const SHARE = 1 / 6;

/**
 * Whether a patient of a file that the embedded model was made from was held out of all of it. A row's own content
 * decides, so it holds in any order and for any part of the file; the counting and the training ask here too.
 */
export async function isHeldOut(row: Pick<DdxplusRow, 'AGE' | 'EVIDENCES'>): Promise<boolean> {
  const digest = await sha256(`${row.AGE}|${row.EVIDENCES}`);
  return Number.parseInt(digest.slice(0, 8), 16) / 2 ** 32 < SHARE;
}
