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
