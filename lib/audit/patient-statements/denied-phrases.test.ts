import { describe, expect, it } from 'vitest';
import { createAudit } from '@/lib/audit/audit';
import { PATIENT_STATEMENTS } from '@/lib/audit/checks/patient-statements';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';

const CASE =
  'A 34-year-old woman presents with puffy fingers, grinding teeth and swelling of the ankle. She takes lisinopril and has ' +
  'difficulty climbing stairs. The smear shows no malformed cells or bluish granules. Her skin was warm. The liver is not palpable.';

function alarms(output: string, outcome: 'contradicted' | 'not-in-case'): readonly string[] {
  const parsed = parseCase({ text: CASE });
  if (!parsed.ok) {
    throw new Error(parsed.fault.message);
  }
  return createAudit(readCase(parsed.value), [PATIENT_STATEMENTS])
    .conclude(readTrace(output))
    .filter((one) => one.outcome === outcome)
    .map(({ trace }) => sliceSpan(output, trace));
}

describe('what is denied here and stated in the case, or the other way round', () => {
  it.each([
    'She came in without puffy fingers and she feels well.',
    'The patient has no difficulty climbing stairs.',
    "Her ankle isn't swelling, she says.",
    'Her smear showed malformed cells.',
    'She has bluish granules in her smear.',
  ])('finds “%s”', (text) => {
    expect(alarms(text, 'contradicted')).toHaveLength(1);
  });

  it.each([
    'The patient has puffy fingers.',
    'Her smear shows no bluish granules.',
    'She would come without puffy fingers.',
    'The patient has no sore gums.',
    "Her liver isn't palpable and she feels well.",
    'Does she have no difficulty climbing stairs?',
  ])('leaves “%s” alone', (text) => {
    expect(alarms(text, 'contradicted')).toEqual([]);
  });
});

describe('what was examined or measured', () => {
  it.each([
    'With her spleen palpable, this is a lymphoma.',
    'And her potassium is low.',
    'Oh, and her blood pressure has dropped.',
    'Given her raised prolactin, the patient fits.',
    'She has pain, and her thyroid is enlarged.',
  ])('is not in the case: “%s”', (text) => {
    expect(alarms(text, 'not-in-case')).toHaveLength(1);
  });

  it.each([
    'Her potassium is normal.',
    'If her potassium is low, we will see it.',
    'Her potassium would be low.',
    'Lisinopril makes potassium high.',
    'We should check whether her thyroid is enlarged.',
    'Her skin is warm.',
  ])('leaves “%s” alone', (text) => {
    expect(alarms(text, 'not-in-case')).toEqual([]);
  });

  it('hears of a drug beside one that the patient takes, and of a habit with its time', () => {
    expect(alarms('She is on lisinopril and naproxen for her knees.', 'not-in-case')).toEqual([
      'naproxen',
    ]);
    expect(
      alarms(
        'The patient has ankle swelling for two weeks that wakes her at night.',
        'not-in-case',
      ),
    ).toEqual(['wakes her at night']);
  });
});
