import type { Explanation } from '@/lib/explanation/explanation';

/** What explanations of earlier versions do not have. */
const ADDED_LATER = { corrections: [], omissions: [], meters: [], rubrics: [] } as const;
const STEP_ADDED_LATER = { statements: [] } as const;

/**
 * A kept explanation with every list that the type promises. Records are kept exactly as they were hashed, so one that an
 * earlier version wrote lacks what was added since.
 */
export function completeExplanation(kept: Explanation): Explanation {
  const steps = kept.steps.map((step) => ({ ...STEP_ADDED_LATER, ...step }));
  return { ...ADDED_LATER, ...kept, steps };
}
