import type { Demographics } from '@/lib/case/case';
import type { Span } from '@/lib/text/span';

/** Each pattern captures a number and, in a second group, its unit where it is not years. */
const AGES: readonly RegExp[] = [
  /\b(\d{1,3})[\s-]*(years?|yrs?|months?|mos?|weeks?|days?)[\s-]*olds?\b/iu,
  /\b(\d{1,3})\s{0,3}-?\s{0,3}(?:y\/?o|yo|yrs?|years of age)(?![a-z])/iu,
  /(?<!temp(?:erature)?\D{0,12})\b(\d{1,3})\s{0,3}-?\s{0,3}()(?:[MF])\b(?![/°])/u,
  /\b(?:aged?|age:)\s{0,3}(?:of\s{0,3})?(\d{1,3})\b/iu,
  /\b(\d{1,3})[\s-]+()(?:year|yr)\b(?=[\s-]+(?:man|woman|male|female|boy|girl|gentleman|lady))/iu,
];

const YEARS_PER_UNIT: readonly (readonly [RegExp, number])[] = [
  [/^mo/iu, 1 / 12],
  [/^w/iu, 7 / 365.25],
  [/^d/iu, 1 / 365.25],
];

/** Nobody has been older than this; a larger number is something else. */
const OLDEST = 122;

const SEXES: readonly (readonly ['female' | 'male', RegExp])[] = [
  ['female', /\b(?:woman|female|girl|lady|gentlewoman)\b/iu],
  ['male', /\b(?:man|male|boy|gentleman)\b/iu],
];
/** "34F", but not "temperature 102 F". */
const SEX_LETTER =
  /(?<!temp(?:erature)?\D{0,12})\b\d{1,3}\s{0,3}(?:-?\s{0,3}(?:y\/?o|yo|yrs?|years?[\s-]old))?\s{0,3}-?\s{0,3}([MF])\b(?![/°])/u;
const PRONOUNS: readonly (readonly ['female' | 'male', RegExp])[] = [
  ['female', /\b(?:she|her|hers)\b/iu],
  ['male', /\b(?:he|him|his)\b/iu],
];

/** Age and sex as the part of `text` inside `span` states them; the earliest statement of each counts. */
export function readDemographics(text: string, span: Span): Demographics {
  const part = text.slice(span.start, span.end);
  const age = readAge(part, span.start);
  const sex = readSex(part, span.start);
  return { ...(age === undefined ? {} : { age }), ...(sex === undefined ? {} : { sex }) };
}

function readAge(part: string, offset: number): Demographics['age'] {
  let best: { index: number; length: number; years: number } | undefined;
  for (const pattern of AGES) {
    const match = pattern.exec(part);
    if (match === null || (best !== undefined && best.index <= match.index)) continue;
    const factor = YEARS_PER_UNIT.find(([unit]) => unit.test(match[2] ?? ''))?.[1] ?? 1;
    const years = Number(match[1]) * factor;
    if (years <= OLDEST) best = { index: match.index, length: match[0].length, years };
  }
  if (best === undefined) return undefined;
  const start = offset + best.index;
  return { years: best.years, span: { start, end: start + best.length } };
}

function readSex(part: string, offset: number): Demographics['sex'] {
  const letter = SEX_LETTER.exec(part);
  const stated = earliest(SEXES, part);
  if (letter !== null && (stated === undefined || letter.index < stated.start)) {
    const at = offset + letter.index + letter[0].length - 1;
    return { value: letter[1] === 'F' ? 'female' : 'male', span: { start: at, end: at + 1 } };
  }
  const found = stated ?? earliest(PRONOUNS, part);
  if (found === undefined) return undefined;
  return { value: found.value, span: { start: offset + found.start, end: offset + found.end } };
}

function earliest(
  patterns: readonly (readonly ['female' | 'male', RegExp])[],
  part: string,
): { value: 'female' | 'male'; start: number; end: number } | undefined {
  const found = patterns.flatMap(([value, pattern]) => {
    const match = pattern.exec(part);
    return match === null
      ? []
      : [{ value, start: match.index, end: match.index + match[0].length }];
  });
  return found.sort((a, b) => a.start - b.start)[0];
}
