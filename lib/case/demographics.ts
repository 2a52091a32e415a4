import { isOfRelative, ownerOfAge } from '@/lib/case/age-owner';
import type { Demographics } from '@/lib/case/case';
import { matchesOf } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';

/** "I'm 66", "My mum is 74": a bare number said of a person, with nothing after it that would make it a quantity. */
const SPOKEN_AGE =
  /\b(?:i(?:['’]?m| am)|(?:s?he|mum|mom|mother|dad|father|wife|husband|partner|brother|sister|son|daughter|grand(?:mother|father|ma|pa|son|daughter)|gran|nan|grandad|aunt|uncle|baby|patient)(?:['’]s| is)) (?:now |only |about |nearly |just )?(\d{1,3})(?=[,;.!?)]|\s(?:and|year|yr|male|female|now|but|with|who|man|woman|he|she|i|was|$)|\s?$)(?!\s(?:and|years?) (?:weeks?|days?|months?|hours?|a half|ago|smok|since|of))/i;

/** "Mrs O, 69", "a gentleman of 68 years", "Male, 27", "my husband 60". */
const AGE_BESIDE_PERSON =
  /(?:\b(?:Mr|Mrs|Ms|Miss)\.? \p{L}[\p{L}.'’-]{0,24}|\b(?:man|woman|male|female|lady|gentleman|chap|lad|boy|girl|patient|mum|mom|mother|dad|father|wife|husband|partner|brother|sister|son|daughter|grandmother|grandfather|gran|nan|grandad|aunt|uncle))(?:,? \(?|,? of |,? aged )(\d{1,3})(?! ?(?:%|kg|cm|mm|mg|ml|\/|:|x\b|weeks?\b|wks?\b|months?\b|mths?\b|days?\b|hours?\b|hrs?\b|min|times?\b|per\b|ago\b))(?=[,;.)!?\s]|$)(?!\.\d)/iu;

/** A number with one of these before it, or with decimals, is a temperature, and the F after it is of Fahrenheit. */
const NOT_A_TEMPERATURE = String.raw`(?<!\b(?:[Tt]emp(?:erature)?|T|[Tt]max|[Ff]evers?|[Ff]ebrile|[Pp]yrexia|[Ss]piked|[Ss]piking)\b[^\d,.;\n]{0,16})(?<![\d.°])`;
/** A unit of age in short. */
const SHORT_UNIT = String.raw`(?:-?\s{0,3}(?:y\/?o|yo|yrs?|years?[\s-]old|wks?|weeks?|mo|mths?|months?|days?|\/12|\/52))?`;

/** Each pattern captures a number and, in a second group, its unit where it is not years. */
const AGES: readonly RegExp[] = [
  /\b(\d{1,3})[\s-]*(years?|yrs?|months?|mos?|weeks?|days?)[\s-]*olds?\b/i,
  /\b(\d{1,3})\s{0,3}-?\s{0,3}(?:y\/?o|yo|yrs?|years of age)(?![a-z])/i,
  new RegExp(`${NOT_A_TEMPERATURE}\\b(\\d{1,3})\\s{0,3}[-/]?\\s{0,3}()[MF]\\b(?![/°])`, 'u'),
  /\b(?:aged?|age:)\s{0,3}(?:of\s{0,3})?(\d{1,3})\b/i,
  /\b(\d{1,3})[\s-]+()(?:year|yr)\b(?=[\s-]+(?:man|woman|male|female|boy|girl|gentleman|lady))/i,
  /\b(\d{1,3})\s{0,3}-?\s{0,3}(months?|mths?|mo|weeks?|wks?|wk|days?|d|\/12|\/52)\s{0,3}(?:old\b|[MF]\b|boy\b|girl\b|baby\b|infant\b)/u,
  /\b(?:boy|girl|baby|infant|son|daughter)(?:['’]s| (?:she |he )?is| of)? (\d{1,2}) (months?|mths?|weeks?|wks?)\b/i,
  /^\s{0,3}(\d{1,3})(?: (mths?|months?|wks?|weeks?)\b(?! (?:ago|history|of|hx|pregnan|gestation|gravid|into|post))|,)/u,
  /\b[MF][ /](\d{1,3})\b(?=,|\s\p{L})/u,
  /(?<=\bage[ds]? (?:of )?\d{1,3}\b\D{0,40}\b[Nn]ow )(\d{1,3})(?=[,.;)]|$)/u,
  AGE_BESIDE_PERSON,
  SPOKEN_AGE,
].map((pattern) => new RegExp(pattern, `g${pattern.flags}`));

const YEARS_PER_UNIT: readonly (readonly [RegExp, number])[] = [
  [/^(?:mo|mth|\/12)/iu, 1 / 12],
  [/^(?:w|\/52)/iu, 7 / 365.25],
  [/^d/iu, 1 / 365.25],
];

/** Nobody has been older than this; a larger number is something else. */
const OLDEST = 122;

/** A form's field: "Sex: M". "Female" and "male" are read wherever they stand. */
const SEX_FIELDS: readonly (readonly ['female' | 'male', RegExp])[] = [
  ['female', /\b(?:[Ss]ex|SEX|[Gg]ender|GENDER)\s?[:=]\s?[Ff]\b/u],
  ['male', /\b(?:[Ss]ex|SEX|[Gg]ender|GENDER)\s?[:=]\s?[Mm]\b/u],
];

const SEXES: readonly (readonly ['female' | 'male', RegExp])[] = [
  ['female', /\b(?:woman|female|girl|lady|gentlewoman|Mrs|Miss|Ms)\b/i],
  ['male', /\b(?:man|male|boy|gentleman|chap|lad|Mr)\b/i],
];
/** "34F" and "34/F", but not "temperature 102 F". */
const SEX_LETTER = new RegExp(
  `${NOT_A_TEMPERATURE}\\b\\d{1,3}\\s{0,3}${SHORT_UNIT}\\s{0,3}[-/]?\\s{0,3}([MF])\\b(?![/°])`,
  'u',
);
const PRONOUNS: readonly (readonly ['female' | 'male', RegExp])[] = [
  ['female', /\b(?:she|her|hers)\b/i],
  ['male', /\b(?:he|him|his)\b/i],
];

/** The person that somebody speaks for. */
const RELATIONS: readonly (readonly ['female' | 'male', RegExp])[] = [
  [
    'female',
    /\bmy (?:wife|mum|mom|mother|sister|daughter|girlfriend|gran|nan|grandmother|grandma|aunt|niece)\b/i,
  ],
  [
    'male',
    /\bmy (?:husband|dad|father|brother|son|boyfriend|grandad|grandfather|grandpa|uncle|nephew)\b/i,
  ],
];
/** "F 29,", "F/34,". */
const LETTER_FIRST = /\b([MF])[ /]\d{1,3}\b(?=,|\s\p{L})/u;
/** Said of nobody else. */
const FEMALE_ALONE = /\b(?:I(?:['’]m| am) pregnant|my (?:last )?periods?|postpartum|G\dP\d)\b/u;

/** Age and sex as the part of `text` inside `span` states them; the earliest statement of each counts. */
export function readDemographics(text: string, span: Span): Demographics {
  const part = text.slice(span.start, span.end);
  const age = readAge(part, span.start);
  const sex = readSex(part, span.start);
  return { ...(age === undefined ? {} : { age }), ...(sex === undefined ? {} : { sex }) };
}

interface StatedAge {
  readonly start: number;
  readonly end: number;
  readonly years: number;
}

/** The earliest age of the patient, or else of the person for whom the writer speaks. */
function readAge(part: string, offset: number): Demographics['age'] {
  const stated = AGES.flatMap((pattern) => agesBy(pattern, part)).sort((a, b) => a.start - b.start);
  let spokenFor: StatedAge | undefined;
  for (const age of stated) {
    const owner = ownerOfAge(part, age);
    if (owner === 'patient') return placed(age, offset);
    if (owner === 'spoken-for') spokenFor ??= age;
  }
  return spokenFor === undefined ? undefined : placed(spokenFor, offset);
}

function agesBy(pattern: RegExp, part: string): readonly StatedAge[] {
  return matchesOf(pattern, part).flatMap((match) => {
    const factor = YEARS_PER_UNIT.find(([unit]) => unit.test(match[2] ?? ''))?.[1] ?? 1;
    const years = Number(match[1]) * factor;
    return years > OLDEST
      ? []
      : [{ start: match.index, end: match.index + match[0].length, years }];
  });
}

function placed({ start, end, years }: StatedAge, offset: number): Demographics['age'] {
  return { years, span: { start: offset + start, end: offset + end } };
}

function readSex(part: string, offset: number): Demographics['sex'] {
  const first = LETTER_FIRST.exec(part);
  const letter = SEX_LETTER.exec(part);
  const stated = earliest([...SEX_FIELDS, ...SEXES], part);
  if (letter !== null && (stated === undefined || letter.index < stated.start)) {
    const at = offset + letter.index + letter[0].length - 1;
    return { value: letter[1] === 'F' ? 'female' : 'male', span: { start: at, end: at + 1 } };
  }
  if (first !== null && (stated === undefined || first.index < stated.start)) {
    const at = offset + first.index;
    return { value: first[1] === 'F' ? 'female' : 'male', span: { start: at, end: at + 1 } };
  }
  const found =
    stated ??
    (isOfRelative(part) ? earliest(RELATIONS, part) : undefined) ??
    earliest([['female', FEMALE_ALONE]], part) ??
    earliest(PRONOUNS, part);
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
