import type { CaseValues } from '@/lib/audit/measured-values/case-values';
import {
  type Comparison,
  comparePressures,
  compareQuantities,
} from '@/lib/audit/measured-values/compare-values';
import { linkValue } from '@/lib/audit/measured-values/link-values';
import { isTime, type NamedValue } from '@/lib/audit/measured-values/named-values';
import { isCommensurable } from '@/lib/audit/measured-values/units-of-values';
import type { VerdictOutcome } from '@/lib/audit/verdict';
import { BLOOD_PRESSURE, quantityById } from '@/lib/case/measurements/measurement-names';
import { type Span, sliceSpan } from '@/lib/text/span';
import { stemOf } from '@/lib/text/words';

/** What is said of one number; spans are offsets into the texts that were compared. */
export interface ValueVerdict {
  readonly outcome: VerdictOutcome;
  readonly span: Span;
  readonly case: readonly Span[];
  readonly detail: string;
}

/** A stated number, the text it stands in, and what is known of its clause. */
export interface StatedValue {
  readonly value: NamedValue;
  readonly text: string;
  /** Whether the clause puts it down as a value of this patient. Asked only where the numbers do not decide: it costs more. */
  isStated(): boolean;
  /** Whether the clause says whose value it is: "her", "the patient", "with". */
  isPossessed(): boolean;
}

const AGREEING: ReadonlySet<Comparison> = new Set(['same', 'rounded', 'converted']);

