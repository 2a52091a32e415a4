import { quantityById } from '@/lib/case/measurements-names';
import { convert } from '@/lib/knowledge/units';

const commensurable = new Map<string, boolean>();
/** Printed units are few; a text of made-up ones must not grow the memory without end. */
const MOST_PAIRS = 2000;

/** Whether one UCUM unit can be converted into the other without knowing the substance. */
export function isCommensurable(a: string, b: string): boolean {
  if (a === b) {
    return true;
  }
  const key = `${a} ${b}`;
  const known = commensurable.get(key);
  if (known !== undefined) {
    return known;
  }
  const result = convert(1, a, b) !== undefined;
  if (commensurable.size >= MOST_PAIRS) {
    commensurable.clear();
  }
  commensurable.set(key, result);
  return result;
}

const PER_DAY = /\/d$/;

/** "25 g of salt a day" is also said as "25 g of salt": what is taken daily need not say so each time. */
function withoutDay(a: string, b: string): string {
  return PER_DAY.test(a) && !PER_DAY.test(b) ? a.replace(PER_DAY, '') : a;
}

/** Whether two printed units can be of the same measure. */
export function isSameMeasure(a: string, b: string): boolean {
  return isCommensurable(withoutDay(a, b), withoutDay(b, a));
}

/** Ions of more than one charge, of which a milliequivalent is not a millimole. */
const MULTIVALENT = new Set(['calcium', 'magnesium', 'phosphate']);
const EQUIVALENTS: ReadonlyMap<string, string> = new Map([
  ['meq/L', 'mmol/L'],
  ['meq', 'mmol'],
]);

/** Of ions with one charge a milliequivalent is a millimole. */
function withoutCharge(ucum: string, quantity: string | undefined): string {
  return quantity !== undefined && MULTIVALENT.has(quantity)
    ? ucum
    : (EQUIVALENTS.get(ucum) ?? ucum);
}

/**
 * `value` in another unit: by the units that the quantity is known in (mass and amount of the same substance), else by the
 * units alone. Undefined where the two do not measure the same thing.
 */
export function convertValue(
  value: number,
  from: string,
  to: string,
  quantity: string | undefined,
): number | undefined {
  const source = withoutCharge(withoutDay(from, to), quantity);
  const target = withoutCharge(withoutDay(to, from), quantity);
  if (source === target) {
    return value;
  }
  const plain = convert(value, source, target);
  if (plain !== undefined || quantity === undefined) {
    return plain;
  }
  const units = quantityById(quantity)?.units ?? [];
  const ownOf = (ucum: string) => units.find((unit) => isCommensurable(ucum, unit.ucum));
  const [a, b] = [ownOf(source), ownOf(target)];
  const inA = a === undefined ? undefined : convert(value, source, a.ucum);
  if (a === undefined || b === undefined || inA === undefined) {
    return undefined;
  }
  const own = inA * a.factor + (a.offset ?? 0);
  return convert((own - (b.offset ?? 0)) / b.factor, b.ucum, target);
}
