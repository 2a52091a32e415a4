/** UCUM codes as they are printed; any other code is printed as it is. */
const PRINTED_UNITS: Readonly<Record<string, string>> = {
  Cel: '°C',
  '[degF]': '°F',
  'mm[Hg]': 'mmHg',
  'cm[H2O]': 'cmH₂O',
  '10*3/uL': '×10³/µL',
  '10*9/L': '×10⁹/L',
  '10*6/uL': '×10⁶/µL',
  '10*12/L': '×10¹²/L',
  umol: 'µmol',
  'umol/L': 'µmol/L',
  'ug/L': 'µg/L',
  'ug/dL': 'µg/dL',
  'ug/mL': 'µg/mL',
  uL: 'µL',
  a: 'years',
  mo: 'months',
  wk: 'weeks',
  d: 'days',
  '1': '',
  '{score}': '',
  '/min': '/min',
  'mL/min/{1.73_m2}': 'mL/min/1.73 m²',
  m2: 'm²',
  'kg/m2': 'kg/m²',
};

/** A number as a person reads it, with its unit: at most four significant digits after the point are kept. */
export function numberWords(value: number, unit?: string): string {
  const number = Number(value.toPrecision(6)).toLocaleString('en', { maximumFractionDigits: 4 });
  const printed = unit === undefined ? '' : (PRINTED_UNITS[unit] ?? unit.replace(/[{}[\]]/gu, ''));
  if (printed === '') return number;
  return printed === '%' ? `${number} %` : `${number} ${printed}`;
}
