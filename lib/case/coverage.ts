import type { CaseReading, Finding } from '@/lib/case/case';
import { isFunctionWord } from '@/lib/case/terms/terms';
import { conceptById } from '@/lib/knowledge/vocabulary';
import type { Span } from '@/lib/text/span';
import { type Word, wordsOf } from '@/lib/text/words';

/** Of so many, how many were read. */
export interface ReadOf {
  readonly read: number;
  readonly all: number;
}

/** How much of a case lies within what the vocabulary knows, which is all that the embedded model is shown of it. */
export interface CaseCoverage {
  /** Findings of the vocabulary, each concept and polarity once. */
  readonly findings: number;
  /** Sentences that hold such a finding, age or sex. */
  readonly sentences: ReadOf;
  /** Words that lie in such a finding, age or sex, of those that tell anything (`tells`). */
  readonly words: ReadOf;
  /** Stretches of the case that were not read, in order, from the first to the last word of each that tells anything. */
  readonly unread: readonly Span[];
}

/** Shorter words are units and joints of other words rather than something to be read. */
const LEAST_LETTERS = 3;

/** Whether a word tells anything that could be read: a number, or a word of some length that is not one of grammar. */
function tells(word: Word): boolean {
  return (
    /\d/u.test(word.surface) || (word.surface.length >= LEAST_LETTERS && !isFunctionWord(word))
  );
}

function isOfVocabulary({ concept }: Finding): boolean {
  return conceptById(concept) !== undefined;
}

/** The spans of the case that say age, sex, or a finding of which `isKnown` holds. */
export function spansRead(
  { findings, demographics: { age, sex } }: CaseReading,
  isKnown: (finding: Finding) => boolean,
): readonly Span[] {
  return [
    ...findings.filter(isKnown).map(({ span }) => span),
    ...(age === undefined ? [] : [age.span]),
    ...(sex === undefined ? [] : [sex.span]),
  ];
}

/** The same code units in spans that do not overlap, ascending. */
function merged(spans: readonly Span[]): readonly Span[] {
  const ascending = [...spans].sort((a, b) => a.start - b.start);
  const apart: Span[] = [];
  for (const { start, end } of ascending) {
    const last = apart.at(-1);
    if (last === undefined || start >= last.end) apart.push({ start, end });
    else if (end > last.end) apart[apart.length - 1] = { start: last.start, end };
  }
  return apart;
}

/** Tells of a span whether it overlaps one of `spans`, in time that grows with the logarithm of their number. */
export function touching(spans: readonly Span[]): (part: Span) => boolean {
  const apart = merged(spans);
  return (part) => {
    let [low, high] = [0, apart.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((apart[middle]?.start ?? 0) < part.end) low = middle + 1;
      else high = middle;
    }
    return (apart[low - 1]?.end ?? Number.NEGATIVE_INFINITY) > part.start;
  };
}

/** Counts the words of one sentence that tell anything into `words`, and returns its stretches that were not read. */
function readSentence(
  sentence: readonly Word[],
  isRead: (part: Span) => boolean,
  words: { read: number; all: number },
): readonly Span[] {
  const unread: Span[] = [];
  let stretch: Span | undefined;
  for (const word of sentence) {
    const read = isRead(word);
    if (read && stretch !== undefined) {
      unread.push(stretch);
      stretch = undefined;
    }
    if (!tells(word)) continue;
    words.all += 1;
    if (read) words.read += 1;
    else stretch = { start: stretch?.start ?? word.start, end: word.end };
  }
  return stretch === undefined ? unread : [...unread, stretch];
}

/** What share of a case the vocabulary reads, and what it does not. */
export function caseCoverage(reading: CaseReading): CaseCoverage {
  const { case: given, sentences } = reading;
  const known = reading.findings.filter(isOfVocabulary);
  const isRead = touching(spansRead(reading, isOfVocabulary));
  const words = { read: 0, all: 0 };
  const unread = sentences.flatMap(({ span }) =>
    readSentence(wordsOf(given.text, span), isRead, words),
  );
  return {
    findings: new Set(known.map(({ concept, polarity }) => `${polarity} ${concept}`)).size,
    sentences: {
      read: sentences.filter(({ span }) => isRead(span)).length,
      all: sentences.length,
    },
    words,
    unread,
  };
}

/** Share of what was read, 0 to 1; 0 where there was nothing to read. */
export function shareOf({ read, all }: ReadOf): number {
  return all === 0 ? 0 : read / all;
}
