import type { CaseValues } from '@/lib/audit/measured-values/case-values';
import type { ValueVerdict } from '@/lib/audit/measured-values/judge-value';
import type { NamedValue } from '@/lib/audit/measured-values/named-values';
import type { QualitativeReading } from '@/lib/audit/measured-values/qualitative-readings';
import { convertValue } from '@/lib/audit/measured-values/units-of-values';
import { quantityById } from '@/lib/case/measurements/measurement-names';
import { type Interval, intervalOf, type Quantity } from '@/lib/knowledge/reference-intervals';
import type { Side } from '@/lib/knowledge/reference-intervals-terms';
import { sliceSpan } from '@/lib/text/span';

/** Whose intervals are asked for. */
export interface Person {
  readonly sex?: 'female' | 'male';
  /** Intervals of adults do not hold for a child, nor those of the non-pregnant in pregnancy. */
  readonly hasAdultIntervals: boolean;
}

/** How certainly a value lies on a side of its interval. */
type Standing = 'yes' | 'borderline' | 'no';

/** A reading is contradicted only where the value is this part of the interval's width past the limit. */
const CLEARLY = 0.1;
/** "Normal" is said loosely, and laboratories differ; it takes more to contradict it. */
const CLEARLY_NOT_NORMAL = 0.25;

interface ReadValue {
  readonly known: NamedValue;
  /** In the quantity's own unit. */
  readonly own: number;
  readonly interval: Interval;
  readonly isPrinted: boolean;
}

function ownValue(known: NamedValue, quantity: Quantity): number | undefined {
  const { magnitude, unit, comparator } = known.written;
  if (magnitude.form !== 'number' || comparator !== undefined) {
    return undefined;
  }
  const [own] = quantity.units;
  if (unit !== undefined) {
    return convertValue(magnitude.value, unit.ucum, own.ucum, quantity.id);
  }
  const assumed = quantity.units.find(({ factor, offset = 0 }) => {
    const value = magnitude.value * factor + offset;
    return value >= quantity.plausible[0] && value <= quantity.plausible[1];
  });
  return assumed === undefined
    ? undefined
    : magnitude.value * assumed.factor + (assumed.offset ?? 0);
}

/** An interval printed in the case goes before the general one. */
function intervalFor(known: NamedValue, quantity: Quantity, person: Person): ReadValue['interval'] {
  const { printed } = known;
  const [own] = quantity.units;
  if (printed === undefined) {
    return intervalOf(quantity, person.sex);
  }
  const inOwn = (limit: number): number | undefined => {
    const unit = known.written.unit?.ucum;
    return unit === undefined ? limit : convertValue(limit, unit, own.ucum, quantity.id);
  };
  const low = inOwn(printed.low);
  const high = inOwn(printed.high);
  return low === undefined || high === undefined ? intervalOf(quantity, person.sex) : { low, high };
}

function valuesOf(
  quantity: Quantity,
  { values }: CaseValues,
  person: Person,
): readonly ReadValue[] {
  return values.ofQuantity(quantity.id).flatMap((known) => {
    const own = ownValue(known, quantity);
    const isPlausible =
      own !== undefined && own >= quantity.plausible[0] && own <= quantity.plausible[1];
    const isPrinted = known.printed !== undefined;
    return isPlausible && (isPrinted || person.hasAdultIntervals)
      ? [{ known, own, interval: intervalFor(known, quantity, person), isPrinted }]
      : [];
  });
}

function marginOf({ low, high }: Interval, part: number): number {
  return low === undefined || high === undefined
    ? part * Math.abs(low ?? high ?? 0) * 0.5
    : part * (high - low);
}

function standingNormal(own: number, interval: Interval): Standing {
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = interval;
  if (own >= low && own <= high) {
    return 'yes';
  }
  const margin = marginOf(interval, CLEARLY_NOT_NORMAL);
  return own < low - margin || own > high + margin ? 'no' : 'borderline';
}

/** Whether a value lies on a side of its interval. */
export function standingOn(side: Side, own: number, interval: Interval): Standing {
  if (side === 'normal') {
    return standingNormal(own, interval);
  }
  const limit = side === 'low' ? interval.low : interval.high;
  if (limit === undefined) {
    return 'borderline';
  }
  const past = side === 'low' ? limit - own : own - limit;
  return past > 0 ? 'yes' : past < -marginOf(interval, CLEARLY) ? 'no' : 'borderline';
}

function standingOf(
  reading: QualitativeReading,
  { own, interval, isPrinted }: ReadValue,
): Standing {
  const { side, term } = reading;
  const standing = standingOn(side, own, interval);
  if (term === undefined || isPrinted) {
    return standing;
  }
  const { wrongFrom, wrongBelow } = term;
  if (wrongFrom === undefined && wrongBelow === undefined) {
    return standing;
  }
  const isWrong =
    own >= (wrongFrom ?? Number.POSITIVE_INFINITY) ||
    own < (wrongBelow ?? Number.NEGATIVE_INFINITY);
  return isWrong ? 'no' : standing === 'no' ? 'borderline' : standing;
}

function limitsShown({ interval, isPrinted }: ReadValue, quantity: Quantity): string {
  const { low, high } = interval;
  const unit = quantity.units[0].shown;
  const limits =
    low === undefined ? `up to ${high}` : high === undefined ? `from ${low}` : `${low} to ${high}`;
  const whose = isPrinted ? 'the interval printed in the case' : 'the reference interval';
  return `${whose} is ${limits}${unit === '' ? '' : ` ${unit}`}`;
}

const DENIED: Readonly<Record<Standing, Standing>> = {
  yes: 'no',
  no: 'yes',
  borderline: 'borderline',
};

/**
 * What is to be said of a qualitative reading against the value in the case: borne out, contradicted where every value of
 * the quantity lies clearly on another side, cannot tell near a limit; undefined where the case has no value of it.
 */
export function judgeReading(
  reading: QualitativeReading,
  values: CaseValues,
  person: Person,
  caseText: string,
): ValueVerdict | undefined {
  const quantity = quantityById(reading.quantity);
  const read = quantity === undefined ? [] : valuesOf(quantity, values, person);
  const standings = read.map((value) => {
    const standing = standingOf(reading, value);
    return reading.isDenied ? DENIED[standing] : standing;
  });
  const index = standings.includes('yes')
    ? standings.indexOf('yes')
    : Math.max(0, standings.indexOf('borderline'));
  const [value, standing] = [read[index], standings[index]];
  if (quantity === undefined || value === undefined || standing === undefined) {
    return undefined;
  }
  const given = sliceSpan(caseText, value.known.written.span);
  const rule =
    reading.term?.wrongFrom === undefined && reading.term?.wrongBelow === undefined
      ? limitsShown(value, quantity)
      : `${limitsShown(value, quantity)} (${reading.term.source})`;
  // The case's own word goes before the interval: a fever at home is a fever, though it is gone.
  const isSaid = values.readings.some(
    ({ quantity: id, side, isDenied }) =>
      id === reading.quantity && side === reading.side && isDenied === reading.isDenied,
  );
  if (isSaid && standing !== 'yes') {
    return undefined;
  }
  const outcome = { yes: 'supported', no: 'contradicted', borderline: 'cannot-tell' } as const;
  return {
    outcome: outcome[standing],
    span: reading.span,
    case: [value.known.written.span],
    detail: `The case gives ${quantity.label} “${given}”; ${rule}${standing === 'borderline' ? ', too near to decide' : ''}.`,
  };
}
