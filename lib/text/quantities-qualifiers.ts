export const COMPARATORS = ['below', 'at most', 'at least', 'above'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** What the words around a number say of it. */
export interface Qualifiers {
  readonly comparator?: Comparator;
  readonly approximate: boolean;
}

/** Enough for the longest words that qualify a number, and little enough that every number costs the same. */
const LONGEST_QUALIFIER = 32;

const BEFORE: readonly (readonly [Comparator, RegExp])[] = [
  [
    'at most',
    /(?:≤|<=|=<|\b(?:at most|up to|no more than|not more than|no higher than|maximum of|not exceeding|within))\s*(?:an?\s)?$/iu,
  ],
  [
    'at least',
    /(?:≥|>=|=>|\b(?:at least|no less than|not less than|no fewer than|minimum of|a good))\s*(?:an?\s)?$/iu,
  ],
  [
    'below',
    /(?:<|\b(?:less than|fewer than|lower than|smaller than|younger than|shorter than|below|under|just under))\s*(?:an?\s)?$/iu,
  ],
  [
    'above',
    /(?:>|\b(?:more than|greater than|higher than|larger than|older than|longer than|bigger than|above|over|exceeding|exceeds|exceed))\s*(?:an?\s)?$/iu,
  ],
];
const AFTER: readonly (readonly [Comparator, RegExp])[] = [
  [
    'at least',
    /^\s?(?:or|and)\s(?:more|higher|greater|above|older|over|longer|up|upwards)\b|^\+/iu,
  ],
  ['at most', /^\s?(?:or|and)\s(?:less|lower|fewer|below|younger|under|shorter)\b/iu],
];
const APPROXIMATE_BEFORE =
  /(?:[~≈∼]|\b(?:around|about|roughly|approximately|approx\.?|nearly|almost|close to|circa|some|somewhere near|in the region of|an estimated|just over|just under|just above|just below|a little over|a bit over|maybe|say|like))\s*(?:an?\s)?$/iu;
const APPROXIMATE_AFTER = /^(?:-?ish\b|\s?or so\b|\s?(?:give or take|approximately)\b)/iu;

function found(
  table: readonly (readonly [Comparator, RegExp])[],
  words: string,
): Comparator | undefined {
  return table.find(([, pattern]) => pattern.test(words))?.[0];
}

/** The qualifiers of what stands from `start` to `end`, its unit included. */
export function qualifiersOf(text: string, start: number, end: number): Qualifiers {
  const before = text.slice(Math.max(0, start - LONGEST_QUALIFIER), start);
  const after = text.slice(end, end + LONGEST_QUALIFIER);
  const comparator = found(BEFORE, before) ?? found(AFTER, after);
  const approximate = APPROXIMATE_BEFORE.test(before) || APPROXIMATE_AFTER.test(after);
  return { ...(comparator === undefined ? {} : { comparator }), approximate };
}
