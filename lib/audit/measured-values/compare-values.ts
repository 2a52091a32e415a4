import { convertValue } from '@/lib/audit/measured-values/units-of-values';
import type { WrittenQuantity } from '@/lib/text/quantities';

/** How a stated quantity compares with one of the case. */
export type Comparison =
  /** The same as written, or the same number where one of them has no unit. */
  | 'same'
  /** The same within the precision with which it is stated. */
  | 'rounded'
  /** The same once its unit is converted. */
  | 'converted'
  /** The same number with another unit, which makes it another value. */
  | 'other-unit'
  | 'different'
  /** Not the same kind of quantity, or both are bounds that leave it open. */
  | 'open';

/** A value said with "about" may be this far off, as a part of the value: 100 for 104 is a fair "around". */
const APPROXIMATELY = 0.1;
/** A round number stated plainly may be this far off ("200,000 platelets" for 197,000). */
const ROUND_NUMBER = 0.02;
/** Converted values carry the rounding of both units. */
const CONVERTED = 0.01;
/** Half of the last digit, widened so that floating point does not decide. */
const HALF_DIGIT = 0.5 + 1e-9;

interface Precision {
  readonly decimals: number;
  readonly approximate: boolean;
}

function isNear(stated: number, known: number, part: number): boolean {
  return Math.abs(stated - known) <= part * Math.abs(known) + 1e-12;
}

/** How two numbers in the same unit compare, the first of them stated with `precision`. */
function compareNumbers(
  stated: number,
  known: number,
  { decimals, approximate }: Precision,
): 'same' | 'rounded' | 'different' {
  if (isNear(stated, known, 1e-9)) {
    return 'same';
  }
  const isRounding = Math.abs(stated - known) <= HALF_DIGIT * 10 ** -decimals;
  const isRound = stated !== 0 && stated % 10 === 0 && isNear(stated, known, ROUND_NUMBER);
  return (isRounding && !Number.isInteger(known)) ||
    isRound ||
    (approximate && isNear(stated, known, APPROXIMATELY))
    ? 'rounded'
    : 'different';
}

/** Two numbers with their units. */
function compareWithUnits(
  stated: WrittenQuantity,
  value: number,
  known: WrittenQuantity,
  knownValue: number,
  quantity: string | undefined,
): Comparison {
  const [unit, knownUnit] = [stated.unit?.ucum, known.unit?.ucum];
  if (unit === undefined || knownUnit === undefined || unit === knownUnit) {
    return compareNumbers(value, knownValue, stated);
  }
  const converted = convertValue(knownValue, knownUnit, unit, quantity);
  if (converted !== undefined) {
    const isEquivalent = isNear(converted, knownValue, 1e-6);
    if (isEquivalent) {
      return compareNumbers(value, knownValue, stated);
    }
    const agrees =
      compareNumbers(value, converted, stated) !== 'different' ||
      isNear(value, converted, CONVERTED);
    if (agrees) {
      return 'converted';
    }
  }
  if (isNear(value, knownValue, 1e-9)) {
    return 'other-unit';
  }
  return converted === undefined ? 'open' : 'different';
}

/** A stated bound: "over 100" for 104. */
function compareBound(stated: WrittenQuantity, value: number, known: number): Comparison {
  const margin = stated.approximate ? APPROXIMATELY * Math.abs(value) : 0;
  const holds = {
    above: known > value - margin,
    'at least': known >= value - margin,
    below: known < value + margin,
    'at most': known <= value + margin,
  }[stated.comparator ?? 'at most'];
  return holds ? 'rounded' : 'different';
}

