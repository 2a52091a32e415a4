import { describe, expect, it } from 'vitest';
import { numberWords } from '@/components/verdict/number-words';

describe('numberWords', () => {
  it.each([
    [7, undefined, '7'],
    [0.1 + 0.2, 'mg/dL', '0.3 mg/dL'],
    [38.4, 'Cel', '38.4 °C'],
    [6500, '/mm3', '6,500 /mm3'],
    [1234567.891, '1', '1,234,570'],
    [12, '{score}', '12'],
    [45, '%', '45 %'],
    [0.00012, 'mol/L', '0.0001 mol/L'],
  ])('writes %d %s as %s', (value, unit, words) => {
    expect(numberWords(value, unit)).toBe(words);
  });
});
