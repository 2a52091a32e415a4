import { FORM } from '@/lib/audit/checks/form';
import type { Verdict } from '@/lib/audit/verdict';
import { covers, type Span } from '@/lib/text/span';

/**
 * The verdicts on words of each step, by the step's index, in their order. Those on the form of the whole, and those that
 * reach beyond one step, belong to none. The steps are in order and do not overlap.
 */
export function verdictsByStep(
  steps: readonly Span[],
  verdicts: readonly Verdict[],
): ReadonlyMap<number, readonly Verdict[]> {
  const byStep = new Map<number, Verdict[]>();
  for (const verdict of verdicts) {
    const index = stepOf(steps, verdict);
    if (index === undefined) continue;
    const list = byStep.get(index);
    if (list === undefined) byStep.set(index, [verdict]);
    else list.push(verdict);
  }
  return byStep;
}

/** The verdicts that belong to no step. */
export function verdictsOnTheWhole(
  steps: readonly Span[],
  verdicts: readonly Verdict[],
): readonly Verdict[] {
  return verdicts.filter((verdict) => stepOf(steps, verdict) === undefined);
}

function stepOf(steps: readonly Span[], verdict: Verdict): number | undefined {
  if (verdict.check === FORM.id) return undefined;
  const index = stepAt(steps, verdict.trace.start);
  const step = steps[index];
  return step !== undefined && covers(step, verdict.trace) ? index : undefined;
}

/** The index of the last step that begins at or before an offset, 0 where none does. The steps are in order. */
export function stepAt(steps: readonly Span[], offset: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
