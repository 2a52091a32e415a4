import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditTrace } from '@/lib/audit/audit';
import { readAges } from '@/lib/audit/demographics/ages';
import { sexedPronouns } from '@/lib/audit/demographics/persons';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';

const WOMAN =
  'A 57-year-old Caucasian married woman presents with a cough. She works as a teacher. Her father has diabetes.';
const BOY = 'An 11-month-old boy is brought by his mother with drooling.';
const NEONATE = 'A neonate presents with heart failure on day 7 of life.';

function alarms(text: string, trace: string): readonly string[] {
  const parsed = parseCase({ text });
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return auditTrace(readCase(parsed.value), readTrace(trace))
    .filter(({ check, outcome }) => check === 'demographics' && outcome === 'contradicted')
    .map(({ trace: span }) => sliceSpan(trace, span));
}

describe('ages', () => {
  it.each([
    ['a 57-year-old man', 57, 58],
    ['a fifty-seven year old man', 57, 58],
    ['a 57 yo with cough', 57, 58],
    ['a 57F with cough', 57, 58],
    ['At 57, she is still working.', 57, 58],
    ['She is 57 and well.', 57, 58],
    ["She's just 57.", 57, 58],
    ['a woman aged 57', 57, 58],
    ['a woman in her sixties', 60, 70],
    ['a man in his early 60s', 60, 65],
    ['an 11-month-old', 11 / 12, 1],
    ['an octogenarian', 80, 90],
  ])('reads %s', (text, low, high) => {
    const [age] = readAges(text);
    expect(age?.low).toBeCloseTo(low);
    expect(age?.high).toBeCloseTo(high);
  });

  it.each([
    'She is 12 weeks pregnant.',
    'His pulse is 90 beats per minute.',
    'It peaks between 50 and 60 years of age.',
    'people over 65 years old',
    'He was diagnosed at age 12.',
    'a 6-week history',
    'the oxygen saturation is at 88 percent',
    'a gestational age of 30 weeks and 2 days',
  ])('reads none in %s', (text) => {
    expect(readAges(text)).toEqual([]);
  });

  it('gives spans inside any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('57', '-', ' ', 'year', 'old', 'at', ',', 'she', 'is', '.'), {
          maxLength: 30,
        }),
        (parts) => {
          const text = parts.join('');
          return readAges(text).every(
            ({ span, low, high }) => span.start < span.end && span.end <= text.length && low < high,
          );
        },
      ),
    );
  });
});

describe('pronouns', () => {
  it.each(['he or she', 'HER2 is positive', 'the bundle of His', 'his/her', 's/he'])(
    'takes %s for no one',
    (text) => {
      expect(sexedPronouns(text)).toEqual([]);
    },
  );
});

describe('demographic statements', () => {
  it.each([
    ['We have a 75-year-old woman with a cough.', '75-year-old'],
    ['At 75, she is at risk.', 'At 75'],
    ['This is a woman in her forties with a cough.', 'in her forties'],
    ["We've got a 57-year-old man here.", 'man'],
    ['So this man is unwell.', 'man'],
    ['So, this guy has a cough.', 'guy'],
    ['We have a toddler with a cough.', 'toddler'],
    ['The cough fits his picture.', 'his'],
    ['She has a cough. To sum up, he has an infection.', 'he'],
    ['We have a 57-year-old African American woman.', 'African American'],
    ['We have a 57-year-old farmer with a cough.', 'farmer'],
    ['We have a 57-year-old mountain guide with a cough.', 'mountain guide'],
    ['We have a 57-year-old unmarried woman with a cough.', 'unmarried'],
    ['Although the patient is 75 years old, it could be asthma.', '75 years old'],
    ["This toddler's cough is dry.", 'toddler'],
    ["Since she's hardly a teenager, asthma is likely.", 'teenager'],
    ['Asthma could be common enough in a man her age.', 'man'],
    ['It might explain the young boy’s cough.', 'boy'],
    ['The cough may be explained by her tender age.', 'tender age'],
    ['A thirty-something with a cough.', 'thirty-something'],
  ])('finds the error in %s', (trace, words) => {
    expect(alarms(WOMAN, trace)).toContain(words);
  });

  it.each([
    'We have a 57-year-old woman, a teacher, with a cough.',
    'At 57, her risk is high.',
    'A lady in her late fifties with a cough.',
    'Her father has diabetes, and he is 80 years old.',
    'The doctor listened to her chest, and he heard crackles.',
    'A patient may cough when he or she lies down.',
    'This is common in a 30-year-old man.',
    'If this were a 20-year-old man, I would think of asthma.',
    'HER2 and the bundle of His do not matter here.',
    'People over 65 are at risk, and children under 5 years of age too.',
    'Man, that is a bad cough.',
    'A married woman with a cough.',
    'Her asthma began when she was 12.',
    'If the patient is 75 years old, it could be cancer.',
    'She is not a toddler, after all.',
    'The virus could spread in the old man of the house.',
    'A cough may be dry in a woman like her.',
    'She is rather young for heart failure.',
  ])('raises no alarm in %s', (trace) => {
    expect(alarms(WOMAN, trace)).toEqual([]);
  });

  it('compares months with years, and leaves the mother of a boy alone', () => {
    expect(alarms(BOY, 'An 11-year-old boy comes in.')).toEqual(['11-year-old']);
    expect(
      alarms(BOY, 'This infant is drooling. His mother is worried, and she wants help.'),
    ).toEqual([]);
  });

  it('holds a word for a stage of life against another one', () => {
    const young = 'A young male presents with a cough.';
    expect(alarms(young, 'We have a middle-aged man with a cough.')).toEqual(['middle-aged man']);
    expect(alarms(young, 'We have a young guy with a cough.')).toEqual([]);
  });

  it('knows a stage of life for an age', () => {
    expect(alarms(NEONATE, 'We have a newborn with heart failure, a week old.')).toEqual([]);
    expect(alarms(NEONATE, 'We have a 7-year-old with heart failure.')).toEqual(['7-year-old']);
  });
});
