import type { Case, CaseReading } from '@/lib/case/case';
import { readCase } from '@/lib/case/read-case';
import { isIrrelevant } from '@/lib/evaluation/changes/person-matters';
import { BOUND_WORD, withWordsOfOtherSex } from '@/lib/evaluation/changes/words-of-sex';
import type { Random } from '@/lib/evaluation/random';

/**
 * The case of a reading told of a patient of the other sex; `undefined` where the text does not state the sex, the words for
 * it cannot be changed, or the sex may matter: something in the text is of one sex alone, or `isIrrelevant` says so.
 */
export function withOtherSex(reading: CaseReading): Case | undefined {
  const { sex, age } = reading.demographics;
  if (sex === undefined || BOUND_WORD.test(reading.case.text)) return undefined;
  const other = sex.value === 'female' ? 'male' : 'female';
  if (!isIrrelevant(reading, { sex: other })) return undefined;
  const changed = { ...reading.case, text: withWordsOfOtherSex(reading.case.text, sex) };
  const { demographics } = readCase(changed);
  return demographics.sex?.value === other && demographics.age?.years === age?.years
    ? changed
    : undefined;
}

/**
 * Ages in years between which a note need not change another word: a child is a boy or a girl until 12
 * (lib/engine/prompt/embedded-form.ts), and adult reference intervals hold from 16 (lib/case/read-case.ts).
 */
const STAGES = [
  { from: 1, to: 12, apart: 1 },
  { from: 13, to: 15, apart: 1 },
  { from: 16, to: 100, apart: 5 },
] as const;

/**
 * The case of a reading told of a patient of another age, drawn from all that do not matter (`isIrrelevant`), at least five
 * years away in adults; `undefined` where there is none, or where the text does not state the age in whole years.
 */
export function withOtherAge(reading: CaseReading, random: Random): Case | undefined {
  const { age, sex } = reading.demographics;
  const stage = STAGES.find(
    ({ from, to }) => age !== undefined && from <= age.years && age.years <= to,
  );
  if (age === undefined || stage === undefined || BOUND_WORD.test(reading.case.text)) {
    return undefined;
  }
  const others = Array.from({ length: stage.to - stage.from + 1 }, (_, index) => stage.from + index)
    .filter((years) => Math.abs(years - age.years) >= stage.apart)
    .filter((years) => isIrrelevant(reading, { ageYears: years }));
  if (others.length === 0) return undefined;
  const years = random.pick(others);
  const { text } = reading.case;
  const stated = text
    .slice(age.span.start, age.span.end)
    .replace(new RegExp(`\\b${age.years}(?!\\d)`, 'u'), String(years));
  const changed = {
    ...reading.case,
    text: `${text.slice(0, age.span.start)}${stated}${text.slice(age.span.end)}`,
  };
  const { demographics } = readCase(changed);
  return demographics.age?.years === years && demographics.sex?.value === sex?.value
    ? changed
    : undefined;
}
