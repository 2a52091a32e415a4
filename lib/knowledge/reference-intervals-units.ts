import type { MeasurementUnit } from '@/lib/knowledge/reference-intervals-quantity';

/** A unit whose values times `factor` are in the quantity's own unit. */
export function unit(
  ucum: string,
  shown: string,
  factor: number,
  written: readonly string[] = [],
): MeasurementUnit {
  return { ucum, shown, written, factor };
}

export const PERCENT = unit('%', '%', 1, ['percent', 'per cent']);
export const CELSIUS = unit('Cel', '°C', 1, [
  'C',
  'ºC',
  '° C',
  'degrees C',
  'degrees Celsius',
  'Celsius',
  'deg C',
]);
/** 32 °F is 0 °C, and 9 °F are 5 °C. */
export const FAHRENHEIT: MeasurementUnit = {
  ucum: '[degF]',
  shown: '°F',
  written: ['F', 'ºF', '° F', 'degrees F', 'degrees Fahrenheit', 'Fahrenheit', 'deg F'],
  factor: 5 / 9,
  offset: -160 / 9,
};
export const PER_MINUTE = unit('/min', '/min', 1, [
  'bpm',
  'beats per minute',
  'beats/min',
  'breaths per minute',
  'breaths/min',
  'per minute',
  '/minute',
]);
export const MM_HG = unit('mm[Hg]', 'mmHg', 1, ['mm Hg']);
/** 1 kPa is 7.50062 mmHg. */
export const KPA = unit('kPa', 'kPa', 7.50062);
export const GRAM_PER_DL = unit('g/dL', 'g/dL', 1, ['g/dl', 'gm/dL', 'g%']);
export const GRAM_PER_L = unit('g/L', 'g/L', 0.1, ['g/l']);
export const BILLION_PER_L = unit('10*9/L', '×10⁹/L', 1, [
  'x10^9/L',
  'x 10^9/L',
  '×10^9/L',
  'x10⁹/L',
  '10^9/L',
  'x109/L',
  'K/uL',
  'K/µL',
  'x10^3/uL',
  '×10^3/µL',
  'x 10^3/mm3',
]);
export const PER_CUBIC_MM = unit('/mm3', '/mm³', 0.001, [
  '/mm3',
  '/mm^3',
  '/uL',
  '/µL',
  '/microL',
  '/μL',
  'cells/mm3',
  'cells/uL',
]);
export const MMOL_PER_L = unit('mmol/L', 'mmol/L', 1, ['mmol/l', 'mEq/L', 'meq/L', 'mM']);
export const UNIT_PER_L = unit('U/L', 'U/L', 1, ['IU/L', 'u/l', 'units/L']);
export const SECOND = unit('s', 's', 1, ['sec', 'secs', 'seconds']);

const MOLAR = {
  'mmol/L': { shown: 'mmol/L', written: ['mmol/l', 'mM'], perMole: 1e3 },
  'umol/L': { shown: 'µmol/L', written: ['umol/l', 'μmol/L', 'micromol/L'], perMole: 1e6 },
  'nmol/L': { shown: 'nmol/L', written: ['nmol/l'], perMole: 1e9 },
  'pmol/L': { shown: 'pmol/L', written: ['pmol/l'], perMole: 1e12 },
} as const;
const MASS = {
  'mg/dL': { shown: 'mg/dL', written: ['mg/dl', 'mg%'], perGram: 1e3 },
  'ug/dL': {
    shown: 'µg/dL',
    written: ['ug/dL', 'μg/dL', 'mcg/dL', 'µg/dl', 'ug/dl'],
    perGram: 1e6,
  },
  'ng/dL': { shown: 'ng/dL', written: ['ng/dl'], perGram: 1e9 },
} as const;
const DECILITRES_PER_LITRE = 10;

/**
 * A mass concentration as a quantity's own unit, with its molar unit derived from the molar mass in g/mol (IUPAC standard
 * atomic weights), so that conventional and SI limits cannot disagree.
 */
export function byMolarMass(
  mass: keyof typeof MASS,
  molar: keyof typeof MOLAR,
  molarMass: number,
): readonly [MeasurementUnit, MeasurementUnit] {
  const own = MASS[mass];
  const other = MOLAR[molar];
  const factor = (molarMass * own.perGram) / (other.perMole * DECILITRES_PER_LITRE);
  return [unit(mass, own.shown, 1, own.written), unit(molar, other.shown, factor, other.written)];
}
