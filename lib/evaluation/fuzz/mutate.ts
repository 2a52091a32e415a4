import type { Random } from '@/lib/evaluation/random';

/** Marks that readers of reasoning give a meaning to, complete and in pieces. */
const MARKS: readonly string[] = [
  '<think>',
  '</think>',
  '<thi',
  '<answer>',
  '</answer>',
  '<|channel|>analysis<|message|>',
  '<|end|>',
  '## Thinking\n',
  '## Final Response\n',
  '\nStep 999999999999: ',
  '\n- ',
  '\n1. ',
  '**',
  '**Primary Diagnosis**: ',
  '\\boxed{',
  '[1]',
  '[99999999999999999999]',
  '[1, 2, ',
  '\n| a | b |\n|---|---|\n',
  '\n```\n',
  '{"answer": "',
  'The answer is (',
  'wait, ',
  'no, ',
];

/** Characters that break programs which count on letters. */
const CHARACTERS: readonly string[] = [
  '\u0000',
  '\ud800',
  '\udc00',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\ufffd',
  '\u0301\u0301\u0301',
  '\u{1f9ec}',
  'ß',
  'İ',
  'ﬁ',
  '１２',
  '٣',
  '\r\n',
  '\u2028',
  '\u00a0',
];

/** Pieces whose repetition makes a backtracking pattern or a nested loop slow. */
const PIECES: readonly string[] = [
  'a',
  ' ',
  '(',
  '[',
  '<think>',
  '**',
  '- ',
  '1/',
  '1.',
  '9',
  '1,000,',
  '0.1 × ',
  'no ',
  'and ',
  'not not ',
  'left ',
  '3 days ',
  'if he ',
  '120/80, ',
  'Na 140 ',
  'pain, ',
  '"',
  '\n',
  '\n\n',
  '. ',
  '? ',
  '...',
  '12-',
  'mg/',
  '\t',
  '= ',
  '+-',
];

/** Lengths that a repetition grows to, in code units; the rarer the longer. */
const SHORT = 200;
const LONG = 5_000;
const LONGEST = 1_000_000;
const LONG_SHARE = 0.1;
const LONGEST_SHARE = 0.00005;
/** A phrase is looked for in so much of a text. */
const LONGEST_PHRASE = 100;

type Mutation = (text: string, other: string, random: Random) => string;

const MUTATIONS: readonly Mutation[] = [
  (text, _, random) => text.slice(0, random.below(text.length + 1)),
  (text, _, random) => text.slice(random.below(text.length + 1)),
  (text, _, random) => {
    const [start, end] = range(text, random);
    return text.slice(0, start) + text.slice(end);
  },
  (text, _, random) => {
    const [start, end] = range(text, random);
    return text.slice(0, end) + text.slice(start);
  },
  (text, other, random) =>
    text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1)),
  (text, _, random) => insert(text, random.pick(MARKS), random),
  (text, _, random) => insert(text, random.pick(CHARACTERS), random),
  (text, _, random) => insertRepeated(text, random.pick(PIECES), random),
  (text, _, random) => insertRepeated(text, phraseOf(text, random), random),
  (text, _, random) => {
    const digit = random.below(10).toString();
    return text.replace(/\d/gu, (old) => (random.chance(0.3) ? digit : old));
  },
  (text, _, random) => text.replace(/ /gu, (space) => (random.chance(0.05) ? '\n' : space)),
  (text, _, random) => text.replaceAll(random.chance(0.5) ? ' ' : '\n', ''),
  (text) => text.toUpperCase(),
];

/** A text made out of `text`, and now and then `other`, by one to four changes. */
export function mutate(text: string, other: string, random: Random): string {
  let mutated = text;
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    mutated = random.pick(MUTATIONS)(mutated, other, random);
  }
  return mutated;
}

function range(text: string, random: Random): readonly [number, number] {
  const start = random.below(text.length + 1);
  return [start, start + random.below(text.length - start + 1)];
}

function insert(text: string, piece: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

/** `text` with `piece`, which is not empty, again and again somewhere in it. */
export function insertRepeated(text: string, piece: string, random: Random): string {
  const drawn = random.next();
  const length = drawn < LONGEST_SHARE ? LONGEST : drawn < LONG_SHARE ? LONG : SHORT;
  return insert(text, piece.repeat(Math.ceil(random.below(length) / piece.length)), random);
}

/** One to five words that stand together in `text`, with what parts them; a space where it has none. */
export function phraseOf(text: string, random: Random): string {
  const from = text.indexOf(' ', random.below(text.length + 1)) + 1;
  const words = text.slice(from, from + LONGEST_PHRASE).match(/\S+\s+/gu) ?? [];
  return words.slice(0, 1 + random.below(5)).join('') || ' ';
}
