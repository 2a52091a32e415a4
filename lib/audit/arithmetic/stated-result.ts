import { gated } from '@/lib/text/gated-pattern';
import { readQuantities, type WrittenQuantity } from '@/lib/text/quantities';
import type { Span } from '@/lib/text/span';

/** A number that a text gives as the outcome of something. */
export interface StatedResult {
  /** The number with its unit. */
  readonly span: Span;
  readonly value: number;
  /** UCUM. */
  readonly unit?: string;
  readonly approximate: boolean;
  /** Half a unit of its last written digit. */
  readonly halfDigit: number;
}

/** Words and signs that may stand between a sum and its outcome. */
const FILLER =
  'it|that|this|which|and|then|we|you|i|me|us|her|him|them|just|only|or|a|an|the|of|at|in|to|out|up|with|as|be|would|should|will|can|could|might|may|have|has|do|does|total|value|result|answer|ratio|number|need|rate|approximately|about|around|roughly|nearly|almost|approx\\.?|close|somewhere|say|right|basically|actually|simply|exactly|precisely|closer|therefore|hence|thus|overall|mean|expected';
/** Words and signs that say that the outcome follows. */
const LINK =
  "is|was|are|equals?|equaling|equalling|equal|makes?|making|gives?|gave|giving|gets?|got|getting|comes?|came|coming|works?|worked|turns?|turned|leaves?|leaving|left|results?|resulting|yields?|yielding|amounts?|amounting|translates?|translating|means?|meaning|needs?|that['’]s|it['’]s|that['’]ll|ends?|sits?|sitting|lands?|totals?|totaling|totalling|works out|calculates?|rounds?|rounding|becomes?|predicts?|suggests?|implies|estimates?|expects?|indicates?|produces?|brings?|puts?|so|or";
const NUMERIC_START =
  '(?=[\\d.~≈$]|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty)\\b)';
