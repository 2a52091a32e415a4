import {
  FACTOR_SIGN,
  type MaskedNumber,
  type MaskedText,
  NO_NUMBER,
  NUMBER_SIGN,
  numberOf,
} from '@/lib/audit/arithmetic/forms/masked-numbers';
import type { Recomputation } from '@/lib/audit/arithmetic/recomputation';
import type { WorkingInput } from '@/lib/audit/verdict';
import { matchesOf, type TextPattern } from '@/lib/text/gated-pattern';

/** The numbers of a sentence by the letters that a form gives them; `r` is the one to be checked. */
export type FormNumbers = Readonly<Record<string, MaskedNumber>>;

/** What the stated number of a form should be. */
export interface Computed {
  /** The first in the stated number's unit, then other readings. */
  readonly results: readonly number[];
  /** With the numbers filled in. */
  readonly expression: string;
  readonly unit?: string;
  /** How far the stated number may be off, in its own unit, where that is more than its last digit. */
  readonly spare?: number;
}

/** A way in which a sentence relates numbers. */
export interface SentenceForm {
  readonly title: string;
  /** One of these stands in every sentence of the form; tried first, since most sentences have none. */
  readonly cue: TextPattern;
  readonly patterns: readonly RegExp[];
  /** How many numbers it relates, 3 where left out; most sentences have fewer. */
  readonly least?: number;
  /** A unit that one of its numbers has, where there is such a one. */
  readonly unit?: RegExp;
  /** Undefined where the numbers do not belong together after all: units that do not fit, say. */
  compute(numbers: FormNumbers): Computed | undefined;
}

const ROUNDED =
  '(?:(?:about|around|roughly|approximately|nearly|almost|only|just|some|exactly|close to|another|a further|a|an|the|at|say|maybe|precisely|over|≈|~|=) ?){0,3}';

/**
 * A pattern over a passage without its numbers. `{a}` is a number named `a`, `{f:a}` a word like "doubled" or "a third",
 * `{*:a}` either, `~` words of rounding and articles, `…` anything that is no number, within the sentence.
 */
export function formPattern(template: string): RegExp {
  const source = template
    .replace(/\{f:([a-z])\}/gu, `(?<$1>${FACTOR_SIGN})`)
    .replace(/\{\*:([a-z])\}/gu, `(?<$1>${NUMBER_SIGN}|${FACTOR_SIGN})`)
    .replace(/\{([a-z])\}/gu, `(?<$1>${NUMBER_SIGN})`)
    .replaceAll('~', ROUNDED)
    .replaceAll('…', `${NO_NUMBER}{0,60}?`);
  return new RegExp(source, 'gu');
}

const MOST_MATCHES = 6;
const USUAL_LEAST = 3;

/** The numbers that a match names; undefined where one is missing. */
export function numbersOf(masked: MaskedText, match: RegExpMatchArray): FormNumbers {
  const numbers: Record<string, MaskedNumber> = {};
  for (const [letter, sign] of Object.entries(match.groups ?? {})) {
    const number = numberOf(masked, sign);
    if (number !== undefined) numbers[letter] = number;
  }
  return numbers;
}

/** Numbers as inputs of a working. */
export function inputsOf(
  numbers: FormNumbers,
  source: 'case' | 'trace' = 'trace',
): readonly WorkingInput[] {
  return Object.entries(numbers)
    .filter(([letter]) => letter !== 'r')
    .map(([, { value, unit, span }]) => ({
      name: 'number in the text',
      value,
      ...(unit === undefined ? {} : { unit }),
      from: { text: source, start: span.start, end: span.end },
    }));
}

/** The recomputation of a stated number; undefined where it is a bound. */
export function recomputationOf(
  title: string,
  stated: MaskedNumber | undefined,
  computed: Computed | undefined,
  inputs: readonly WorkingInput[],
): Recomputation | undefined {
  if (stated === undefined || computed === undefined || stated.isBounded) return undefined;
  if (!computed.results.every(Number.isFinite)) return undefined;
  const own = inputs.flatMap(({ from }) => (from?.text === 'trace' ? [from] : []));
  // Of more than two numbers some were worked out on the way, and rightly: the result alone is at fault.
  const marked = own.length > 2 ? [] : own;
  return {
    title,
    expression: computed.expression,
    inputs,
    results: computed.results,
    stated: { ...stated, halfDigit: Math.max(stated.halfDigit, computed.spare ?? 0) },
    span: {
      start: Math.min(stated.span.start, ...marked.map(({ start }) => start)),
      end: Math.max(stated.span.end, ...marked.map(({ end }) => end)),
    },
    ...(computed.unit === undefined ? {} : { unit: computed.unit }),
  };
}

/** The recomputations of one form in a passage. */
export function recomputationsOf(
  { title, cue, patterns, least = USUAL_LEAST, unit, compute }: SentenceForm,
  masked: MaskedText,
): readonly Recomputation[] {
  if (masked.numbers.length < least || !cue.test(masked.text)) return [];
  if (unit !== undefined && !masked.numbers.some((one) => unit.test(one.unit ?? ''))) return [];
  return patterns.flatMap((pattern) =>
    matchesOf(pattern, masked.text)
      .slice(0, MOST_MATCHES)
      .flatMap((match) => {
        const numbers = numbersOf(masked, match);
        const others = Object.entries(numbers).filter(([letter]) => letter !== 'r');
        const isBounded = others.some(
          ([, { isBounded: bounded, unit }]) => bounded && unit === undefined,
        );
        const computed = isBounded ? undefined : compute(numbers);
        return recomputationOf(title, numbers.r, computed, inputsOf(numbers)) ?? [];
      }),
  );
}
