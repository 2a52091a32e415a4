import type { Cues } from '@/lib/audit/rubrics/cues';
import { splitSentences } from '@/lib/case/sentences';
import { gated } from '@/lib/text/gated-pattern';
import { type Span, sliceSpan } from '@/lib/text/span';
import type { Role, Step, TraceReading } from '@/lib/trace/trace';

/** A sentence of a step, in the trace. */
export interface RubricSentence extends Span {
  /** Lower case, with plain apostrophes. */
  readonly text: string;
  readonly words: readonly string[];
  /** Whether it speaks of this case, and not of medicine at large. */
  readonly ofCase: boolean;
  /** Whether it names the patient outright. */
  readonly ofPatient: boolean;
  readonly step: Step;
  /** Position of the step in the trace. */
  readonly at: number;
}

/** More of the same would show nothing new. */
const MOST_SPANS = 3;

/** Words that place a sentence with the case. */
const OF_CASE = gated(
  /\b(?:patients?|she|he|her|his|him|woman|man|boy|girl|child|infant|baby|newborn|guy|symptoms?|signs|findings?|presentation|picture|results|labs?|case|history|\d{1,3}[- ](?:year|month|week|day)s?[- ]old|this|these|it)\b|\[\d/,
);

const OF_PATIENT = gated(
  /\b(?:patient|she|he|her|his|him|woman|man|boy|girl|child|infant|baby|newborn|guy|\d{1,3}[- ](?:year|month|week|day)s?[- ]old)\b/,
);

/** "None in the case." answers a title and says nothing itself. */
const NOTHING = gated(/^\W*(?:none|nothing)\b/);

/** The title of a step is no statement; its text begins after it. */
function bodyOf(trace: TraceReading, step: Step): Span {
  const { title } = step;
  const text = sliceSpan(trace.text, step);
  const at = title === undefined ? -1 : text.indexOf(title);
  if (title === undefined || at === -1) {
    return step;
  }
  const after = at + title.length;
  const lead = text.slice(after).search(/[^\s.:*–—-]/u);
  return { start: lead === -1 ? step.end : step.start + after + lead, end: step.end };
}

/** The sentences of all steps, in order, without titles. */
export function sentencesOfTrace(trace: TraceReading): readonly RubricSentence[] {
  return trace.steps.flatMap((step, at) =>
    splitSentences(trace.text, bodyOf(trace, step)).flatMap((span) => {
      const text = sliceSpan(trace.text, span).toLowerCase().replaceAll('’', "'");
      return !/\p{L}/u.test(text) || NOTHING.test(text)
        ? []
        : [
            {
              ...span,
              text,
              words: wordsIn(text),
              ofCase: OF_CASE.test(text),
              ofPatient: OF_PATIENT.test(text),
              step,
              at,
            },
          ];
    }),
  );
}

/** Phrases by their first word, so that a sentence is read once however many phrases there are. */
type PhraseIndex = ReadonlyMap<string, readonly (readonly string[])[]>;

const indices = new WeakMap<Cues, PhraseIndex>();

function indexOf(cues: Cues): PhraseIndex {
  const known = indices.get(cues);
  if (known !== undefined) {
    return known;
  }
  const index = new Map<string, (readonly string[])[]>();
  for (const phrase of cues.words) {
    const words = wordsIn(phrase);
    const first = words[0] ?? '';
    index.set(first, [...(index.get(first) ?? []), words]);
  }
  indices.set(cues, index);
  return index;
}

function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Whether a sentence has one of the phrases, as whole words. */
export function hasCue({ words }: RubricSentence, cues: Cues): boolean {
  const index = indexOf(cues);
  return words.some((word, at) =>
    (index.get(word) ?? []).some((phrase) =>
      phrase.every((expected, offset) => words[at + offset] === expected),
    ),
  );
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
