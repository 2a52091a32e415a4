import type { ExplainedDiagnosis } from '@/lib/explanation/explanation';

/** A differential in two parts, each in its order. */
export interface PartedDifferential {
  /** Up to the last diagnosis that has a probability or evidence. */
  readonly weighed: readonly ExplainedDiagnosis[];
  /** What follows and is named, no more. */
  readonly named: readonly ExplainedDiagnosis[];
}

/** Parts what a model weighed from what it merely named after it, which needs no line for evidence each. */
export function partDifferential(differential: readonly ExplainedDiagnosis[]): PartedDifferential {
  const last = differential.findLastIndex(isWeighed);
  return { weighed: differential.slice(0, last + 1), named: differential.slice(last + 1) };
}

function isWeighed({ probability, for: supports, against }: ExplainedDiagnosis): boolean {
  return probability !== undefined || supports.length > 0 || against.length > 0;
}
