import { dangerousConditionOmissions } from '@/lib/audit/omissions/dangerous-conditions';
import type { Omission } from '@/lib/audit/omissions/omission';
import {
  type TakenUp,
  unaddressedFindingOmissions,
} from '@/lib/audit/omissions/unaddressed-findings';
import { unusedFindingOmissions } from '@/lib/audit/omissions/unused-findings';
import type { Coverage } from '@/lib/audit/second-reading/coverage';
import type { CaseReading } from '@/lib/case/case';
import type { TraceReading } from '@/lib/trace/trace';

/** What a trace uses of its case, as far as its citations and verdicts link it. */
export interface Use extends TakenUp {
  /** Indices of the findings that no step and no line of the differential names, or cites without naming any. */
  readonly unused: readonly number[];
}

/**
 * What the reasoning left unsaid: dangerous conditions, then findings against its answer, then findings that it never
 * used; each the weightiest first. The first two need a case that lies within the counts. A trace without any step has
 * said nothing, so nothing can be missing from it.
 */
export function omissionsOf(
  reading: CaseReading,
  trace: TraceReading,
  use: Use,
  coverage: Coverage,
): readonly Omission[] {
  if (trace.steps.length === 0) {
    return [];
  }
  const dangerous = dangerousConditionOmissions(reading, trace.text, coverage);
  const against = unaddressedFindingOmissions(reading, trace, use, coverage);
  const told = new Set(against.flatMap(({ findings }) => findings));
  const unused = unusedFindingOmissions(
    reading,
    trace,
    use.unused.filter((index) => !told.has(index)),
  );
  return [...dangerous, ...against, ...unused];
}
