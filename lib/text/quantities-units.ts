import type { Span } from '@/lib/text/span';

/** A unit as it is printed after a number. */
export interface PrintedUnit {
  /** UCUM code: "mEq/L" is `meq/L`, "beats per minute" is `/min`. */
  readonly ucum: string;
  readonly printed: string;
  readonly span: Span;
}

/**
 * Parts of units: UCUM code and the ways in which it is printed. Symbols of one letter are told apart by case ("C", "g"),
 * the others are not. A part with the code '' counts things ("beats", "cells") and adds nothing to a unit.
 */
const PARTS: readonly (readonly [string, string])[] = [
  ['%', '%|percent|per cent|percentage points|percentage point'],
  [
    'Cel',
    'C|°C|º C|ºC|° C|˚C|˚ C|℃|degrees C|degrees Celsius|degree Celsius|Celsius|deg C|degrees centigrade',
  ],
  [
    '[degF]',
    'F|°F|ºF|° F|º F|˚F|˚ F|℉|degrees F|degrees Fahrenheit|degree Fahrenheit|Fahrenheit|deg F',
  ],
  ['deg', '°|º|degrees|degree'],
  ['kg', 'kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes'],
  ['g', 'g|gm|gms|gram|grams|gramme|grammes'],
  ['mg', 'mg|mgs|milligram|milligrams|milligramme|milligrammes'],
  ['ug', 'ug|µg|μg|mcg|microgram|micrograms|microgramme|microgrammes'],
  ['ng', 'ng|nanogram|nanograms'],
  ['pg', 'pg|picogram|picograms'],
  ['[lb_av]', 'lb|lbs|pound|pounds'],
  ['[oz_av]', 'oz|ounce|ounces'],
  ['[stone_av]', 'stone'],
  ['L', 'L|l|liter|liters|litre|litres'],
  ['dL', 'dl|deciliter|deciliters|decilitre|decilitres'],
  ['mL', 'ml|mls|cc|milliliter|milliliters|millilitre|millilitres'],
  ['uL', 'ul|µl|μl|mcl|microliter|microliters|microlitre|microlitres'],
  ['fL', 'fl|femtoliter|femtoliters|femtolitres'],
  ['m', 'm|meter|meters|metre|metres'],
  ['cm', 'cm|cms|centimeter|centimeters|centimetre|centimetres'],
  ['mm', 'mm|mms|millimeter|millimeters|millimetre|millimetres'],
  ['um', 'µm|μm|micron|microns|micrometer|micrometers|micrometres'],
  ['km', 'km|kilometer|kilometers|kilometre|kilometres'],
  ['[in_i]', 'inch|inches'],
  ['[ft_i]', 'ft|foot|feet'],
  ['[mi_i]', 'mile|miles'],
  ['mol', 'mol|mole|moles'],
  ['mmol', 'mmol|mmols|millimole|millimoles'],
  ['umol', 'umol|µmol|μmol|micromol|micromole|micromoles'],
  ['nmol', 'nmol|nanomole|nanomoles'],
  ['pmol', 'pmol|picomole|picomoles'],
  ['eq', 'Eq|equivalents'],
  ['meq', 'meq|milliequivalent|milliequivalents'],
  ['ueq', 'ueq|µeq|μeq'],
  ['osm', 'osm|osmol'],
  ['mosm', 'mosm|mosmol|milliosmole|milliosmoles|milliosmol'],
  ['U', 'U|unit|units'],
  ['[IU]', 'IU|international units'],
  ['m[IU]', 'mIU|milli-international units'],
  ['u[IU]', 'uIU|µIU|μIU'],
  ['mU', 'mU'],
  ['uU', 'uU|µU|μU'],
  ['kU', 'kU'],
  [
    'mm[Hg]',
    'mmHg|mm Hg|mm of Hg|mm of mercury|millimeters of mercury|millimetres of mercury|torr',
  ],
  ['cm[H2O]', 'cmH2O|cm H2O|cm of H2O|cm of water|cmH₂O|cm H₂O'],
  ['mm[H2O]', 'mmH2O|mm H2O|mm of H2O|mm of water|mmH₂O|mm H₂O'],
  ['kPa', 'kPa|kilopascal|kilopascals'],
  ['a', 'year|years|yr|yrs|y.o|yo|y/o|years old|year old|year-old|years-old|years of age'],
  ['mo', 'mo|mos|month|months|months old|month old|month-old'],
  ['wk', 'wk|wks|week|weeks|weeks old|week old|week-old'],
  ['d', 'day|days|days old|day old|day-old'],
  ['h', 'h|hr|hrs|hour|hours'],
  ['min', 'min|mins|minute|minutes'],
  ['s', 's|sec|secs|second|seconds'],
  ['ms', 'ms|msec|msecs|millisecond|milliseconds'],
  ['/min', 'bpm|beats a minute|breaths a minute'],
  ['mV', 'mV|millivolt|millivolts'],
  ['dB', 'dB|decibel|decibels'],
  ['Hz', 'Hz|hertz'],
  ['kHz', 'kHz'],
  ['Gy', 'Gy|gray'],
  ['kcal', 'kcal|kilocalories|calories'],
  ['[diop]', 'diopter|diopters|dioptre|dioptres'],
  ['[CFU]', 'CFU|CFUs|colony-forming units|colony forming units'],
  ['[ppm]', 'ppm'],
  ['[hpf]', 'hpf|high-power field|high power field|HPF'],
  ['{pack_years}', 'pack-years|pack years|pack-year|pack year'],
  [
    '',
    'beats|beat|breaths|breath|cells|cell|leukocytes|WBCs|RBCs|copies|times|time|episodes|drinks|cigarettes|packs|pack|doses|dose',
  ],
];

