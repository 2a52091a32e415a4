import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NUMBER_SOURCE, withDigits } from '@/lib/text/number-words';

describe('numbers in words', () => {
  it.each([
    ['57', 57],
    ['1.5', 1.5],
    ['six', 6],
    ['Sixteen', 16],
    ['twenty one', 21],
    ['fifty-seven', 57],
    ['ninety', 90],
    ['a hundred', 100],
    ['one hundred', 100],
  ])('reads %s', (text, value) => {
    const digits = withDigits(text);
    expect(Number(digits)).toBe(value);
    expect(new RegExp(`^${NUMBER_SOURCE}$`).test(digits)).toBe(true);
  });

  it('leaves other words alone', () => {
    expect(withDigits('someone often attends several')).toBe('someone often attends several');
  });

  it('keeps every other character where it is', () => {
    const words = fc.constantFrom(
      'six',
      'teen',
      ' ',
      '-',
      'fifty',
      'seven',
      'a',
      'hundred',
      'year',
      '7',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        const digits = withDigits(text);
        return (
          digits.length === text.length &&
          [...digits].every((character, index) => /\d/.test(character) || character === text[index])
        );
      }),
    );
  });
});
