import { asSingleNumber, type StatedResult } from '@/lib/audit/arithmetic/stated-result';
import { gated } from '@/lib/text/gated-pattern';
import { readQuantities, type WrittenQuantity } from '@/lib/text/quantities';
import { nextNumberStart, numberAt } from '@/lib/text/quantities-numbers';
import type { Span } from '@/lib/text/span';

/** A number of a passage, or a word that stands for one; `span` is an offset into the trace or the case. */
export interface MaskedNumber extends StatedResult {
  /** As it is written, with its unit. */
  readonly words: string;
  /** "Over", "at least" and the like stand before it. */
  readonly isBounded: boolean;
  /** "Doubled", "fivefold": how many times; "a third": a part of a whole. */
  readonly factor?: 'fold' | 'share';
}

/** A passage in which a sign stands for each number, so that patterns can tell what stands between them. */
export interface MaskedText {
  /** In lower case, with single spaces. */
  readonly text: string;
  readonly numbers: readonly MaskedNumber[];
}

/** Signs of the private use area stand for numbers: from here for written numbers, from `FIRST_FACTOR` for words like "doubled". */
const FIRST_NUMBER = 0xe000;
const FIRST_FACTOR = 0xe400;
const MOST = 0x400;
export const NUMBER_SIGN = '[\ue000-\ue3ff]';
export const FACTOR_SIGN = '[\ue400-\ue7ff]';
/** Anything between two numbers within one sentence. */
export const NO_NUMBER = '[^\ue000-\ue7ff.;?!]';
const PRIVATE = /[\ue000-\uf8ff]/gu;

const FOLDS: ReadonlyMap<string, number> = new Map([
  ['half', 0.5],
  ['halv', 0.5],
  ['twic', 2],
  ['doub', 2],
  ['two', 2],
  ['thri', 3],
  ['trip', 3],
  ['thre', 3],
  ['quad', 4],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seve', 7],
  ['eigh', 8],
  ['nine', 9],
  ['ten', 10],
]);
const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['third', 1 / 3],
  ['quarter', 1 / 4],
  ['fourth', 1 / 4],
  ['fifth', 1 / 5],
  ['sixth', 1 / 6],
  ['tenth', 1 / 10],
]);
const FACTOR = gated(
  /(?<![\p{L}\p{N}-])(?:(twice|thrice|halv(?:ed|es|ing)|doubl(?:ed?|es|ing)|tripl(?:ed?|es|ing)|quadrupl(?:ed?|es|ing)|(?:two|three|four|five|six|seven|eight|nine|ten)[- ]?fold|(\d{1,3}(?:\.\d)?)[- ]?fold)|(?:(?:(two)[- ](?=third)|(three)[- ](?=quarter|fourth))|(?:an?|one)[- ])?(half|thirds?|quarters?|fourths|fifths?|tenths?))(?![\p{L}\p{N}-])/giu,
);

function foldOf(word: string): number {
  const key = word.toLowerCase();
  return FOLDS.get(key.slice(0, 4)) ?? FOLDS.get(key.slice(0, 3)) ?? Number.NaN;
}

/** One of these stands in every match of `FACTOR`, which takes several times as long to try. */
const ANY_FACTOR = gated(
  /twice|thrice|hal[fv]|doubl|tripl|quadrupl|fold|third|quarter|fourths|fifth|tenth/iu,
);

/** "Doubled", "fivefold", "a third". */
function factorsIn(text: string, start: number): readonly MaskedNumber[] {
  if (!ANY_FACTOR.test(text)) return [];
  return FACTOR.matchesIn(text).flatMap((match) => {
    const [words, fold, digits, two, three, part] = match;
    // "The third week" and "a quarter past" are no parts; an ordinal has no article of its own before it.
    const isOrdinal = part !== undefined && /^(?:third|fifth|tenth)$/iu.test(words);
    const share = part === undefined ? 0 : (PARTS.get(part.toLowerCase().replace(/s$/u, '')) ?? 0);
    const value =
      fold === undefined
        ? share * (two === undefined ? (three === undefined ? 1 : 3) : 2)
        : digits === undefined
          ? foldOf(fold)
          : Number(digits);
    return isOrdinal || !Number.isFinite(value)
      ? []
      : [
          {
            span: { start: start + match.index, end: start + match.index + words.length },
            value,
            words,
            approximate: true,
            halfDigit: fold === undefined ? 0.1 * value : 0.25 * value,
            isBounded: BOUND_BEFORE.test(text.slice(Math.max(0, match.index - 20), match.index)),
            factor: fold === undefined ? ('share' as const) : ('fold' as const),
          },
        ];
  });
}