function labelOf({ quantity }: NamedValue): string {
  const label =
    quantity === BLOOD_PRESSURE
      ? 'blood pressure'
      : quantity === undefined
        ? undefined
        : quantityById(quantity)?.label;
  return label === undefined ? 'The number' : `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
}

function quoted(text: string, span: Span): string {
  return `“${sliceSpan(text, span)}”`;
}

function agreement(
  stated: StatedValue,
  known: NamedValue,
  comparison: Comparison,
  caseText: string,
): ValueVerdict {
  const given = quoted(caseText, known.written.span);
  const rule =
    comparison === 'converted'
      ? 'the two are equal once the unit is converted'
      : comparison === 'rounded'
        ? 'the two agree within the precision with which it is stated'
        : 'the two are equal';
  return {
    outcome: 'supported',
    span: stated.value.written.span,
    case: [known.written.span],
    detail: `${labelOf(stated.value)}: the case gives ${given}; ${rule}.`,
  };
}

/** The smallest words that are wrong: of a pressure, the part that differs. */
function wrongSpan({ written }: NamedValue, known: NamedValue): Span {
  const parts = comparePressures(written, known.written);
  if (parts === undefined || written.magnitude.form !== 'pressure') {
    return written.span;
  }
  const [systolic, diastolic] = written.magnitude.parts;
  const [isSystolicWrong, isDiastolicWrong] = parts.map((part) => part === 'different');
  return isSystolicWrong === isDiastolicWrong
    ? written.span
    : isSystolicWrong
      ? systolic
      : diastolic;
}

function contradiction(
  stated: StatedValue,
  known: readonly NamedValue[],
  isUnit: boolean,
  caseText: string,
): ValueVerdict | undefined {
  const [first] = known;
  if (first === undefined) {
    return undefined;
  }
  const given = known.map(({ written }) => quoted(caseText, written.span)).join(' and ');
  const rule = isUnit
    ? 'the same number in another unit is another value'
    : 'the two differ by more than rounding';
  return {
    outcome: 'contradicted',
    span: wrongSpan(stated.value, first),
    case: known.map(({ written }) => written.span),
    detail: `${labelOf(stated.value)}: the text says ${quoted(stated.text, stated.value.written.span)}, the case ${given}; ${rule}.`,
  };
}

/** A value of the case that is just the same, whatever it was linked to: then nothing is wrong with the number. */
function sameElsewhere(
  { written }: NamedValue,
  { values, inOptions }: CaseValues,
): NamedValue | undefined {
  const { unit } = written;
  if (inOptions.some((option) => compareQuantities(written, option) === 'same')) {
    return undefined;
  }
  return values.all.find(
    (known) =>
      compareQuantities(written, known.written) === 'same' &&
      (unit === undefined) === (known.written.unit === undefined) &&
      (unit === undefined || isCommensurable(unit.ucum, known.written.unit?.ucum ?? '')),
  );
}

function isInOptions({ written }: NamedValue, { inOptions }: CaseValues): boolean {
  return inOptions.some((option) => compareQuantities(written, option) === 'same');
}

/** Numbers that classify this patient's disease; other designations ("step 3", "option 2") are no statement about it. */
const CLASSIFYING = new Set(['type', 'stage', 'grade', 'class'].map(stemOf));

/** "About three in the morning" is a time, too. */
const TIMES_OF_DAY = ['morning', 'afternoon', 'evening', 'night', 'clock'].map(stemOf);

/** Times are another check's; "one" and "step 2" measure nothing. */
function isNoMeasure({ written, designation, after }: NamedValue): boolean {
  const isOfDay = written.unit === undefined && TIMES_OF_DAY.some((time) => after.includes(time));
  const isOne =
    written.inWords && written.magnitude.form === 'number' && written.magnitude.value <= 1;
  const isDesignation = designation !== undefined && !CLASSIFYING.has(designation);
  return (
    isDesignation || isOfDay || isTime(written.unit?.ucum) || (isOne && written.unit === undefined)
  );
}

/** From here on a number that is met again in another unit is hardly so by chance. */
const TELLING_NUMBER = 10;

/** A single number with its unit; undefined for others. */
function plainly({ written: { magnitude, unit } }: NamedValue) {
  return magnitude.form === 'number' && unit !== undefined
    ? { number: magnitude.value, unit: unit.ucum }
    : undefined;
}

/**
 * The value of the case that has the same number in another unit: beside the same words ("urine osmolality of 130 mg/kg"), or
 * in a unit of the same measure ("it is at 50 kPa").
 */
function inAnotherUnit(value: NamedValue, { values }: CaseValues): NamedValue | undefined {
  const own = plainly(value);
  if (own === undefined || isTime(own.unit)) return undefined;
  const isConcentration = own.unit.includes('/') || own.unit === 'kPa' || own.unit === 'mm[Hg]';
  const alike = values.withNumber(own.number).filter((known) => {
    const other = known.written.unit?.ucum;
    if (other === undefined || other === own.unit || isTime(other)) return false;
    const isSameMeasure = isCommensurable(own.unit, other);
    const isNamed = [...value.words].some((word) => known.words.has(word));
    return isSameMeasure
      ? isConcentration && own.number >= TELLING_NUMBER
      : isNamed && own.unit.includes('/') && other.includes('/');
  });
  return alike.length === 1 ? alike[0] : undefined;
}

/** A value of a quantity of which the case has no number. */
function unlinked(stated: StatedValue, values: CaseValues): ValueVerdict | undefined {
  const { quantity, written } = stated.value;
  if (quantity === undefined || !stated.isStated() || !stated.isPossessed()) {
    return undefined;
  }
  const isNamed = values.named.has(quantity);
  const label = labelOf(stated.value);
  return {
    outcome: 'not-in-case',
    span: written.span,
    case: [],
    detail: isNamed
      ? `${label}: the case names it without a number.`
      : `${label}: the case has no such value.`,
  };
}

/**
 * What is to be said of a stated number against the numbers of the case; undefined where that is nothing. A number that is
 * not plainly put down as a value of this patient can only be borne out.
 */
export function judgeValue(
  stated: StatedValue,
  values: CaseValues,
  caseText: string,
): ValueVerdict | undefined {
  const { value } = stated;
  if (isNoMeasure(value) || isInOptions(value, values)) {
    return undefined;
  }
  const linked = linkValue(value, values);
  if (linked === undefined) {
    const misprinted = inAnotherUnit(value, values);
    if (misprinted !== undefined && stated.isStated()) {
      return contradiction(stated, [misprinted], true, caseText);
    }
    const same = value.written.unit === undefined ? undefined : sameElsewhere(value, values);
    return same === undefined
      ? unlinked(stated, values)
      : value.quantity === undefined
        ? agreement(stated, same, 'same', caseText)
        : undefined;
  }
  const compared = linked.values.map((known) => ({
    known,
    comparison: compareQuantities(value.written, known.written, value.quantity),
  }));
  const agreeing = compared.find(({ comparison }) => AGREEING.has(comparison));
  if (agreeing !== undefined) {
    // "A pH below 7.1 is severe" is a threshold, on whichever side of it the patient is.
    const isThreshold =
      value.written.comparator !== undefined && !(stated.isPossessed() && stated.isStated());
    if (isThreshold) return undefined;
    return agreement(stated, agreeing.known, agreeing.comparison, caseText);
  }
  if (compared.some(({ comparison }) => comparison === 'open') || !stated.isStated()) {
    return undefined;
  }
  const otherUnit = compared.filter(({ comparison }) => comparison === 'other-unit');
  if (otherUnit.length > 0) {
    return contradiction(
      stated,
      otherUnit.map(({ known }) => known),
      true,
      caseText,
    );
  }
  const isElsewhere = linked.link !== 'name' && sameElsewhere(value, values) !== undefined;
  return isElsewhere ? undefined : contradiction(stated, linked.values, false, caseText);
}
