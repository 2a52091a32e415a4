import type { CheckContext } from '@/lib/audit/check';
import { type NamedValue, namedValuesIn } from '@/lib/audit/measured-values/named-values';
import { type Ordinal, readOrdinals } from '@/lib/audit/measured-values/ordinals';
import { type Parity, readParity } from '@/lib/audit/measured-values/parity';
import {
  type QualitativeReading,
  qualitativeReadingsIn,
} from '@/lib/audit/measured-values/qualitative-readings';
import { createValueIndex, type ValueIndex } from '@/lib/audit/measured-values/value-index';
import { BLOOD_PRESSURE, readQuantityNames } from '@/lib/case/measurements/measurement-names';
import { splitSentences } from '@/lib/case/sentences';
import { gated } from '@/lib/text/gated-pattern';
import { readQuantities, type WrittenQuantity } from '@/lib/text/quantities';
import type { Span } from '@/lib/text/span';

/** "(3.5-5.0)", "[reference range: 135 to 145]", "(normal 4,500–11,000)" right after a value. */
const PRINTED = gated(
  /^\s?[([]\s?(?:(?:normal|reference|ref\.?|nl|n|range|values?|interval)[\s:=,]{0,3}){0,3}(\d[\d,]{0,12}(?:\.\d{1,4})?)\s?(?:-|–|to)\s?(\d[\d,]{0,12}(?:\.\d{1,4})?)/iu,
);
const LONGEST_INTERVAL = 60;

/** A value with the reference interval that the case prints after it. */
function withPrinted(value: NamedValue, text: string): NamedValue {
  const { end } = value.written.span;
  const match = PRINTED.exec(text.slice(end, end + LONGEST_INTERVAL));
  const [low, high] = [match?.[1], match?.[2]].map((limit) => Number(limit?.replaceAll(',', '')));
  return low !== undefined && high !== undefined && low < high
    ? { ...value, printed: { low, high } }
    : value;
}

/** What the case has of numbers; built once for a case. */
export interface CaseValues {
  /** A blood pressure is here as a pair, and as its two parts. */
  readonly values: ValueIndex;
  /** Ids of all quantities that the case names, with a number or without. */
  readonly named: ReadonlySet<string>;
  /** What the case itself says to be low, normal or high. */
  readonly readings: readonly QualitativeReading[];
  /** What it says of pregnancies and births. */
  readonly parity: readonly Parity[];
  /** "Her first cycle". */
  readonly ordinals: readonly Ordinal[];
  /** The numbers of the answer options: to speak of an option is no statement about the patient. */
  readonly inOptions: readonly WrittenQuantity[];
}

function partOf(pair: NamedValue, part: 0 | 1): NamedValue[] {
  const { magnitude, unit, ...written } = pair.written;
  if (magnitude.form !== 'pressure') {
    return [];
  }
  const span = magnitude.parts[part];
  const value = part === 0 ? magnitude.systolic : magnitude.diastolic;
  return [
    {
      ...pair,
      quantity: part === 0 ? 'systolic-pressure' : 'diastolic-pressure',
      written: {
        ...written,
        span,
        number: span,
        magnitude: { form: 'number', value },
        ...(unit === undefined ? {} : { unit }),
      },
    },
  ];
}

/** A pressure pair with its two parts; any other value alone. */
function withParts(value: NamedValue): readonly NamedValue[] {
  return value.quantity === BLOOD_PRESSURE
    ? [value, ...partOf(value, 0), ...partOf(value, 1)]
    : [value];
}

function readCaseValues({ reading }: CheckContext): CaseValues {
  const { text, options } = reading.case;
  const sentences: readonly Span[] = splitSentences(text);
  return {
    values: createValueIndex(
      sentences
        .flatMap((sentence) => namedValuesIn(text, sentence))
        .map((value) => withPrinted(value, text))
        .flatMap(withParts),
    ),
    named: new Set(readQuantityNames(text).map(({ id }) => id)),
    readings: sentences.flatMap((sentence) => qualitativeReadingsIn(text, sentence)),
    parity: readParity(text),
    ordinals: readOrdinals(text),
    inOptions: options.flatMap((option) => readQuantities(option.text)),
  };
}

const known = new WeakMap<CheckContext, CaseValues>();

/** The numbers of the case, read once. */
export function caseValuesOf(context: CheckContext): CaseValues {
  const read = known.get(context);
  if (read !== undefined) return read;
  const values = readCaseValues(context);
  known.set(context, values);
  return values;
}
