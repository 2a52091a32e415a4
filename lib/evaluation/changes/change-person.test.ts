import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCase } from '@/lib/case/read-case';
import { withOtherAge, withOtherSex } from '@/lib/evaluation/changes/change-person';
import { BOUND_TO_SEX, isIrrelevant } from '@/lib/evaluation/changes/person-matters';
import { withWordsOfOtherSex } from '@/lib/evaluation/changes/words-of-sex';
import { seededRandom } from '@/lib/evaluation/random';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';

const PNEUMONIA =
  'A 34-year-old woman has a fever and a productive cough with rusty sputum. Her chest hurts when she breathes in. She is breathless, has chills, and crackles are heard over her right base. The chest X-ray shows a consolidation.';

function readingOf(text: string) {
  return readCase({ text, options: [] });
}

function otherSexOf(text: string): string | undefined {
  const reading = readingOf(text);
  const { sex } = reading.demographics;
  return sex === undefined ? undefined : withWordsOfOtherSex(text, sex);
}

describe('withWordsOfOtherSex', () => {
  it.each([
    [
      'Mrs Hall, a 61-year-old lady. She says her foot hurts; her son brought her to us.',
      'Mr Hall, a 61-year-old gentleman. He says his foot hurts; his son brought him to us.',
    ],
    ['34F, cough. HE: clear.', '34M, cough. HE: clear.'],
    ['27M, cough. His wife has it too.', '27F, cough. Her wife has it too.'],
    [
      'My husband, 60, fell. He hurt himself, dad says.',
      'My wife, 60, fell. She hurt herself, mum says.',
    ],
    ['An 8-year-old boy. HE IS HOT.', 'An 8-year-old girl. SHE IS HOT.'],
  ])('turns %j into %j', (before, after) => {
    expect(otherSexOf(before)).toBe(after);
  });
});

describe('isIrrelevant', () => {
  it('knows every finding that is bound to one sex', () => {
    const known = new Set(CONCEPTS.map(({ id }) => id.slice(id.indexOf('/') + 1)));
    expect([...BOUND_TO_SEX].filter((name) => !known.has(name))).toEqual([]);
  });

  it('holds for a person like the patient, and where the findings decide', () => {
    const reading = readingOf(PNEUMONIA);
    expect(isIrrelevant(reading, {})).toBe(true);
    expect(isIrrelevant(reading, { sex: 'male' })).toBe(true);
    expect(isIrrelevant(reading, { ageYears: 40 })).toBe(true);
  });

  it('does not hold where age decides, nor where a finding is of one sex alone', () => {
    const barking = readingOf('A 2-year-old girl has a barking cough.');
    expect(isIrrelevant(barking, { ageYears: 70 })).toBe(false);
    const pregnant = readingOf(`${PNEUMONIA} She is pregnant.`);
    expect(isIrrelevant(pregnant, { sex: 'male' })).toBe(false);
  });
});

describe('withOtherSex', () => {
  it('tells the same findings of the other sex', () => {
    const reading = readingOf(PNEUMONIA);
    const changed = withOtherSex(reading);
    expect(changed?.text).toContain('A 34-year-old man has a fever');
    const after = readingOf(changed?.text ?? '');
    expect(after.demographics.sex?.value).toBe('male');
    expect(after.findings.map(({ concept }) => concept)).toEqual(
      reading.findings.map(({ concept }) => concept),
    );
  });

  it.each([
    'Fever and a productive cough with rusty sputum.',
    `${PNEUMONIA} Her last period was a week ago.`,
    'A 34-year-old woman is tired.',
  ])('is not for %j', (text) => {
    expect(withOtherSex(readingOf(text))).toBeUndefined();
  });
});

describe('withOtherAge', () => {
  it('states another adult age, at least five years away, that does not matter', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const reading = readingOf(PNEUMONIA);
        const changed = withOtherAge(reading, seededRandom(seed));
        const years = readingOf(changed?.text ?? '').demographics.age?.years ?? 0;
        expect(years).toBeGreaterThanOrEqual(16);
        expect(Math.abs(years - 34)).toBeGreaterThanOrEqual(5);
        expect(isIrrelevant(reading, { ageYears: years })).toBe(true);
        expect(changed?.text.replace(`${years}-year`, '34-year')).toBe(PNEUMONIA);
      }),
      { numRuns: 20 },
    );
  });

  it('leaves a child a child', () => {
    const reading = readingOf(PNEUMONIA.replace('34-year-old woman', '7-year-old girl'));
    for (let seed = 0; seed < 10; seed += 1) {
      const changed = withOtherAge(reading, seededRandom(seed));
      const years = readingOf(changed?.text ?? '').demographics.age?.years ?? 7;
      expect(years).toBeLessThanOrEqual(12);
    }
  });

  it.each([
    PNEUMONIA.replace('34-year-old', '8-month-old'),
    PNEUMONIA.replace('34-year-old ', ''),
    `${PNEUMONIA} She is pregnant.`,
  ])('is not for %j', (text) => {
    expect(withOtherAge(readingOf(text), seededRandom(1))).toBeUndefined();
  });
});
