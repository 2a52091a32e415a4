import type { Random } from '@/lib/evaluation/random';

/** Shorter words with a slip are often other words. */
const SHORTEST = 7;

function slip(random: Random, word: string): string {
  const at = 1 + random.below(word.length - 3);
  const before = word.slice(0, at);
  const first = word.charAt(at);
  const second = word.charAt(at + 1);
  const after = word.slice(at + 2);
  return random.pick([
    `${before}${second}${first}${after}`,
    `${before}${second}${after}`,
    `${before}${first}${first}${second}${after}`,
  ]);
}

/** The text with a slip of the keyboard (letters swapped, left out or doubled) in `share` of its longer words. */
export function withSlips(random: Random, text: string, share: number): string {
  if (share === 0) return text;
  return text.replace(/[a-z]+/gu, (word) =>
    word.length >= SHORTEST && random.chance(share) ? slip(random, word) : word,
  );
}