/** Whole units whose printed form says more than its parts. */
const WHOLE: readonly (readonly [string, string])[] = [
  ['mg/dL', 'mg%|mg %'],
  ['g/dL', 'g%|gm%|g %'],
  ['10*3/uL', 'K/uL|K/µL|K/μL|k/uL|k/µL|K/mm3|K/mm³|thou/uL|thousand/µL|thousand/uL|K/cumm'],
  ['10*6/uL', 'M/uL|M/µL|M/μL|million/µL|million/uL|million/mm3|million/mm³'],
  ['/mm3', 'per cubic millimeter|per cubic millimetre|/cumm|/cu mm|cells per cubic millimeter'],
  [
    'mL/min/{1.73_m2}',
    'mL/min/1.73 m2|mL/min/1.73m2|mL/min/1.73 m²|mL/min/1.73m²|mL/min/1.73 m^2|mL/min/1.73m^2',
  ],
];

/** "T 38.7 HR 112": in capitals it is no hour. */
const HEART_RATE = 'HR';

function key(form: string): string {
  return form.length === 1 || form === HEART_RATE ? form : form.toLowerCase();
}

function codesOf(table: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(
    table.flatMap(([ucum, forms]) => forms.split('|').map((form) => [key(form), ucum] as const)),
  );
}

