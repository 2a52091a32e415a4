const COMPARATORS = ['below', 'at most', 'at least', 'above'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** What the words around a number say of it. */
export interface Qualifiers {
  readonly comparator?: Comparator;
  readonly approximate: boolean;
}

type Qualifier = Comparator | 'about';

function phrases(qualifier: Qualifier, written: string): (readonly [string, Qualifier])[] {
  return written.split('|').map((phrase) => [phrase, qualifier] as const);
}

/** Words before a number, of up to three, that say how it bounds what it measures. */
const BEFORE: ReadonlyMap<string, Qualifier> = new Map([
  ...phrases(
    'at most',
    'at most|up to|no more than|not more than|no higher than|maximum of|not exceeding|within',
  ),
  ...phrases('at least', 'at least|no less than|not less than|no fewer than|minimum of'),
  ...phrases(
    'below',
    'less than|fewer than|lower than|smaller than|younger than|shorter than|below|under',
  ),
  ...phrases(
    'above',
    'more than|greater than|higher than|larger than|older than|longer than|bigger than|above|over|exceeding|exceeds|exceed',
  ),
  ...phrases(
    'about',
    'around|about|roughly|approximately|approx|nearly|almost|close to|circa|some|somewhere near|region of|an estimated|just over|just under|just above|just below|little over|bit over|maybe|say|like',
  ),
]);
const SIGNS: ReadonlyMap<string, Qualifier> = new Map([
  ...phrases('at most', '≤|<=|=<'),
  ...phrases('at least', '≥|>=|=>'),
  ...phrases('below', '<'),
  ...phrases('above', '>'),
  ...phrases('about', '~|≈|∼'),
]);
const SUMMING: ReadonlySet<string> = new Set(['add', 'adds', 'adding', 'added', 'sum', 'sums']);
const MOST_WORDS = 3;
/** Enough for the longest words that qualify a number, and little enough that every number costs the same. */
const LONGEST_QUALIFIER = 32;
const ARTICLE = /(?:^|\s)an?\s*$/iu;
const AFTER =
  /^(?:(\s?(?:or|and)\s(?:more|higher|greater|above|older|over|longer|up|upwards)\b|\+)|(\s?(?:or|and)\s(?:less|lower|fewer|below|younger|under|shorter)\b)|(-?ish\b|\s?or so\b|\s?(?:give or take|approximately)\b))/i;
const MAY_FOLLOW = new Set([' ', '+', '-', 'i', 'o']);

/** The qualifiers that end the words before a number: "just over" is a bound and says "about". */
function before(text: string, start: number): readonly Qualifier[] {
  const lead = text
    .slice(Math.max(0, start - LONGEST_QUALIFIER), start)
    .replace(ARTICLE, ' ')
    .trimEnd();
  const last = lead.at(-1);
  if (last === undefined) {
    return [];
  }
  const sign = SIGNS.get(lead.slice(-2)) ?? SIGNS.get(last);
  if (sign !== undefined) {
    return [sign];
  }
  const words = lead
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const found: Qualifier[] = [];
  for (let count = 1; count <= MOST_WORDS; count += 1) {
    const phrase = words.slice(-count).join(' ');
    // "Adds up to 12" says what the sum is.
    const isSum = phrase === 'up to' && SUMMING.has(words.at(-3) ?? '');
    const qualifier = isSum ? undefined : BEFORE.get(phrase);
    if (qualifier !== undefined) {
      found.push(qualifier);
    }
  }
  return /[\p{L}.]$/u.test(lead) ? found : [];
}

/** The qualifiers of what stands from `start` to `end`, its unit included. */
export function qualifiersOf(text: string, start: number, end: number): Qualifiers {
  const leading = before(text, start);
  const after = MAY_FOLLOW.has(text[end] ?? '')
    ? AFTER.exec(text.slice(end, end + LONGEST_QUALIFIER))
    : null;
  const following: Comparator | undefined =
    after?.[1] !== undefined ? 'at least' : after?.[2] !== undefined ? 'at most' : undefined;
  // Of "no more than" also "more than" is found; the longest phrase holds.
  const comparator = leading.findLast((qualifier) => qualifier !== 'about') ?? following;
  return {
    ...(comparator === undefined ? {} : { comparator }),
    approximate: leading.includes('about') || after?.[3] !== undefined,
  };
}