/** At most a dozen of these, each a word or a sign with its spaces. */
const JOINT = new RegExp(
  `(?:(?:${LINK}|${FILLER})(?![\\p{L}])|=|≈|~|→|[,;:)\\]—–]|\\.\\.\\.|…)(?:[ \\t\\n]{0,2})`,
  'iuy',
);
const IS_LINK = gated(new RegExp(`^(?:${LINK}|=|≈|→)$`, 'iu'));
const IS_STRONG =
  /^(?:=|≈|→|is|was|equals?|gives?|gave|giving|comes?|works?|leaves?|leaving|makes?|yields?|amounts?|results?|turns?|that['’]s|totals?|which)$/iu;
const APPROXIMATE =
  /^(?:approximately|about|around|roughly|nearly|almost|approx\.?|~|≈|close|somewhere)$/iu;
const START = new RegExp(NUMERIC_START, 'iuy');
const SPACE = /[ \t\n]{0,2}/uy;
/** What the last number of a sum counts, before an equals sign: "÷ 4 doses =". */
const COUNTED = /\s\p{L}{2,20}(?=\s?[=≈])/uy;
/** "± 2" after a sum. */
const SPARE = /\s?(?:±|\+\/[-−])\s?(\d{1,2}(?:\.\d)?)/uy;
/** "A Wells score of": what the outcome is one of. */
const NAMED_OUTCOME =
  /(?:(?:an?|the|his|her|its|their)\s)?(?!patient|man|woman)(?:(?!(?:in|with|for|than|and|or|on|by|from|after|when|who|that|patient)\s)[\p{L}\p{N}₂][\p{L}\p{N}₂₃'’/+-]{0,20}\s){1,4}(?:of|at)\s/iuy;
const MOST_JOINTS = 12;
const LONGEST_NUMBER = 60;

/** How surely a number after a sum is its outcome. */
export interface Joined {
  readonly end: number;
  /** Whether more than "roughly" or a comma joins the two. */
  readonly strong: boolean;
  /** Whether "so" or "or" is all that joins them, which may as well begin something else. */
  readonly weak: boolean;
  /** The 2 of "± 2" after the sum. */
  readonly spare: number;
}

/** Where the words between a sum that ends at `at` and its outcome end; undefined where anything else stands there. */
export function jointAt(text: string, at: number): Joined | undefined {
  SPARE.lastIndex = at;
  const spare = SPARE.exec(text);
  COUNTED.lastIndex = at + (spare?.[0].length ?? 0);
  const counted = COUNTED.lastIndex + (COUNTED.exec(text)?.[0].length ?? 0);
  SPACE.lastIndex = counted;
  let end = counted + (SPACE.exec(text)?.[0].length ?? 0);
  const words: string[] = [];
  for (let count = 0; count < MOST_JOINTS; count += 1) {
    START.lastIndex = end;
    if (START.test(text) && !/[~≈]/.test(text[end] ?? '')) {
      break;
    }
    const joint = matchAt(JOINT, text, end) ?? outcomeNameAt(text, end, words);
    if (joint === undefined) {
      return undefined;
    }
    words.push(joint.trim());
    end += joint.length;
  }
  START.lastIndex = end;
  const links = words.filter((word) => IS_LINK.test(word));
  const isRounded = words.some((word) => APPROXIMATE.test(word));
  if (!START.test(text) || (links.length === 0 && !isRounded)) {
    return undefined;
  }
  const strong = words.some((word) => IS_STRONG.test(word));
  const weak = !strong && !isRounded && links.every((word) => /^(?:so|or)$/iu.test(word));
  // "Or" alone begins an alternative; after a comma it may say the same again.
  const isAlternative = weak && links.includes('or') && !words.includes(',');
  return isAlternative ? undefined : { end, strong, weak, spare: Number(spare?.[1] ?? 0) };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** "A Wells score of" after a word that says that the outcome follows. */
function outcomeNameAt(text: string, at: number, words: readonly string[]): string | undefined {
  return words.some((word) => IS_LINK.test(word) && !/^or$/iu.test(word))
    ? matchAt(NAMED_OUTCOME, text, at)
    : undefined;
}

function halfDigitOf(quantity: WrittenQuantity, value: number): number {
  if (quantity.decimals > 0 && Math.abs(value) < 1000) {
    return 0.5 * 10 ** -quantity.decimals;
  }
  // "About 60" has been rounded to tens; of larger roundings the share of five per cent takes care.
  return quantity.approximate && value !== 0 && value % 10 === 0
    ? Math.min(5, Math.abs(value) / 4)
    : 0.5;
}

/** A quantity as an outcome; undefined for bounds, and for what is no single number. */
export function asResult(quantity: WrittenQuantity): StatedResult | undefined {
  return quantity.comparator === undefined ? asSingleNumber(quantity) : undefined;
}

/** The number of a quantity, also of a bound; undefined for ranges, fractions, pressures and grades, which are no single number. */
export function asSingleNumber(quantity: WrittenQuantity): StatedResult | undefined {
  if (quantity.magnitude.form !== 'number') {
    return undefined;
  }
  const { value } = quantity.magnitude;
  return {
    span: quantity.span,
    value,
    ...(quantity.unit === undefined ? {} : { unit: quantity.unit.ucum }),
    approximate: quantity.approximate,
    halfDigit: halfDigitOf(quantity, value),
  };
}

const LEAD = 12;

/**
 * The first quantity that begins at `at` or up to `reach` characters later. What stands before is read along, so that the
 * number is not taken for the mark of a list.
 */
export function nextQuantity(text: string, at: number, reach: number): WrittenQuantity | undefined {
  const span = { start: Math.max(0, at - LEAD), end: Math.min(text.length, at + reach) };
  return readQuantities(text, span).find(({ number }) => number.start >= at);
}

/** "1 in 6" and "1/6": a chance, as the fraction that it is. */
function chanceOf(text: string, quantity: WrittenQuantity): StatedResult | undefined {
  const { magnitude, unit, comparator, approximate, span } = quantity;
  if (comparator !== undefined || unit !== undefined) {
    return undefined;
  }
  const isOne = magnitude.form === 'number' && magnitude.value === 1;
  const of = isOne
    ? /^\sin\s(\d{1,6})(?![\d.,]\d|\s?%)/iu.exec(text.slice(span.end, span.end + 14))
    : null;
  const parts =
    magnitude.form === 'fraction'
      ? magnitude
      : of === null
        ? undefined
        : { numerator: 1, denominator: Number(of[1]) };
  if (parts === undefined || parts.denominator <= parts.numerator) {
    return undefined;
  }
  const end = span.end + (of?.[0].length ?? 0);
  return {
    span: { start: span.start, end },
    value: parts.numerator / parts.denominator,
    approximate,
    halfDigit: 0,
  };
}

/** The number that begins at `at`, as an outcome. */
export function resultAt(text: string, at: number): StatedResult | undefined {
  const quantity = nextQuantity(text, at, LONGEST_NUMBER);
  if (quantity === undefined || quantity.number.start > at + 1) {
    return undefined;
  }
  const before = text.slice(Math.max(0, at - 24), at);
  const rounded =
    /\b(?:approximately|about|around|roughly|nearly|almost|some|close to|say)\s{0,2}$|[~≈]\s?$/i;
  const approximate = quantity.approximate || rounded.test(before);
  return chanceOf(text, { ...quantity, approximate }) ?? asResult({ ...quantity, approximate });
}

/** Of "about 36": five per cent, as for calculators. Of a number given plainly: two, for intermediate rounding. */
export const APPROXIMATE_TOLERANCE = 0.05;
export const PLAIN_TOLERANCE = 0.02;

/** How far a stated number may be from the computed one. */
export function allowance(stated: StatedResult, computed: number, relative?: number): number {
  const share = relative ?? (stated.approximate ? APPROXIMATE_TOLERANCE : PLAIN_TOLERANCE);
  return Math.max(stated.halfDigit * 1.000001, share * Math.abs(computed));
}

/** Whether a stated number may stand for the computed one. */
export function agrees(stated: StatedResult, computed: number, relative?: number): boolean {
  return Math.abs(stated.value - computed) <= allowance(stated, computed, relative);
}
