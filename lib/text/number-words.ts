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

const TENS_WORDS = TENS.join('|');
/** Longer words first, so that "six" does not cut "sixteen" short. */
const UNIT_WORDS = [...UNITS].sort((a, b) => b.length - a.length).join('|');

/** The source of a regular expression, without groups that capture, for a number in digits or in words below 101. */
export const NUMBER_SOURCE = `(?:\\d{1,4}(?:\\.\\d{1,2})?|(?:${TENS_WORDS})(?:[\\s-](?:${UNIT_WORDS}))?|${UNIT_WORDS}|(?:a |one )?hundred)`;

/** The value of a number in digits or in words ("57", "fifty-seven"); undefined when `text` is none. */
export function readNumber(text: string): number | undefined {
  const trimmed = text.trim().toLowerCase();
  if (/^\d+(?:\.\d+)?$/u.test(trimmed)) return Number(trimmed);
  const parts = trimmed.split(/[\s-]/u).filter((part) => part !== 'a' && part !== '');
  const values = parts.map((part) => VALUES.get(part));
  if (parts.length === 0 || values.some((value) => value === undefined)) return undefined;
  if (parts.at(-1) === 'hundred') return 100;
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
