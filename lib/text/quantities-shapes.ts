import { numberAt, type WrittenNumber } from '@/lib/text/quantities-numbers';
import { type PrintedUnit, powerOfTenAt, unitAt } from '@/lib/text/quantities-units';
import type { Span } from '@/lib/text/span';

/** A number, or several that are written as one. */
export type Magnitude =
  | { readonly form: 'number'; readonly value: number }
  /** "3-5", "between 3 and 5", "in the 80s". */
  | { readonly form: 'range'; readonly low: number; readonly high: number }
  /** "3/5", "1:4", "5 out of 10": as written, not reduced. */
  | {
      readonly form: 'fraction' | 'ratio';
      readonly numerator: number;
      readonly denominator: number;
    }
  /** A blood pressure: "100/48", "120 over 80". Its parts are compared each by itself. */
  | {
      readonly form: 'pressure';
      readonly systolic: number;
      readonly diastolic: number;
      readonly parts: readonly [Span, Span];
    }
  /** "4+", "2+", "3-/5": a grade with a sign. */
  | { readonly form: 'grade'; readonly value: number; readonly sign: '+' | '-' };

/** What was read from the first digit or number word on. */
export interface Shape {
  readonly magnitude: Magnitude;
  /** Where the last number ends. */
  readonly numberEnd: number;
  readonly unit?: PrintedUnit;
  readonly decimals: number;
  readonly inWords: boolean;
  readonly isDecade: boolean;
}