const BOUND_BEFORE = gated(/\b(?:more than|less than|at least|over|under|up to|below|above)\s$/i);

function shifted({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}

/** The single numbers of a quantity, offsets moved on by `offset`: both of "120/80", "8 to 12" and "40 out of 200". */
function partsOf(text: string, quantity: WrittenQuantity, offset: number): readonly MaskedNumber[] {
  const isBounded = quantity.comparator !== undefined;
  const whole = asSingleNumber(quantity);
  if (whole !== undefined) {
    const { value, approximate, halfDigit, unit } = whole;
    const words = text.slice(quantity.span.start, quantity.span.end);
    const span = shifted(quantity.span, offset);
    const number = { span, value, words, approximate, isBounded, halfDigit };
    return [unit === undefined ? number : { ...number, unit }];
  }
  const parts: MaskedNumber[] = [];
  let at = quantity.number.start;
  while (parts.length < 3) {
    const start = nextNumberStart(text, at);
    if (start === undefined || start >= quantity.number.end) break;
    const number = numberAt(text, start);
    if (number === undefined) break;
    at = number.end;
    const isLast = at >= quantity.number.end;
    const span = { start, end: isLast ? quantity.span.end : at };
    const { decimals, approximate, unit } = quantity;
    const digits = decimals > 0 ? 0.5 * 10 ** -decimals : 0.5;
    parts.push({
      span: shifted(span, offset),
      value: number.value,
      words: text.slice(span.start, span.end),
      approximate,
      isBounded,
      halfDigit: digits,
      ...(unit === undefined ? {} : { unit: unit.ucum }),
    });
  }
  return parts;
}

/** Writes one passage, which begins at `start` of its text, with a sign for each number. */
export function maskNumbers(text: string, start: number): MaskedText {
  const numbers = numbersIn(text, start);
  const plain = text.replace(PRIVATE, ' ');
  let masked = '';
  let at = 0;
  for (const [index, { span, factor }] of numbers.entries()) {
    masked += plain.slice(at, span.start - start);
    masked += String.fromCharCode((factor === undefined ? FIRST_NUMBER : FIRST_FACTOR) + index);
    at = span.end - start;
  }
  masked += plain.slice(at);
  return { text: plainly(masked), numbers };
}

function numbersIn(text: string, start: number): readonly MaskedNumber[] {
  const factors = factorsIn(text, start);
  const written = readQuantities(text).flatMap((quantity) => partsOf(text, quantity, start));
  if (factors.length === 0 && written.length <= MOST) return written;
  const free = written.filter(
    ({ span }) =>
      !factors.some((factor) => span.start < factor.span.end && factor.span.start < span.end),
  );
  return [...free, ...factors].sort((a, b) => a.span.start - b.span.start).slice(0, MOST);
}

/** One of these stands in what is not plain in lower case; most passages are. */
const NOT_PLAIN = /[*_$\\’]|i\.e\.|(?:vs|approx)\.|\s\s|[^\S ]/u;

/** In lower case, without marks of emphasis and points of abbreviations, with plain apostrophes and single spaces. */
function plainly(text: string): string {
  const lower = text.toLowerCase();
  if (!NOT_PLAIN.test(lower)) return lower;
  return lower
    .replace(/[*_$\\]/gu, '')
    .replace(/’/gu, "'")
    .replace(/\bi\.e\.,?/gu, 'that is')
    .replace(/\b(vs|approx)\./gu, '$1')
    .replace(/\s+/gu, ' ');
}

/** The number that a sign stands for. */
export function numberOf(
  { numbers }: MaskedText,
  sign: string | undefined,
): MaskedNumber | undefined {
  const code = sign?.charCodeAt(0);
  if (code === undefined || code < FIRST_NUMBER || code >= FIRST_FACTOR + MOST) return undefined;
  return numbers[code >= FIRST_FACTOR ? code - FIRST_FACTOR : code - FIRST_NUMBER];
}
