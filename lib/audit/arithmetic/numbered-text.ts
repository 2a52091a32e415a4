import { asSingleNumber, type StatedResult } from '@/lib/audit/arithmetic/stated-result';
import type { WorkingInput } from '@/lib/audit/verdict';
import { gated } from '@/lib/text/gated-pattern';
import type { WrittenQuantity } from '@/lib/text/quantities';
import type { Span } from '@/lib/text/span';

/** A number of a sentence; `span` is an offset into the trace. */
export interface Term extends StatedResult {
  /** "Over", "at least" and the like stand before it; "over six hours" is a plain six all the same. */
  readonly isBounded: boolean;
}

/** A sentence with its single numbers; offsets into the trace, except in `text`. */
export interface NumberedText {
  readonly text: string;
  readonly start: number;
  readonly terms: readonly Term[];
}

const WORD_AFTER = /^\s{0,2}(?:of\s)?([\p{L}-]{2,24})/u;

/** The single numbers of a sentence that begins at `start` of the trace. */
export function numberedText(
  text: string,
  start: number,
  quantities: readonly WrittenQuantity[],
): NumberedText {
  const terms = quantities.flatMap((quantity) => {
    const result = asSingleNumber(quantity);
    const { span, comparator } = quantity;
    if (result === undefined) return [];
    return [
      {
        ...result,
        isBounded: comparator !== undefined,
        span: { start: span.start + start, end: span.end + start },
      },
    ];
  });
  return { text, start, terms };
}

/** The word after a number of a sentence, in lower case: "grams of *salt*"; empty where none follows. */
export function countedBy({ text, start }: NumberedText, { span }: Term): string {
  const end = span.end - start;
  return WORD_AFTER.exec(text.slice(end, end + 30))?.[1]?.toLowerCase() ?? '';
}

/** The words between two numbers of a sentence. */
export function between({ text, start }: NumberedText, left: Span, right: Span): string {
  return text.slice(left.end - start, right.start - start);
}

/** A number of the trace as an input of a working. */
export function inputOf(name: string, { value, unit, span }: Term): WorkingInput {
  return {
    name,
    value,
    ...(unit === undefined ? {} : { unit }),
    from: { text: 'trace', start: span.start, end: span.end },
  };
}

/** A number as it is written. */
export function shown({ text, start }: NumberedText, { span }: Term): string {
  return text.slice(span.start - start, span.end - start);
}

/** Neighbouring numbers of a sentence, `size` at a time. */
export function* runs(terms: readonly Term[], size: number): Generator<readonly Term[]> {
  for (let at = 0; at + size <= terms.length; at += 1) {
    yield terms.slice(at, at + size);
  }
}

/** Words that make of a second number something else than the outcome of the first. */
const NOT_AN_OUTCOME = gated(
  /\b(?:max(?:imum|imal)?|min(?:imum|imal)?|up to|at least|at most|then|followed|or|and|plus|versus|vs|instead|rather|not|remaining|additional|another|already|every|per|first|next|bolus of|previous(?:ly)?|usual(?:ly)?|normal(?:ly)?|standard|started?|if|until|but|though)\b/i,
);
const OUTCOME =
  /\b(?:is|are|was|equals?|makes?|gives?|gave|gets?|comes?|works?|turns?|results?|yields?|amounts?|translates?|means?|needs?|sitting|totals?|would|so|that['’]s|which|have us|puts?|leads?|end up|adds up|calculates?|should)\b|=|≈|→/i;
/** Further apart, two numbers do not belong together. */
export const LONGEST_GAP = 90;

/** Whether the words between two numbers say that the second follows from the first. */
export function leadsTo(gap: string): boolean {
  return gap.length <= LONGEST_GAP && OUTCOME.test(gap) && !NOT_AN_OUTCOME.test(gap);
}