function patternOf(forms: Iterable<string>): string {
  return [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
}

const PART_CODES = codesOf(PARTS);
const WHOLE_CODES = codesOf(WHOLE);
/** A part is not followed by another letter; "years old" and "year-old" are forms of their own. */
const PART = new RegExp(
  `(${patternOf(PART_CODES.keys())})(?:\\^?([23])|([²³]))?(?![\\p{L}\\p{N}])`,
  'iuy',
);
const WHOLE_UNIT = new RegExp(`(?:${patternOf(WHOLE_CODES.keys())})(?![\\p{L}\\p{N}])`, 'iuy');
const DIVIDER =
  /\s?\/\s?|\s{1,3}per\s{1,3}|\s{1,3}(?:an?|each|every)\s{1,3}(?=minute|hour|day|week|month|year)/iuy;
/** "d" is a day only below the line ("mg/kg/d"), for a lone "3 d" may be anything. */
const DAY = /d(?![\p{L}\p{N}])/uy;
const LONGEST_DENOMINATOR = 3;
const POWERS: ReadonlyMap<string, string> = new Map([
  ['2', '2'],
  ['3', '3'],
  ['²', '2'],
  ['³', '3'],
]);

/** The first signs of all units; where none of them stands, no pattern needs to be tried. */
const MAY_BEGIN = new Set(
  [...PART_CODES.keys(), ...WHOLE_CODES.keys()].flatMap((form) => [
    form.charAt(0),
    form.charAt(0).toUpperCase(),
  ]),
);

interface Part {
  readonly ucum: string;
  readonly end: number;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function partAt(text: string, at: number, belowLine: boolean): Part | undefined {
  const match = matchAt(PART, text, at);
  const ucum = match === null ? undefined : PART_CODES.get(key(match[1] ?? ''));
  if (match !== null && ucum !== undefined) {
    const power = POWERS.get(match[2] ?? match[3] ?? '') ?? '';
    return { ucum: `${ucum}${power}`, end: at + match[0].length };
  }
  if (belowLine && matchAt(DAY, text, at) !== null) {
    return { ucum: 'd', end: at + 1 };
  }
  return undefined;
}

/** What stands below the line: "/L", " per kg per day". */
function denominatorsAt(text: string, at: number): Part {
  let found: Part = { ucum: '', end: at };
  for (let count = 0; count < LONGEST_DENOMINATOR; count += 1) {
    const divider = matchAt(DIVIDER, text, found.end);
    const part = divider === null ? undefined : partAt(text, found.end + divider[0].length, true);
    if (part === undefined || part.ucum === '') {
      break;
    }
    found = { ucum: `${found.ucum}/${part.ucum}`, end: part.end };
  }
  return found;
}

function codeAt(text: string, at: number): Part | undefined {
  const sign = text[at] ?? '';
  if (!MAY_BEGIN.has(sign) && sign !== '/') {
    return undefined;
  }
  const whole = matchAt(WHOLE_UNIT, text, at);
  if (whole !== null) {
    const ucum = WHOLE_CODES.get(key(whole[0]));
    return ucum === undefined ? undefined : { ucum, end: at + whole[0].length };
  }
  const first = partAt(text, at, false);
  const below = denominatorsAt(text, first?.end ?? at);
  const ucum = `${first?.ucum ?? ''}${below.ucum}`;
  return ucum === '' ? undefined : { ucum, end: below.end };
}

/** A thousand million a litre and the like: "x 10^9", "×10⁹", also with the superscript lost, "x109/L". */
const POWER_OF_TEN =
  /\s{0,2}(?:[x×*·]|\\times)\s{0,2}10\s?(?:(?:\^|\*\*)\s?\{?(-?\d{1,2})\}?|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(\d)(?=\/))/iuy;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A power of ten after a number, as "6.5 x 10^9" has it. */
export function powerOfTenAt(
  text: string,
  at: number,
): { readonly exponent: number; readonly end: number } | undefined {
  const match = matchAt(POWER_OF_TEN, text, at);
  if (match === null) {
    return undefined;
  }
  return {
    exponent: exponentOf(match[1] ?? match[2] ?? match[3] ?? ''),
    end: at + match[0].length,
  };
}

/** The number that an exponent in digits or superscripts stands for. */
export function exponentOf(written: string): number {
  return Number(
    [...written]
      .map((sign) =>
        sign === '⁻' ? '-' : SUPERSCRIPTS.includes(sign) ? SUPERSCRIPTS.indexOf(sign) : sign,
      )
      .join(''),
  );
}

const GAP = /-|[ \t\u00a0\u2009\u202f]{0,2}/uy;

/** The unit that stands at `at`, after at most a space or a hyphen; undefined when none does. */
export function unitAt(text: string, at: number): PrintedUnit | undefined {
  const start = at + (matchAt(GAP, text, at)?.[0].length ?? 0);
  const alone = codeAt(text, start);
  // "28 per minute" has nothing above the line.
  const code = alone ?? (start > at ? denominatorsAt(text, at) : undefined);
  if (code === undefined || code.ucum === '') {
    return undefined;
  }
  return {
    ucum: code.ucum,
    printed: text.slice(start, code.end),
    span: { start, end: code.end },
  };
}
