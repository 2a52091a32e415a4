import { UcumLhcUtils } from '@lhncbc/ucum-lhc';

/** What a conversion between mass, amount and charge needs to know of the substance. */
export interface Substance {
  /** Grams per mole. */
  readonly molarMass?: number;
  /** Of the ion, without its sign; for equivalents. */
  readonly charge?: number;
}

/**
 * `value` in another UCUM unit, or undefined where one of the codes is no unit, where the two do not measure the same, or
 * where mass and amount are mixed and the molar mass is not given. The unit tables are built at the first conversion.
 */
export function convert(
  value: number,
  fromUcum: string,
  toUcum: string,
  substance: Substance = {},
): number | undefined {
  if (fromUcum === toUcum) {
    return value;
  }
  const { molarMass, charge } = substance;
  const { status, toVal } = UcumLhcUtils.getInstance().convertUnitTo(fromUcum, value, toUcum, {
    ...(molarMass === undefined ? {} : { molecularWeight: molarMass }),
    ...(charge === undefined ? {} : { charge }),
  });
  return status === 'succeeded' && toVal !== null && Number.isFinite(toVal) ? toVal : undefined;
}

/** Units whose UCUM code is not what a clinician writes. */
const SHOWN: Readonly<Record<string, string>> = {
  '1': '',
  'mm[Hg]': 'mmHg',
  'cm[H2O]': 'cmH₂O',
  Cel: '°C',
  '[degF]': '°F',
  'umol/L': 'µmol/L',
  'meq/L': 'mEq/L',
  'mosm/kg': 'mOsm/kg',
  '10*9/L': '×10⁹/L',
  a: 'years',
  wk: 'weeks',
  mo: 'months',
  d: 'days',
  '[lb_av]': 'lb',
  '[in_i]': 'in',
  m2: 'm²',
  'kg/m2': 'kg/m²',
  '[iU]/L': 'IU/L',
  'mL/min/{1.73_m2}': 'mL/min/1.73 m²',
  'ug/kg/min': 'µg/kg/min',
};

/** A UCUM code as a clinician writes it: "mmHg" for `mm[Hg]`. */
export function shownUnit(ucum: string): string {
  return SHOWN[ucum] ?? ucum;
}
