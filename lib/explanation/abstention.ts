import { EMBEDDED_ID } from '@/lib/engine/catalogue/embedded-id';
import type { Explanation } from '@/lib/explanation/explanation';
import { bodyOfStep } from '@/lib/explanation/step-body';
import type { Span } from '@/lib/text/span';

/** A model's answer that it gives no diagnosis. */
export interface Abstention {
  /** One or more sentences. */
  readonly reason: string;
  /** What the model would have done next, which names what is missing: a span of the trace. */
  readonly next?: Span;
  /** Whether a larger model may get further: the embedded one, which knows little, is what ran. */
  readonly tryLarger: boolean;
}

/** What a person is told where a larger model may get further. */
export const TRY_LARGER = 'The embedded model knows 49 conditions. A larger model may get further.';

/** Where the models are that can be chosen instead, as a path of the application. */
export const MODELS_PATH = '/models';

/** The abstention of a model; `undefined` where it answered, or where the run ended before it could. */
export function abstentionOf({
  answer,
  trace,
  steps,
}: Pick<Explanation, 'answer' | 'steps'> & {
  readonly trace: Pick<Explanation['trace'], 'text' | 'model'>;
}): Abstention | undefined {
  if (!answer.abstained || answer.trace === undefined) return undefined;
  const plan = steps.findLast(({ roles }) => roles[0] === 'plan');
  return {
    reason: answer.reason ?? '',
    ...(plan === undefined ? {} : { next: bodyOfStep(trace.text, plan, plan.title) }),
    tryLarger: trace.model === EMBEDDED_ID,
  };
}
