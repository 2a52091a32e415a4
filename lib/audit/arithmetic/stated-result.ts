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
  'it|that|this|which|so|and|then|we|you|i|me|us|her|him|them|just|only|or|a|an|the|of|at|in|to|out|up|with|as|be|would|should|will|can|could|might|may|have|has|do|does|total|value|result|answer|ratio|number|need|rate|approximately|about|around|roughly|nearly|almost|approx\\.?|close|somewhere|say|right|basically|actually|simply|exactly|precisely|closer|therefore|hence|thus|overall|mean|expected';
/** Words and signs that say that the outcome follows. */
const LINK =
  "is|was|are|equals?|equaling|equalling|equal|makes?|making|gives?|gave|giving|gets?|got|getting|comes?|came|coming|works?|worked|turns?|turned|leaves?|leaving|left|results?|resulting|yields?|yielding|amounts?|amounting|translates?|translating|means?|meaning|needs?|that['’]s|it['’]s|that['’]ll|ends?|sits?|sitting|lands?|totals?|totaling|totalling|works out|calculates?|rounds?|rounding|becomes?";
const NUMERIC_START =
  '(?=[\\d.~≈$]|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty)\\b)';
/** At most a dozen of these, each a word or a sign with its spaces. */
const JOINT = new RegExp(
  `(?:(?:${LINK}|${FILLER})(?![\\p{L}])|=|≈|~|→|[,;:)\\]—–]|\\.\\.\\.|…)(?:[ \\t\\n]{0,2})`,
  'iuy',
);
const IS_LINK = new RegExp(`^(?:${LINK}|=|≈|→)$`, 'iu');
const IS_STRONG =
  /^(?:=|≈|→|is|was|equals?|gives?|gave|giving|comes?|works?|leaves?|leaving|makes?|yields?|amounts?|results?|turns?|that['’]s|totals?|which)$/iu;
const APPROXIMATE =
  /^(?:approximately|about|around|roughly|nearly|almost|approx\.?|~|≈|close|somewhere)$/iu;
const START = new RegExp(NUMERIC_START, 'iuy');
const SPACE = /[ \t\n]{0,2}/uy;
/** What the last number of a sum counts, before an equals sign: "÷ 4 doses =". */
const COUNTED = /\s\p{L}{2,20}(?=\s?[=≈])/uy;
const MOST_JOINTS = 12;
const LONGEST_NUMBER = 60;

/** How surely a number after a sum is its outcome. */
export interface Joined {
  readonly end: number;
  /** Whether more than "roughly" or a comma joins the two. */
  readonly strong: boolean;
}

/** Where the words between a sum that ends at `at` and its outcome end; undefined where anything else stands there. */
export function jointAt(text: string, at: number): Joined | undefined {
  COUNTED.lastIndex = at;
  const counted = at + (COUNTED.exec(text)?.[0].length ?? 0);
  SPACE.lastIndex = counted;
  let end = counted + (SPACE.exec(text)?.[0].length ?? 0);
  let linked = false;
  let strong = false;
  let rounded = false;
  for (let count = 0; count < MOST_JOINTS; count += 1) {
    START.lastIndex = end;
    if (START.test(text) && !/[~≈]/.test(text[end] ?? '')) {
      break;
    }
    JOINT.lastIndex = end;
    const match = JOINT.exec(text);
    if (match === null) {
      return undefined;
    }
    const word = match[0].trim();
    linked = linked || IS_LINK.test(word);
    strong = strong || IS_STRONG.test(word);
    rounded = rounded || APPROXIMATE.test(word);
    end += match[0].length;
  }
  START.lastIndex = end;
  return START.test(text) && (linked || rounded) ? { end, strong } : undefined;
}

function halfDigitOf(quantity: WrittenQuantity, value: number): number {
  if (quantity.decimals > 0 && Math.abs(value) < 1000) {
    return 0.5 * 10 ** -quantity.decimals;
  }
  // "About 60" has been rounded to tens; of larger roundings the share of five per cent takes care.
  return quantity.approximate && value !== 0 && value % 10 === 0 ? 5 : 0.5;
}

/** A quantity as an outcome; undefined for ranges, fractions, pressures and grades, which are no single number. */
export function asResult(quantity: WrittenQuantity): StatedResult | undefined {
  if (quantity.magnitude.form !== 'number' || quantity.comparator !== undefined) {
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

/** The number that begins at `at`, as an outcome. */
export function resultAt(text: string, at: number): StatedResult | undefined {
  const quantity = nextQuantity(text, at, LONGEST_NUMBER);
  if (quantity === undefined || quantity.number.start > at + 1) {
    return undefined;
  }
  const before = text.slice(Math.max(0, at - 24), at);
  const rounded =
    /\b(?:approximately|about|around|roughly|nearly|almost|some|close to|say)\s{0,2}$|[~≈]\s?$/iu;
  return asResult({ ...quantity, approximate: quantity.approximate || rounded.test(before) });
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
