import type { StopReason } from '@/lib/engine/engine';
import type { ExplainedAnswer } from '@/lib/explanation/explanation';
import { undecidedReason } from '@/lib/explanation/undecided-reason';
import type { TraceReading } from '@/lib/trace/trace';

/** Why a run has no answer, by how it stopped. */
const NO_ANSWER: Readonly<Record<StopReason, string>> = {
  end: 'The model ended without stating a diagnosis or an option.',
  length: 'The model reached its limit of tokens before it stated an answer.',
  stopped: 'The run was stopped before an answer was stated.',
  looped: 'The model repeated itself and was stopped before it stated an answer.',
  failed: 'The engine failed before an answer was stated.',
};

/** Wordings by which a model says, in place of a diagnosis, that it cannot tell. */
const CANNOT_TELL =
  /^(?:none|unknown|unclear|undetermined|uncertain|indeterminate|not enough information|insufficient\b.*|no diagnosis\b.*|cannot be determined\b.*|can(?:'t|not) (?:say|tell)\b.*|n\/a)\.?$/i;

/** The answer of a trace, or the reason why there is none. */
export function explainAnswer(trace: TraceReading, stop: StopReason): ExplainedAnswer {
  const { answer } = trace;
  if (answer === undefined) {
    return { abstained: true, reason: NO_ANSWER[stop] };
  }
  const span = { start: answer.start, end: answer.end };
  const { diagnosis, option, probability } = answer;
  if (option === undefined && diagnosis !== undefined && CANNOT_TELL.test(diagnosis)) {
    const reason = undecidedReason(diagnosis) ?? `The model answered “${diagnosis}”.`;
    return { abstained: true, reason, trace: span };
  }
  return {
    abstained: false,
    ...(diagnosis === undefined ? {} : { diagnosis }),
    ...(option === undefined ? {} : { option }),
    ...(probability === undefined ? {} : { probability }),
    trace: span,
  };
}
