import { verdictOnSpans } from '@/lib/audit/check';
import {
  type AnswerIdentity,
  differ,
  identify,
  namesOf,
} from '@/lib/audit/consistency/answer-identity';
import { firstNamedInDifferential, optionsNotConsidered } from '@/lib/audit/consistency/considered';
import { CONSISTENCY_ID } from '@/lib/audit/consistency/contradictions';
import {
  answersThatDiffer,
  type Disagreement,
  finalAnswers,
} from '@/lib/audit/consistency/final-answers';
import { asksForTheOddOne, ruledOutBefore } from '@/lib/audit/consistency/ruled-out';
import type { Verdict, VerdictOutcome } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import { gated } from '@/lib/text/gated-pattern';
import { type Span, sliceSpan } from '@/lib/text/span';
import type { StatedAnswer, TraceReading } from '@/lib/trace/trace';

function verdict(outcome: VerdictOutcome, { at, detail }: Disagreement): Verdict {
  return verdictOnSpans(CONSISTENCY_ID, outcome, at, [], detail);
}

/** The question as given, else the last sentence of the case. */
function questionOf({ case: { question, text }, sentences }: CaseReading): string {
  const last = sentences.at(-1);
  return `${question ?? ''} ${last === undefined ? text.slice(-200) : text.slice(last.span.start)}`;
}

/** "Influenza is the most likely." as the last word of the thinking. */
const MOST_LIKELY = gated(
  /([\p{L}][^.:;\n]{2,80}?) is (?:therefore |thus )?(?:the )?most (?:likely|probable)/iu,
);

/** A concluding step that names another diagnosis than the answer does. */
function conclusionThatDiffers(
  trace: TraceReading,
  reading: CaseReading,
  answer: StatedAnswer,
  identity: AnswerIdentity,
): Disagreement | undefined {
  const step = trace.steps.findLast(
    ({ channel, end, roles }) =>
      channel === 'thinking' && end <= answer.start && roles[0] === 'conclusion',
  );
  const last = trace.steps.findLast(
    ({ channel, end }) => channel === 'thinking' && end <= answer.start,
  );
  if (step === undefined || step !== last) {
    return undefined;
  }
  const text = sliceSpan(trace.text, step);
  const body =
    step.title === undefined ? text : text.slice(text.indexOf(step.title) + step.title.length);
  const named = MOST_LIKELY.exec(body)?.[1]?.replace(/^\W+/, '');
  const concluded = named === undefined ? undefined : identify({ diagnosis: named }, reading);
  return concluded !== undefined && differ(concluded, identity)
    ? {
        at: answer,
        detail: `The reasoning concludes “${concluded.shown}”, the answer is “${identity.shown}”, and nothing says why.`,
      }
    : undefined;
}

const FEWEST_WORDS_OF_REASONING = 5;

function withoutReasoning(trace: TraceReading, answer: Span): Disagreement | undefined {
  const before = trace.text.slice(0, answer.start).match(/\p{L}{3,}/gu) ?? [];
  return before.length < FEWEST_WORDS_OF_REASONING
    ? { at: answer, detail: 'The answer stands before any reasoning.' }
    : undefined;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}

/** What the answer leaves open: no alarm, for a thought may be sound without it. */
function notices(
  trace: TraceReading,
  reading: CaseReading,
  answer: StatedAnswer,
  identity: AnswerIdentity,
): readonly Disagreement[] {
  const without = withoutReasoning(trace, answer);
  if (without !== undefined) {
    return [without];
  }
  const options = optionsNotConsidered(trace, reading, identity, answer);
  const differential = firstNamedInDifferential(trace);
  return [
    ...(options.length === 0
      ? []
      : [
          {
            at: answer,
            detail: `Options that the reasoning never considers: ${quoted(options.map(({ letter, text }) => `${letter}) ${text}`))}.`,
          },
        ]),
    ...(differential.length === 0
      ? []
      : [
          {
            at: trace.differential[0] ?? answer,
            detail: `Named for the first time in the final differential: ${quoted(differential)}.`,
          },
        ]),
  ];
}

/** The answer against the reasoning before it. */
export function conclusionVerdicts(trace: TraceReading, reading: CaseReading): readonly Verdict[] {
  const { answer } = trace;
  const answers = answersThatDiffer(finalAnswers(trace, reading), trace);
  if (answer === undefined) {
    return answers.map((found) => verdict('contradicted', found));
  }
  const at = { start: answer.start, end: answer.end };
  const identity = identify(answer, reading);
  const ruledOut = asksForTheOddOne(questionOf(reading))
    ? undefined
    : ruledOutBefore(trace, namesOf(identity), at);
  const concluded = conclusionThatDiffers(trace, reading, answer, identity);
  const against = [...answers, ...[ruledOut, concluded].filter((found) => found !== undefined)];
  return [
    ...against.map((found) => verdict('contradicted', found)),
    ...notices(trace, reading, answer, identity).map((found) => verdict('cannot-tell', found)),
  ];
}
