import type { Random } from '@/lib/evaluation/random';
import type { ConceptId } from '@/lib/knowledge/concept';
import { MEASURED_CONCEPTS, type MeasuredConcept } from '@/lib/knowledge/measured-concepts';
import { QUANTITIES, type Quantity } from '@/lib/knowledge/reference-intervals';

/** From this age on adult reference intervals apply (NEWS2, from 16 years). */
const ADULT_YEARS = 16;

/** How far beyond a limit values are drawn, as shares of the reference interval's width or of the limit. */
const BEYOND = { ofWidth: [0.15, 0.9], above: [1.3, 6], below: [0.35, 0.85], limit: 0.2 } as const;
/** °C above the limit of fever; higher temperatures are rare. */
const WARMEST = 2.2;

/** What can be measured without a laboratory or an instrument of the clinic. */
const AT_HOME: ReadonlySet<string> = new Set(['temperature', 'heart-rate', 'oxygen-saturation']);

const QUANTITY_BY_ID = new Map(QUANTITIES.map((quantity) => [quantity.id, quantity]));
/** Names that are also words for a finding ("a temp", "pulse" of a throbbing pain), so that their number is not all they say. */
const AMBIGUOUS_NAMES: ReadonlySet<string> = new Set([
  'temp',
  'pulse',
  'pulse rate',
  'pulse oximetry',
  'white blood cell count',
  'white blood cells',
  'leukocyte count',
  'leukocyte counts',
  'leucocyte count',
  'serum calcium',
  'lactic acid',
  'alkaline phosphatase',
  'lipase',
  'hs-troponin',
  'C-reactive protein',
  'cerebrospinal fluid protein',
  'CSF protein',
]);
const NOT_A_NUMBER_OF_TODAY = 'early-menarche';

const RULES = new Map<string, readonly MeasuredConcept[]>(
  [...new Set(MEASURED_CONCEPTS.map(({ concept }) => concept))]
    .filter((concept) => concept !== NOT_A_NUMBER_OF_TODAY)
    .map((concept) => [concept, MEASURED_CONCEPTS.filter((rule) => rule.concept === concept)]),
);

function between(random: Random, low: number, high: number): number {
  return low + random.next() * (high - low);
}

function aboveInterval(random: Random, { low, high = 0 }: Quantity): number {
  if (low === undefined) return high * between(random, ...BEYOND.above);
  return high + (high - low) * between(random, ...BEYOND.ofWidth);
}

function belowInterval(random: Random, { low = 0, high }: Quantity): number {
  if (high === undefined) return low * between(random, ...BEYOND.below);
  const value = low - (high - low) * between(random, ...BEYOND.ofWidth);
  return Math.max(value, low * between(random, ...BEYOND.below));
}

function presentValue(random: Random, rule: MeasuredConcept, quantity: Quantity): number {
  const { presentFrom, presentBelow } = rule;
  if (rule.beyond === 'high') return aboveInterval(random, quantity);
  if (rule.beyond === 'low') return belowInterval(random, quantity);
  if (presentFrom !== undefined) {
    const span = quantity.id === 'temperature' ? WARMEST : presentFrom * BEYOND.limit;
    return between(random, presentFrom, presentFrom + span);
  }
  const limit = presentBelow ?? 0;
  return between(random, limit * (1 - BEYOND.limit), limit);
}

function absentValue(
  random: Random,
  rule: MeasuredConcept,
  quantity: Quantity,
): number | undefined {
  const { absentFrom, absentBelow, absentOtherwise } = rule;
  const { low, high } = quantity;
  if (absentOtherwise !== true && absentFrom === undefined && absentBelow === undefined) return;
  const floor = Math.max(absentFrom ?? 0, low ?? 0);
  const ceiling = Math.min(absentBelow ?? Number.POSITIVE_INFINITY, high ?? quantity.plausible[1]);
  const margin = (ceiling - floor) * 0.1;
  return ceiling > floor ? between(random, floor + margin, ceiling - margin) : undefined;
}

function written(value: number, quantity: Quantity): string {
  if (quantity.id === 'temperature') return value.toFixed(1);
  if (value >= 20) return String(Math.floor(value));
  return value >= 1 ? value.toFixed(1) : value.toPrecision(2);
}

function named(random: Random, quantity: Quantity, value: number): string | undefined {
  const unit = quantity.units.find(({ factor, offset }) => factor === 1 && offset === undefined);
  if (unit === undefined) return undefined;
  const number = written(value, quantity);
  if (quantity.id === 'systolic-pressure') {
    return `BP ${number}/${String(Math.floor(value * between(random, 0.55, 0.65)))}`;
  }
  const shown = quantity.bare && random.chance(0.6) ? '' : unit.shown;
  const gap = shown === '' || shown === '%' ? '' : ' ';
  const names = quantity.names.filter((known) => !AMBIGUOUS_NAMES.has(known));
  if (names.length === 0) return undefined;
  const name = random.pick(names);
  return `${name} ${number}${gap}${shown}`;
}

/**
 * A measured value from which a reader concludes that the finding is present or absent ("temp 38.9 °C" for fever), by
 * the limits in lib/knowledge; `undefined` where no value decides it, where the limits are not those of this age, or where it
 * cannot be measured at home and `atHome` asks for that.
 */
export function measuredValue(
  random: Random,
  concept: ConceptId,
  polarity: 'present' | 'absent',
  ageYears: number,
  atHome: boolean,
): string | undefined {
  const rules = RULES.get(concept)?.filter(
    ({ quantity, adultsOnly }) =>
      (adultsOnly !== true || ageYears >= ADULT_YEARS) && (!atHome || AT_HOME.has(quantity)),
  );
  if (rules === undefined || rules.length === 0) return undefined;
  const rule = random.pick(rules);
  const quantity = QUANTITY_BY_ID.get(rule.quantity);
  if (quantity === undefined) return undefined;
  const value =
    polarity === 'present'
      ? presentValue(random, rule, quantity)
      : absentValue(random, rule, quantity);
  if (value === undefined || value < quantity.plausible[0] || value > quantity.plausible[1])
    return undefined;
  return named(random, quantity, value);
}
