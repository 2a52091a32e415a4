import type { Cues } from '@/lib/audit/rubrics/cues';
import { splitSentences } from '@/lib/case/sentences';
import { type Span, sliceSpan } from '@/lib/text/span';
import type { Role, Step, TraceReading } from '@/lib/trace/trace';

/** A sentence of a step, in the trace. */
export interface RubricSentence extends Span {
  /** Lower case, with plain apostrophes. */
  readonly text: string;
  readonly step: Step;
  /** Position of the step in the trace. */
  readonly at: number;
}

/** More of the same would show nothing new. */
const MOST_SPANS = 3;

/** The sentences of all steps, in order. */
export function sentencesOfTrace(trace: TraceReading): readonly RubricSentence[] {
  return trace.steps.flatMap((step, at) =>
    splitSentences(trace.text, step).map(({ start, end }) => ({
      start,
      end,
      text: sliceSpan(trace.text, { start, end }).toLowerCase().replaceAll('’', "'"),
      step,
      at,
    })),
  );
}

const patterns = new WeakMap<Cues, RegExp>();

function patternOf(cues: Cues): RegExp {
  const known = patterns.get(cues);
  if (known !== undefined) {
    return known;
  }
  const words = cues.words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'u');
  patterns.set(cues, pattern);
  return pattern;
}

/** Whether a sentence has one of the words. */
export function hasCue(sentence: RubricSentence, cues: Cues): boolean {
  return patternOf(cues).test(sentence.text);
}

function isInRole({ step }: RubricSentence, roles: readonly Role[]): boolean {
  return step.title !== undefined && roles.some((role) => step.roles.includes(role));
}

/**
 * The first sentences that have one of the words, or stand in a titled step of one of the roles: a title says what a step
 * is for, while roles of prose rest on words like those looked for here.
 */
export function sentencesWith(
  sentences: readonly RubricSentence[],
  cues: Cues,
): readonly RubricSentence[] {
  const found: RubricSentence[] = [];
  for (const sentence of sentences) {
    if (isInRole(sentence, cues.roles ?? []) || hasCue(sentence, cues)) {
      found.push(sentence);
      if (found.length === MOST_SPANS) {
        break;
      }
    }
  }
  return found;
}

/** The spans of sentences, without what they were found by. */
export function spansOf(sentences: readonly Span[]): readonly Span[] {
  return sentences.slice(0, MOST_SPANS).map(({ start, end }) => ({ start, end }));
}
