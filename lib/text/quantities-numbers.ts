import { exponentOf } from '@/lib/text/quantities-units';

/** A number as it is written, without unit. */
export interface WrittenNumber {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** Digits written after the point: 1 in "7.2". A statement with fewer of them than its source has been rounded. */
  readonly decimals: number;
  readonly inWords: boolean;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const WORDS: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
  ['hundred', 100],
  ['dozen', 12],
]);
const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);

/** Where a number may begin; not inside a word or a code ("HbA1c", "T4", "CA-125", "1.2.3"), but in "mid-30s". */
const START = new RegExp(
  `(?:(?<=\\b(?:mid|early|late|low|high)-)|(?<![\\p{L}\\p{N}_]|\\p{L}-|[\\p{N}][.,]))(?:[-−](?=[.\\d]))?(?:\\.?\\d|(?:${[...WORDS.keys()].join('|')})(?!\\p{L}))`,
  'giu',
);
const DIGITS = /([-−])?(\d{1,3}(?:,\d{3}){1,4}(?![\d])|\d{1,15}(?!\d))?(\.\d{1,10})?/uy;
const EXPONENT = /[eE]([+-]?\d{1,2})(?![\p{L}\p{N}])/uy;
const TEN_TO_THE = /\^\{?(-?\d{1,2})\}?|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})/uy;
const WORD = /\p{L}{1,9}(?!\p{L})/uy;
const JOIN = /[ -]/y;
const MULTIPLIER = /\s(hundred|thousand|million|billion)(?!\p{L})/iuy;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Where the next number begins at or after `from`; undefined when there is none. */
export function nextNumberStart(text: string, from: number): number | undefined {
  return matchAt(START, text, from)?.index;
}

/** The number that is written at `at`, in digits or words. */
export function numberAt(text: string, at: number): WrittenNumber | undefined {
  const plain = digitsAt(text, at) ?? wordsAt(text, at);
  if (plain === undefined) {
    return undefined;
  }
  const multiplied = matchAt(MULTIPLIER, text, plain.end);
  const factor = MULTIPLIERS.get(multiplied?.[1]?.toLowerCase() ?? '');
  return multiplied === null || factor === undefined
    ? plain
    : { ...plain, value: plain.value * factor, end: plain.end + multiplied[0].length };
}

function digitsAt(text: string, at: number): WrittenNumber | undefined {
  const match = matchAt(DIGITS, text, at);
  if (match === null || (match[2] === undefined && match[3] === undefined)) {
    return undefined;
  }
  const decimals = Math.max(0, (match[3]?.length ?? 0) - 1);
  const end = at + match[0].length;
  const magnitude = Number(`${(match[2] ?? '0').replaceAll(',', '')}${match[3] ?? ''}`);
  const value = match[1] === undefined ? magnitude : -magnitude;
  const number = { value, start: at, end, decimals, inWords: false };
  return withExponent(text, number) ?? number;
}

/** "6.5e9", and "10^9" or "10⁹" alone. */
function withExponent(text: string, number: WrittenNumber): WrittenNumber | undefined {
  const scientific = matchAt(EXPONENT, text, number.end);
  if (scientific !== null) {
    const value = number.value * 10 ** Number(scientific[1]);
    return { ...number, value, end: number.end + scientific[0].length };
  }
  const power = number.value === 10 ? matchAt(TEN_TO_THE, text, number.end) : null;
  return power === null
    ? undefined
    : {
        ...number,
        value: 10 ** exponentOf(power[1] ?? power[2] ?? ''),
        end: number.end + power[0].length,
      };
}

function wordValue(text: string, at: number): { value: number; end: number } | undefined {
  const word = matchAt(WORD, text, at)?.[0];
  const value = word === undefined ? undefined : WORDS.get(word.toLowerCase());
  return word === undefined || value === undefined ? undefined : { value, end: at + word.length };
}

/** "seven", "twenty-five", "a hundred" (from its second word on). */
function wordsAt(text: string, at: number): WrittenNumber | undefined {
  const first = wordValue(text, at);
  if (first === undefined) {
    return undefined;
  }
  const isTens = first.value >= 20 && first.value <= 90;
  const second =
    isTens && matchAt(JOIN, text, first.end) !== null ? wordValue(text, first.end + 1) : undefined;
  const whole =
    second !== undefined && second.value >= 1 && second.value <= 9
      ? { value: first.value + second.value, end: second.end }
      : first;
  return { ...whole, start: at, decimals: 0, inWords: true };
}
