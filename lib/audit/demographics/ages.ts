import { type GatedPattern, gated } from '@/lib/text/gated-pattern';
import { NUMBER_SOURCE, withDigits } from '@/lib/text/number-words';
import type { Span } from '@/lib/text/span';

/** An age as it stands in a text, as the range of years that its words leave open: "12 years old" is 12 up to 13. */
export interface StatedAge {
  readonly span: Span;
  readonly low: number;
  readonly high: number;
  /** "21 years", "11 months", "60s": for a person. */
  readonly words: string;
}

const YEARS_PER: readonly (readonly [RegExp, number, string])[] = [
  [/^y/i, 1, 'years'],
  [/^mo/i, 1 / 12, 'months'],
  [/^w/i, 7 / 365.25, 'weeks'],
  [/^d/i, 1 / 365.25, 'days'],
  [/^h/i, 1 / 8766, 'hours'],
];

/** Nobody has been older; a larger number is something else. */
const OLDEST = 122;
const N = NUMBER_SOURCE;
const UNIT = '(?:years?|yrs?|months?|mos?|weeks?|wks?|days?|hours?|hrs?)';
const PERSON =
  '(?:man|woman|male|female|boy|girl|guy|gentleman|lady|patient|child|infant|baby|neonate|newborn)';
const ABOUT = '(?:(?:only|just|now|already|about|around|roughly|nearly|almost)\\s+)?';
/** A number that goes on like this counts something else: "she is 12 weeks pregnant", "his pulse was 90/min". */
const NO_UNIT =
  '(?=\\s*(?:[,;)—–]|\\.(?!\\d)|$|and\\b|so\\b|with\\b|but\\b|now\\b|which\\b|years?(?:\\s+old)?\\b(?!\\s+ago)))';

/** Group 1 is the number, group 2 the unit where it is written. */
const EXACT: readonly GatedPattern[] = [
  new RegExp(`(?<![\\w.–-])(${N})[\\s-]{0,3}(${UNIT})[\\s-]{1,3}old(?!\\w)`, 'gi'),
  new RegExp(`(?<![\\w.–-])(${N})[\\s-]{0,3}()(?:y/o|yo|y\\.o\\.?)(?![a-z])`, 'gi'),
  new RegExp(`(?<![\\w.–-])(${N})\\s(${UNIT})\\sof\\s(?:age|life)\\b`, 'gi'),
  new RegExp(`(?<![\\w.–-])(${N})[\\s-](years?|yrs?)[\\s-](?=(?:\\w+\\s)?${PERSON}\\b)`, 'gi'),
  new RegExp(`\\baged\\s(${N})()(?![\\w%–-])`, 'gi'),
  new RegExp(`(?<!gestational )\\bage(?::\\s?|\\s(?:is|was|of)\\s)(${N})()(?![\\w%–-])`, 'gi'),
  /\bday\s(\d{1,2})\sof\s(?:life|age)\b()/gi,
  new RegExp(
    `\\b(?:he|she|patient|who|they)(?:['’](?:s|re)|\\sis|\\swas|\\sare)\\s${ABOUT}(${N})()${NO_UNIT}`,
    'gi',
  ),
  new RegExp(`\\bbeing\\s${ABOUT}(${N})()${NO_UNIT}`, 'gi'),
  new RegExp(
    `(?<=^|[.;,:—–(]\\s|\\b(?:and|but|so|since|because|given that)\\s)at\\s${ABOUT}(${N})()(?=,|\\s(?:years?\\b(?!\\s(?:ago|after|before))|he\\b|she\\b|they\\b))`,
    'gi',
  ),
  /(?<![\w.–-])(\d{1,3})()[\s-]?(?:M|F)(?=[\s,.;)](?!\/))/g,
].map(gated);

