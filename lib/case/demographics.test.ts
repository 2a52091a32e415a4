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
    ['Temp 101.5F, pulse 120, resp 24', {}],
    ['Temp 98.6 F', {}],
    ['T 100.4 F, chills', {}],
    ['fever up to 101.5F at home', {}],
    ['T 38.5. 34F fever', { years: 34, sex: 'female' }],
    ['28 weeks pregnant.', {}],
    ['Age: 67 Sex: M', { years: 67, sex: 'male' }],
    ['F/34, NKDA', { years: 34, sex: 'female' }],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['Father died of MI aged 52.', {}],
    ['A woman with cough. Her father died aged 52.', { sex: 'female' }],
    ['A boy with cough whose mother, 34, is well.', { sex: 'male' }],
    ["The patient's 80-year-old mother has heart failure.", {}],
    ['Breastfeeding a 3 month old baby.', {}],
    ['My mum has asthma. I have a cough.', {}],
    ['My husband 60 has chest pain.', { years: 60, sex: 'male' }],
    ['My mum is 74. She has a cough.', { years: 74, sex: 'female' }],
    ['A 34-year-old mother of two with cough.', { years: 34 }],
    ['Her mother brought this 5-year-old boy.', { years: 5, sex: 'male' }],
  ])('tells the patient from others: %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['Smokes 20 cigs a day since age 15.', {}],
    ['Headache started at age 12.', {}],
    ['Symptoms started at age 12, now 30 years old.', { years: 30 }],
    ['Diagnosed with asthma aged 5. Now 42.', { years: 42 }],
    ['Presented at age 67 with chest pain.', { years: 67 }],
  ])('tells today from the past: %j', (text, expected) => {
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
