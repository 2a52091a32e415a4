const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const VALUES: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
  ['hundred', 100],
]);

/** Longer words first, so that "six" does not cut "sixteen" short. */
const UNIT_WORDS = [...UNITS].sort((a, b) => b.length - a.length).join('|');
const NUMBER_WORDS = new RegExp(
  `\\b(?:(?:a |one )?hundred|(?:${TENS.join('|')})(?:[\\s-](?:${UNIT_WORDS}))?|${UNIT_WORDS})\\b`,
  'gi',
);

/** The value of a number in words ("fifty-seven"), below 101. */
function numberOf(words: string): number {
  const parts = words.toLowerCase().split(/[\s-]/);
  if (parts.at(-1) === 'hundred') return 100;
  return parts.reduce((sum, part) => sum + (VALUES.get(part) ?? 0), 0);
}

/**
 * The text with every number in words written in digits, filled up with zeros in front to the length of the words, so that
 * offsets stay as they are: "fifty-seven years" becomes "00000000057 years".
 */
export function withDigits(text: string): string {
  return text.replace(NUMBER_WORDS, (words) => String(numberOf(words)).padStart(words.length, '0'));
}

/** The source of a regular expression, without groups that capture, for a number in a text from `withDigits`. */
export const NUMBER_SOURCE = '(?:\\d{1,13}(?:\\.\\d{1,2})?)';
