import { nextNumberStart, numberAt } from '@/lib/text/quantities-numbers';
import { type Comparator, qualifiersOf } from '@/lib/text/quantities-qualifiers';
import { type Magnitude, shapeAt } from '@/lib/text/quantities-shapes';
import type { PrintedUnit } from '@/lib/text/quantities-units';
import { rememberingTexts } from '@/lib/text/remembered';
import type { Span } from '@/lib/text/span';

export type { Comparator } from '@/lib/text/quantities-qualifiers';
export type { Magnitude } from '@/lib/text/quantities-shapes';
export type { PrintedUnit } from '@/lib/text/quantities-units';

/** A number in prose, or several that are written as one, with its unit. Offsets into the whole text. */
export interface WrittenQuantity {
  /** From the first digit or number word to the end of the unit; words that qualify it stand outside. */
  readonly span: Span;
  /** The number alone, all parts of it. */
  readonly number: Span;
  readonly magnitude: Magnitude;
  /** "over 100", "< 5", "3 or more". */
  readonly comparator?: Comparator;
  /** "around 100", "~5", "in the 80s". */
  readonly approximate: boolean;
  readonly unit?: PrintedUnit;
  readonly inWords: boolean;
  /** Digits after the point, the most of any part: "7.2" has one, so it may stand for 7.21. */
  readonly decimals: number;
}

const LINE_START = /(?:^|\n)[ \t]{0,8}$/u;
const LIST_MARK = /[.)](?=\s)/uy;
const INDENT = 9;
const WORD_GOES_ON = /(?!ish(?!\p{L}))[\p{L}_]/uy;

/** "1. " and "2) " at the start of a line count the lines. */
function isListMarker(text: string, start: number, end: number): boolean {
  LIST_MARK.lastIndex = end;
  return LIST_MARK.test(text) && LINE_START.test(text.slice(Math.max(0, start - INDENT), start));
}

/** "3D", "2nd", "18F": a code or an ordinal, unless what follows the digits is a unit. */
function isPartOfWord(text: string, end: number, hasUnit: boolean): boolean {
  WORD_GOES_ON.lastIndex = end;
  return !hasUnit && WORD_GOES_ON.test(text);
}

/**
 * The quantities written in `text` inside `span` (the whole text when it is left out), in order and without overlap:
 * integers, decimals, thousands, scientific notation, fractions, ratios, ranges, blood pressures, grades and numbers in words
 * up to a hundred, each with the unit printed after it. List numbers, ordinals and codes are left out. Linear in the text.
 */
export function readQuantities(text: string, span?: Span): readonly WrittenQuantity[] {
  if (span === undefined) {
    return quantitiesOfText(text);
  }
  const found = quantitiesOfText(text.slice(span.start, span.end));
  return span.start === 0 ? found : found.map((quantity) => shiftedQuantity(quantity, span.start));
}

/** Several checks ask for the quantities of the same sentence. */
const quantitiesOfText = rememberingTexts(quantitiesIn);

function quantitiesIn(part: string): readonly WrittenQuantity[] {
  const found: WrittenQuantity[] = [];
  let at = 0;
  for (;;) {
    const start = nextNumberStart(part, at);
    if (start === undefined) {
      return found;
    }
    const first = numberAt(part, start);
    if (first === undefined) {
      at = start + 1;
      continue;
    }
    const shape = shapeAt(part, first);
    const hasUnit = shape.unit !== undefined;
    at = Math.max(shape.unit?.span.end ?? 0, shape.numberEnd);
    if (isListMarker(part, start, first.end) || isPartOfWord(part, shape.numberEnd, hasUnit)) {
      continue;
    }
    const { comparator, approximate } = qualifiersOf(part, start, at);
    found.push({
      span: { start, end: at },
      number: { start, end: shape.numberEnd },
      magnitude: shape.magnitude,
      ...(comparator === undefined ? {} : { comparator }),
      approximate: approximate || shape.isDecade,
      ...(shape.unit === undefined ? {} : { unit: shape.unit }),
      inWords: shape.inWords,
      decimals: shape.decimals,
    });
  }
}

function shifted(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

function shiftedQuantity(quantity: WrittenQuantity, offset: number): WrittenQuantity {
  const { span, number, magnitude, unit } = quantity;
  return {
    ...quantity,
    span: shifted(span, offset),
    number: shifted(number, offset),
    magnitude: shiftedMagnitude(magnitude, offset),
    ...(unit === undefined ? {} : { unit: { ...unit, span: shifted(unit.span, offset) } }),
  };
}

function shiftedMagnitude(magnitude: Magnitude, offset: number): Magnitude {
  if (magnitude.form !== 'pressure') {
    return magnitude;
  }
  const [systolic, diastolic] = magnitude.parts;
  return { ...magnitude, parts: [shifted(systolic, offset), shifted(diastolic, offset)] };
}
