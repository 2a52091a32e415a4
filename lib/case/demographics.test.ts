import { describe, expect, it } from 'vitest';
import { readDemographics } from './demographics';

function read(text: string): { years?: number; sex?: string } {
  const { age, sex } = readDemographics(text, { start: 0, end: text.length });
  return {
    ...(age === undefined ? {} : { years: Math.round(age.years * 100) / 100 }),
    ...(sex === undefined ? {} : { sex: sex.value }),
  };
}

describe('readDemographics', () => {
  it.each([
    ['A 34-year-old woman with fever.', { years: 34, sex: 'female' }],
    ['34 yo M with chest pain', { years: 34, sex: 'male' }],
    ['34F, fever', { years: 34, sex: 'female' }],
    ['58 y/o male', { years: 58, sex: 'male' }],
    ['A 3-month-old boy', { years: 0.25, sex: 'male' }],
    ['A man aged 70 attended.', { years: 70, sex: 'male' }],
    ['A 6 year old girl', { years: 6, sex: 'female' }],
    ['This gentleman is 81 years of age.', { years: 81, sex: 'male' }],
    ['A woman in her sixties with cough', { sex: 'female' }],
    ['Presents with cough. He smokes.', { sex: 'male' }],
    ['BP 120/80, temperature 39 F', {}],
    ['Fever for 3 days.', {}],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('prefers what is stated to a pronoun', () => {
    expect(read('Her mother brought this 5-year-old boy.').sex).toBe('male');
  });

  it('points at the words', () => {
    const text = 'Seen today: 34-year-old woman.';
    const { age, sex } = readDemographics(text, { start: 12, end: text.length });
    expect(text.slice(age?.span.start, age?.span.end)).toBe('34-year-old');
    expect(text.slice(sex?.span.start, sex?.span.end)).toBe('woman');
  });
});
