import { EMBEDDED_ID } from '@/lib/engine/catalogue/embedded-id';
import { QUESTION_TITLE } from '@/lib/engine/prompt/embedded-form';
import type { Explanation } from '@/lib/explanation/explanation';
import { bodyOfStep } from '@/lib/explanation/step-body';
import type { Span } from '@/lib/text/span';

interface Step extends Span {
  readonly title?: string;
}

interface Asked {
  readonly steps: readonly Step[];
  readonly trace: Pick<Explanation['trace'], 'text' | 'model'>;
}

/** What a person is told of the answer to a question for more than the diagnosis. */
export const LOOKED_UP =
  'Looked up for this diagnosis among the conditions, or computed from the probabilities; not reasoned by the model.';

/**
 * What the embedded model says to a question for more than the diagnosis: a span of the trace. None for other models, whose
 * words under the same title are their own.
 */
export function answerToQuestion({ steps, trace }: Asked): Span | undefined {
  const step = questionStep({ steps, trace });
  return step === undefined ? undefined : bodyOfStep(trace.text, step, step.title);
}

/** The end of a trace from where it answers such a question: the embedded model had no choice in a word of it. */
export function lookedUpSpan({ steps, trace }: Asked): Span | undefined {
  const step = questionStep({ steps, trace });
  return step === undefined ? undefined : { start: step.start, end: trace.text.length };
}

function questionStep({ steps, trace }: Asked): Step | undefined {
  return trace.model === EMBEDDED_ID
    ? steps.findLast(({ title }) => title === QUESTION_TITLE)
    : undefined;
}