const OVER = /\s?\/\s?(?=\d)|\s{1,2}over\s{1,2}(?=\d)/iuy;
const OUT_OF = /\s{1,2}out\s{1,2}of\s{1,2}/iuy;
const COLON = /:(?=\d)/uy;
const TO = /\s?[-–—](?:\s?(?=[.\d])|(?=\p{L}))|\s{1,2}to\s{1,2}|-to-/iuy;
const AND = /\s{1,2}and\s{1,2}/iuy;
const DECADE = /['’]?s(?![\p{L}\p{N}])/uy;
const SIGN = /\s?([+＋])(?!\d)|(-)(?=\/\d)/uy;
const OUT_OF_FIVE = /\/\s?5(?![\d.])/uy;
const BETWEEN = /between\s{1,2}$/iu;
const FROM = /from\s{1,2}$/iu;
const DECADE_BEFORE =
  /(?:\b(?:the|his|her|their|high|low|upper|lower)\s{1,2}|\b(?:mid|early|late|high|low)[- ])$/i;
const LONGEST_BEFORE = 16;

/** A blood pressure is written with whole numbers in these bounds, the systolic first (plausible ranges, mmHg). */
const SYSTOLIC = [40, 320] as const;
const DIASTOLIC = [15, 220] as const;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The number after `joint`, where that stands at `at`. */
function secondAt(text: string, at: number, joint: RegExp): WrittenNumber | undefined {
  const match = matchAt(joint, text, at);
  return match === null ? undefined : numberAt(text, at + match[0].length);
}

function isWhole(value: number): boolean {
  return Number.isInteger(value);
}

function isPressure(first: WrittenNumber, second: WrittenNumber): boolean {
  const [systolic, diastolic] = [first.value, second.value];
  return (
    isWhole(systolic) &&
    isWhole(diastolic) &&
    systolic > diastolic &&
    systolic >= SYSTOLIC[0] &&
    systolic <= SYSTOLIC[1] &&
    diastolic >= DIASTOLIC[0] &&
    diastolic <= DIASTOLIC[1]
  );
}

function shapeOf(
  text: string,
  first: WrittenNumber,
  last: WrittenNumber,
  magnitude: Magnitude,
  unit = unitAt(text, last.end),
): Shape {
  return {
    magnitude,
    numberEnd: last.end,
    ...(unit === undefined ? {} : { unit }),
    decimals: Math.max(first.decimals, last.decimals),
    inWords: first.inWords,
    isDecade: false,
  };
}

/** "100/48", "3/5", "120 over 80", "4 out of 5", "1:4". */
function pairAt(text: string, first: WrittenNumber): Shape | undefined {
  const over = secondAt(text, first.end, OVER);
  if (over !== undefined && isPressure(first, over)) {
    const parts = [
      { start: first.start, end: first.end },
      { start: over.start, end: over.end },
    ] as const;
    const magnitude = {
      form: 'pressure',
      systolic: first.value,
      diastolic: over.value,
      parts,
    } as const;
    return shapeOf(text, first, over, magnitude);
  }
  const slashed = /\//.test(text.slice(first.end, first.end + 2)) ? over : undefined;
  const fraction = slashed ?? secondAt(text, first.end, OUT_OF);
  if (fraction !== undefined) {
    return shapeOf(text, first, fraction, {
      form: 'fraction',
      numerator: first.value,
      denominator: fraction.value,
    });
  }
  const ratio = secondAt(text, first.end, COLON);
  return ratio === undefined
    ? undefined
    : shapeOf(text, first, ratio, {
        form: 'ratio',
        numerator: first.value,
        denominator: ratio.value,
      });
}

/** "3-5 mg", "3 mg to 5 mg", "between 3 and 5". "From 3 to 5" is a change, so it is two numbers. */
function rangeAt(text: string, first: WrittenNumber, before: string): Shape | undefined {
  const unit = unitAt(text, first.end);
  const joint = BETWEEN.test(before) ? AND : TO;
  if (FROM.test(before)) {
    return undefined;
  }
  const second = secondAt(text, unit?.span.end ?? first.end, joint);
  if (second === undefined || second.value <= first.value || second.inWords !== first.inWords) {
    return undefined;
  }
  const own = unitAt(text, second.end);
  if (unit !== undefined && own?.ucum !== unit.ucum) {
    return undefined;
  }
  return shapeOf(text, first, second, { form: 'range', low: first.value, high: second.value }, own);
}

/** "In the 80s", "mid-30s", "the 1990s". */
function decadeAt(text: string, first: WrittenNumber, before: string): Shape | undefined {
  const match = matchAt(DECADE, text, first.end);
  if (match === null || !isWhole(first.value) || first.value % 10 !== 0 || first.value === 0) {
    return undefined;
  }
  if (first.value < 1000 && !DECADE_BEFORE.test(before)) {
    return undefined;
  }
  const end = first.end + match[0].length;
  const magnitude = { form: 'range', low: first.value, high: first.value + 9 } as const;
  return { ...shapeOf(text, first, { ...first, end }, magnitude), isDecade: true };
}

function gradeAt(text: string, first: WrittenNumber): Shape | undefined {
  const match = matchAt(SIGN, text, first.end);
  if (match === null || first.inWords || !isWhole(first.value) || first.value > 10) {
    return undefined;
  }
  const signed = first.end + match[0].length;
  const end = signed + (matchAt(OUT_OF_FIVE, text, signed)?.[0].length ?? 0);
  const sign = match[1] === undefined ? '-' : '+';
  return shapeOf(text, first, { ...first, end }, { form: 'grade', value: first.value, sign });
}

/** A number with its power of ten ("6.5 x 10^9/L" is 6.5 in units of 10*9/L) and unit. */
function numberShape(text: string, first: WrittenNumber): Shape {
  const power = powerOfTenAt(text, first.end);
  if (power === undefined) {
    return shapeOf(text, first, first, { form: 'number', value: first.value });
  }
  const unit = unitAt(text, power.end);
  if (unit === undefined || !unit.ucum.startsWith('/')) {
    const value = first.value * 10 ** power.exponent;
    return shapeOf(text, first, { ...first, end: power.end }, { form: 'number', value });
  }
  const span = { start: first.end, end: unit.span.end };
  const printed = text.slice(span.start, span.end);
  return shapeOf(
    text,
    first,
    first,
    { form: 'number', value: first.value },
    {
      ucum: `10*${power.exponent}${unit.ucum}`,
      printed: printed.trimStart(),
      span: { start: span.end - printed.trimStart().length, end: span.end },
    },
  );
}

/** What the number `first` of `text` begins: a range, pair, grade or decade, or itself with its unit. */
export function shapeAt(text: string, first: WrittenNumber): Shape {
  const before = text.slice(Math.max(0, first.start - LONGEST_BEFORE), first.start);
  return (
    decadeAt(text, first, before) ??
    gradeAt(text, first) ??
    pairAt(text, first) ??
    rangeAt(text, first, before) ??
    numberShape(text, first)
  );
}
