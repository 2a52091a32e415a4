import { quantityById } from '@/lib/case/measurements/measurement-names';
import { convert } from '@/lib/knowledge/units';

/** What the parts of printed units measure. Only conversion itself needs the UCUM library, whose tables take long to build. */
const DIMENSIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mass: 'kg g mg ug ng pg [lb_av] [oz_av] [stone_av]',
    volume: 'L dL mL uL fL mm3 um3 cm3 m3',
    length: 'km m cm mm um [in_i] [ft_i] [mi_i]',
    area: 'm2 cm2 mm2',
    amount: 'mol mmol umol nmol pmol',
    charge: 'eq meq ueq',
    osmoles: 'osm mosm',
    activity: 'U mU uU kU [IU] m[IU] u[IU]',
    pressure: 'mm[Hg] cm[H2O] mm[H2O] kPa',
    temperature: 'Cel [degF]',
    time: 'a mo wk d h min s ms',
    count: '10*3 10*6 10*9 10*12',
  }).flatMap(([dimension, codes]) => codes.split(' ').map((code) => [code, dimension] as const)),
);

/** What a unit measures; a part that stands in no table measures itself. */
function dimensionOf(ucum: string): string {
  const [above = '', ...below] = ucum.split('/');
  const parts = below.map((part) => DIMENSIONS.get(part) ?? part).sort();
  const top = DIMENSIONS.get(above) ?? above;
  return [top === 'count' && below.length > 0 ? '' : top, ...parts].join('/');
}

/** Whether one UCUM unit can be converted into the other without knowing the substance. */
export function isCommensurable(a: string, b: string): boolean {
  return a === b || dimensionOf(a) === dimensionOf(b);
}

interface Conversion {
  readonly factor: number;
  readonly offset: number;
}

const conversions = new Map<string, Conversion | undefined>();
/** Printed units are few; a text of made-up ones must not grow the memory without end. */
const MOST_PAIRS = 2000;

/** All units that are printed convert by a factor and an offset; each pair is asked for once. */
function convertPlainly(value: number, from: string, to: string): number | undefined {
  if (!isCommensurable(from, to)) {
    return undefined;
  }
  const key = `${from} ${to}`;
  if (!conversions.has(key)) {
    if (conversions.size >= MOST_PAIRS) {
      conversions.clear();
    }
    const [zero, one] = [convert(0, from, to), convert(1, from, to)];
    const isKnown = zero !== undefined && one !== undefined;
    conversions.set(key, isKnown ? { factor: one - zero, offset: zero } : undefined);
  }
  const conversion = conversions.get(key);
  return conversion === undefined ? undefined : value * conversion.factor + conversion.offset;
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
/** Units of enzyme activity are international units. */
const INTERNATIONAL = /\[IU\]/;

/** Of ions with one charge a milliequivalent is a millimole. */
function withoutCharge(ucum: string, quantity: string | undefined): string {
  const plain = ucum.replace(INTERNATIONAL, 'U');
  return quantity !== undefined && MULTIVALENT.has(quantity)
    ? plain
    : (EQUIVALENTS.get(plain) ?? plain);
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
  const plain = convertPlainly(value, source, target);
  if (plain !== undefined || quantity === undefined) {
    return plain;
  }
  const units = quantityById(quantity)?.units ?? [];
  const ownOf = (ucum: string) => units.find((unit) => isCommensurable(ucum, unit.ucum));
  const [a, b] = [ownOf(source), ownOf(target)];
  const inA = a === undefined ? undefined : convertPlainly(value, source, a.ucum);
  if (a === undefined || b === undefined || inA === undefined) {
    return undefined;
  }
  const own = inA * a.factor + (a.offset ?? 0);
  return convertPlainly((own - (b.offset ?? 0)) / b.factor, b.ucum, target);
}
