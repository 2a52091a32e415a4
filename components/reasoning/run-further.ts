import type { FurtherRun } from '@/components/reasoning/run-state';
import { furtherBudget } from '@/lib/explanation/continuation';
import type { Trace } from '@/lib/trace/trace';

/** What a run can go on from; undefined where it cannot. */
export function furtherRun(trace: Trace): FurtherRun | undefined {
  const budget = furtherBudget(trace);
  return budget === undefined ? undefined : { trace, budget };
}