function isInside(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

/** A single number of the case against a stated range ("in the 80s"). */
function compareRange(
  stated: WrittenQuantity,
  low: number,
  high: number,
  known: WrittenQuantity,
): Comparison {
  const { magnitude } = known;
  if (
    stated.unit !== undefined &&
    known.unit !== undefined &&
    stated.unit.ucum !== known.unit.ucum
  ) {
    return 'open';
  }
  if (magnitude.form === 'range') {
    const isSame = magnitude.low === low && magnitude.high === high;
    const overlap = magnitude.low <= high && low <= magnitude.high;
    return isSame ? 'same' : overlap ? 'open' : 'different';
  }
  if (magnitude.form !== 'number') {
    return 'open';
  }
  return isInside(magnitude.value, low, high) ? 'rounded' : 'different';
}

function compareNumber(
  stated: WrittenQuantity,
  value: number,
  known: WrittenQuantity,
  quantity: string | undefined,
): Comparison {
  const { magnitude } = known;
  switch (magnitude.form) {
    case 'range':
      return isInside(value, magnitude.low, magnitude.high) ||
        stated.unit?.ucum !== known.unit?.ucum
        ? 'open'
        : 'different';
    case 'number': {
      if (known.comparator !== undefined) {
        return magnitude.value === value ? 'same' : 'open';
      }
      if (stated.comparator !== undefined) {
        return stated.unit === undefined || stated.unit.ucum === known.unit?.ucum
          ? compareBound(stated, value, magnitude.value)
          : 'open';
      }
      return compareWithUnits(stated, value, known, magnitude.value, quantity);
    }
    case 'grade':
      return value === magnitude.value ? 'same' : 'different';
    default:
      return 'open';
  }
}

/** A stated pressure against one of the case, part by part. */
export function comparePressures(
  stated: WrittenQuantity,
  known: WrittenQuantity,
): readonly ['same' | 'rounded' | 'different', 'same' | 'rounded' | 'different'] | undefined {
  if (stated.magnitude.form !== 'pressure' || known.magnitude.form !== 'pressure') {
    return undefined;
  }
  return [
    compareNumbers(stated.magnitude.systolic, known.magnitude.systolic, stated),
    compareNumbers(stated.magnitude.diastolic, known.magnitude.diastolic, stated),
  ];
}

/** How a stated quantity compares with one that the case has of the same thing. */
export function compareQuantities(
  stated: WrittenQuantity,
  known: WrittenQuantity,
  quantity?: string,
): Comparison {
  const { magnitude } = stated;
  switch (magnitude.form) {
    case 'number':
      return compareNumber(stated, magnitude.value, known, quantity);
    case 'range':
      return compareRange(stated, magnitude.low, magnitude.high, known);
    case 'pressure': {
      const parts = comparePressures(stated, known);
      if (parts === undefined) {
        return 'open';
      }
      return parts.includes('different')
        ? 'different'
        : parts.includes('rounded')
          ? 'rounded'
          : unitsOfPressure(stated, known);
    }
    case 'grade':
      return compareGrade(magnitude.value, magnitude.sign, known);
    default:
      return compareFraction(magnitude.numerator, magnitude.denominator, known);
  }
}

function unitsOfPressure(stated: WrittenQuantity, known: WrittenQuantity): Comparison {
  const [unit, knownUnit] = [stated.unit?.ucum, known.unit?.ucum];
  return unit === undefined || knownUnit === undefined || unit === knownUnit
    ? 'same'
    : 'other-unit';
}

function compareGrade(value: number, sign: '+' | '-', { magnitude }: WrittenQuantity): Comparison {
  switch (magnitude.form) {
    case 'grade':
      return magnitude.value === value && magnitude.sign === sign ? 'same' : 'different';
    case 'fraction':
      return magnitude.numerator === value ? 'open' : 'different';
    case 'number':
      return magnitude.value === value ? 'same' : 'different';
    default:
      return 'open';
  }
}

function compareFraction(
  numerator: number,
  denominator: number,
  { magnitude }: WrittenQuantity,
): Comparison {
  switch (magnitude.form) {
    case 'fraction':
    case 'ratio':
      return magnitude.numerator * denominator === numerator * magnitude.denominator
        ? 'same'
        : 'different';
    case 'grade':
      return denominator !== 5 ? 'open' : magnitude.value === numerator ? 'open' : 'different';
    default:
      return 'open';
  }
}