const DECADE_WORDS: ReadonlyMap<string, number> = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
);
const DECADE = gated(
  /\bin\s(?:his|her|their|the)\s(?:(early|mid|middle|late)[\s-])?(?:(\d)0['’]?s|(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|teens))\b/gi,
);
const BY_NAME: ReadonlyMap<string, number> = new Map([
  ['sexagenarian', 60],
  ['septuagenarian', 70],
  ['octogenarian', 80],
  ['nonagenarian', 90],
]);
/** Whether a text can name a decade of life. */
const ANY_DECADE = gated(/\d0['’]?s\b|[nrfxhv]ties\b|teens\b|genarian|something\b/i);
/** "A thirty-something", "twentysomething". Groups: digits, word. */
const SOMETHING = gated(
  /\b(?:(\d)0|(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety))[\s-]?something\b/gi,
);
const NAMED = gated(/\b(?:sexagenarian|septuagenarian|octogenarian|nonagenarian)\b/gi);
/** Which years of a decade are its early, middle and late ones overlaps in use; so it does here. */
const PART_OF_DECADE: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['early', [0, 5]],
  ['mid', [3, 8]],
  ['middle', [3, 8]],
  ['late', [5, 10]],
]);
/** Before an age these make it a bound, a range or the age at which something happened. */
const NOT_THE_AGE_NOW =
  /(?:\b(?:over|under|above|below|than|until|before|after|between|from|by|since|from age|to|per|every|at the age of|at age|at an age of|at around age|around age)|[–-]|\d\s(?:and|or|to)|\bwhen)\s*(?:the\s)?$/i;
const APPROXIMATE = gated(/\b(?:about|around|roughly|nearly|almost|approximately)\s/i);
/** "About 60" leaves this many years open on either side. */
const ABOUT_YEARS = 2;

function exactAge(match: RegExpMatchArray): Omit<StatedAge, 'span'> | undefined {
  const value = Number(match[1]);
  const unit = match[2] === '' ? 'years' : (match[2] ?? 'years');
  const known = YEARS_PER.find(([pattern]) =>
    pattern.test(/^day\s/i.test(match[0]) ? 'day' : unit),
  );
  if (known === undefined) return undefined;
  const [, years, name] = known;
  const spare = APPROXIMATE.test(match[0]) ? ABOUT_YEARS * years : 0;
  const low = value * years - spare;
  if (value === 0 || low > OLDEST) return undefined;
  return { low, high: (value + 1) * years + spare, words: `${value} ${name}` };
}

function decadeAge(match: RegExpMatchArray): Omit<StatedAge, 'span'> {
  if (match[3]?.toLowerCase() === 'teens') return { low: 10, high: 20, words: 'the teens' };
  const start = match[2] === undefined ? decadeOf(match[3] ?? '') : Number(match[2]) * 10;
  const [from, to] = PART_OF_DECADE.get((match[1] ?? '').toLowerCase()) ?? [0, 10];
  return { low: start + from, high: start + to, words: match[0].replace(/^in\s\w+\s/i, 'the ') };
}

function decadeOf(word: string): number {
  return DECADE_WORDS.get(word.toLowerCase()) ?? 0;
}

/** The ages that `text` states of a person, in order, without those that are bounds or ages of an event. */
export function readAges(text: string): readonly StatedAge[] {
  const found: StatedAge[] = [];
  const add = (match: RegExpMatchArray, age: Omit<StatedAge, 'span'> | undefined): void => {
    const start = match.index ?? 0;
    const span = { start, end: start + match[0].trimEnd().length };
    if (age === undefined || NOT_THE_AGE_NOW.test(text.slice(Math.max(0, start - 20), start)))
      return;
    if (!found.some((one) => one.span.start < span.end && span.start < one.span.end))
      found.push({ ...age, span });
  };
  const digits = withDigits(text);
  if (/\d/.test(digits))
    for (const pattern of EXACT)
      for (const match of pattern.matchesIn(digits)) add(match, exactAge(match));
  if (ANY_DECADE.test(text)) {
    for (const match of DECADE.matchesIn(text)) add(match, decadeAge(match));
    for (const match of SOMETHING.matchesIn(text)) {
      const tens = match[2]?.toLowerCase().replace(/y$/, 'ies');
      const low = tens === undefined ? Number(match[1]) * 10 : decadeOf(tens);
      add(match, { low, high: low + 10, words: match[0] });
    }
    for (const match of NAMED.matchesIn(text)) {
      const low = BY_NAME.get(match[0].toLowerCase()) ?? 0;
      add(match, { low, high: low + 10, words: match[0] });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
