import type { Disagreement } from '@/lib/audit/consistency/final-answers';
import { correctionOf } from '@/lib/audit/taken-back';
import { splitSentences } from '@/lib/case/sentences';
import { gated } from '@/lib/text/gated-pattern';
import { type Span, sliceSpan } from '@/lib/text/span';
import type { TraceReading } from '@/lib/trace/trace';

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
}

/**
 * Wordings by which a diagnosis is dismissed for good, around NAME. "Less likely" and "doesn't fit well" are doubts that a
 * reasoning may leave behind without a word, so they are no dismissal.
 */
const DISMISSALS: readonly string[] = [
  '(?:which|this|that|so|we|i|it|can|findings?|results?|tests?)\\s+(?:safely\\s+|clearly\\s+|effectively\\s+|also\\s+)?(?:rules?|ruled|excludes?|excluded|eliminates?|eliminated)\\s+(?:out\\s+)?(?:an?\\s+|the\\s+)?NAME',
  'NAME\\s+(?:is|was|has been|can be|can therefore be|can now be|gets)\\s+(?:therefore\\s+|thus\\s+|clearly\\s+|effectively\\s+|safely\\s+|already\\s+)?(?:ruled out|excluded|eliminated|off the table|impossible)',
  "NAME\\s+(?:cannot|can not|can['’]t)\\s+be\\s+(?:the\\s+)?(?:right|correct|answer|diagnosis|cause|culprit|explanation|it\\b)",
  "(?:it|this)\\s+(?:is\\s+not|isn['’]t|cannot\\s+be|can['’]t\\s+be)\\s+(?:an?\\s+|the\\s+)?NAME",
  "NAME\\s+(?:is\\s+not|isn['’]t)\\s+(?:the\\s+)?(?:right|correct|answer|diagnosis|cause|culprit|explanation|case)",
];

/** Words that make of a dismissal a wish, a task, a question or half a one. */
const HALF =
  /\b(?:to|not|n['’]t|should|must|could|would|might|may|need|help|helps|before|until|first|if|unless|whether|yet|completely|entirely|totally|only|just|alone|necessarily|always|hard|difficult|important)\b|n['’]t\b|\?/i;

/** A question for what does not fit is answered by what the reasoning dismisses. */
const ASKS_FOR_THE_ODD_ONE = gated(
  /\b(?:not|except|least|cannot|incorrect|false|untrue|never|contraindicated|exclud(?:e|es|ed|ing)|unlikely|other than|avoid(?:ed)?|without)\b|n['’]t\b/i,
);

/** Whether a question asks which option does not hold. */
export function asksForTheOddOne(question: string): boolean {
  return ASKS_FOR_THE_ODD_ONE.test(question);
}

function dismisses(sentence: string, name: RegExp, dismissal: RegExp): boolean {
  const found = dismissal.exec(sentence);
  if (found === null) {
    return false;
  }
  const lead = sentence.slice(Math.max(0, found.index - 40), found.index);
  const inside = found[0].replace(name, ' ').replace(/can(?:not|['’]t)|is\s+not|isn['’]t/gi, ' ');
  return !HALF.test(lead) && !HALF.test(inside) && !sentence.trimEnd().endsWith('?');
}

/**
 * Where the reasoning before `answer` dismisses it for good and never speaks of it again until the answer; `undefined` where
 * it does not, takes it back, or comes back to it.
 */
export function ruledOutBefore(
  trace: TraceReading,
  names: readonly string[],
  answer: Span,
): Disagreement | undefined {
  if (names.length === 0) {
    return undefined;
  }
  const either = `(?:${names.map(escaped).join('|')})`;
  const name = new RegExp(`(?<![\\p{L}\\p{N}])${either}(?![\\p{L}\\p{N}])`, 'iu');
  const dismissal = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${DISMISSALS.join('|').replaceAll('NAME', either)})(?![\\p{L}\\p{N}])`,
    'iu',
  );
  const before = { start: 0, end: answer.start };
  const speaking = splitSentences(trace.text, before).filter(
    (sentence) => name.test(sliceSpan(trace.text, sentence)) && sentence.end < answer.start,
  );
  const last = speaking.at(-1);
  if (last === undefined || correctionOf(trace.corrections, last) !== undefined) {
    return undefined;
  }
  return dismisses(sliceSpan(trace.text, last), name, dismissal)
    ? {
        at: answer,
        detail: `The reasoning dismissed this answer and did not come back to it: “${sliceSpan(trace.text, last).trim().slice(0, 160)}”.`,
      }
    : undefined;
}
