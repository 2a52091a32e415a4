import { QUESTION_TITLE } from '@/lib/engine/prompt/embedded-form';
import type { Explanation } from '@/lib/explanation/explanation';
import { bodyOfStep } from '@/lib/explanation/step-body';
import type { Span } from '@/lib/text/span';

/** What the embedded model says to a question for more than the diagnosis: a span of the trace. */
export function answerToQuestion({
  steps,
  trace,
}: Pick<Explanation, 'steps'> & {
  readonly trace: Pick<Explanation['trace'], 'text'>;
}): Span | undefined {
  const step = steps.findLast(({ title }) => title === QUESTION_TITLE);
  return step === undefined ? undefined : bodyOfStep(trace.text, step, step.title);
}
