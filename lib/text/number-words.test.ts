import { describe, expect, it } from 'vitest';
import { NUMBER_SOURCE, readNumber } from '@/lib/text/number-words';

const WORDS: readonly (readonly [string, number])[] = [
  ['57', 57],
  ['1.5', 1.5],
  ['six', 6],
  ['Sixteen', 16],
  ['twenty one', 21],
  ['fifty-seven', 57],
  ['ninety', 90],
  ['a hundred', 100],
  ['one hundred', 100],
];

describe('numbers in words', () => {
  it.each(WORDS)('reads %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
    expect(new RegExp(`^${NUMBER_SOURCE}$`, 'i').test(text)).toBe(true);
  });

  it('reads nothing out of other words', () => {
    expect(readNumber('several')).toBeUndefined();
    expect(readNumber('')).toBeUndefined();
  });
});
