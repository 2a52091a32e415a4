import { describe, expect, it } from 'vitest';
import { beginCheck, createCheckContext } from '@/lib/audit/check';
import { MEASURED_VALUES } from '@/lib/audit/checks/measured-values';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { readTrace } from '@/lib/trace/read-trace';

const CASE =
  'A 45-year-old man weighing 80 kg has a blood pressure of 100/48 mmHg, heart rate 104.2/min, temperature 98 °F, ' +
  'hemoglobin 6 g/dL, leukocyte count 6,500/mm³, platelets 197,000/mm³, potassium 6 mEq/L, glucose 180 mg/dL, pH 7.21 and ' +
  'pCO2 36. He eats 25 g of salt each day. Strength is 3+ in the left hip and 2+ in the foot. Electrophoresis shows 56% HbA ' +
  'and 43% HbS. There were 5 maternal deaths. Sweat chloride levels were 35 meq/L and 41 meq/L. He had fever after his first cycle of chemotherapy.';

function judge(sentence: string, given = CASE): string[] {
  const parsed = parseCase({ text: given });
  if (!parsed.ok) {
    throw new Error('the case of the test does not parse');
  }
  const trace = readTrace(`The patient is unwell. ${sentence}`);
  const context = createCheckContext(readCase(parsed.value));
  const run = beginCheck(MEASURED_VALUES, context);
  return trace.steps
    .map((step) => ({ step, text: trace.text.slice(step.start, step.end) }))
    .flatMap((step) => run.inspect(step))
    .map(({ outcome, trace: span }) => `${outcome}: ${trace.text.slice(span.start, span.end)}`);
}

describe('the check of measured values', () => {
  it.each([
    ['The chloride of his sweat is 35 mg/kg.', 'contradicted: 35 mg/kg'],
    ['Then there is the clearance. It is 180 mg/L.', 'contradicted: 180 mg/L'],
    ['After his second cycle he was better.', 'contradicted: second cycle'],
    ['After his first cycle he was better.', 'supported: first cycle'],
    ['His hemoglobin is really low at 6 g/dL.', 'supported: 6 g/dL'],
    ["Then there's his hemoglobin. It's at 6 g/dL.", 'supported: 6 g/dL'],
    ['His hemoglobin is 60 g/L.', 'supported: 60 g/L'],
    ['His BP is around 100/48.', 'supported: 100/48'],
    ['His blood pressure is around 105/50.', 'supported: 105/50'],
    ['The pH is 7.2 here.', 'supported: 7.2'],
    ['His heart rate is 104.', 'supported: 104'],
    ['His temperature is 36.7 °C.', 'supported: 36.7 °C'],
    ['He has a white count of 6.5 x 10^9/L.', 'supported: 6.5 x 10^9/L'],
    ['His platelets are about 200,000.', 'supported: 200,000'],
    ['His glucose is 10 mmol/L.', 'supported: 10 mmol/L'],
    ['He weighs 176 pounds.', 'supported: 176 pounds'],
    ['His potassium is 6 mmol/L.', 'supported: 6 mmol/L'],
    ['His systolic pressure is 100.', 'supported: 100'],
  ])('bears out %j', (sentence, expected) => {
    expect(judge(sentence)).toContain(expected);
  });

  it.each([
    ['His hemoglobin is really low at 9 g/dL.', 'contradicted: 9 g/dL'],
    ["Then there's his hemoglobin. It's sitting at 9 g/dL, so he is pale.", 'contradicted: 9 g/dL'],
    ['Next is the glucose.\n\nAt 240 mg/dL, it is high.', 'contradicted: 240 mg/dL'],
    ['His hemoglobin is 6 g/L.', 'contradicted: 6 g/L'],
    ['His potassium is at 6 mg/dL.', 'contradicted: 6 mg/dL'],
    ['His glucose is 180 mmol/L.', 'contradicted: 180 mmol/L'],
    ['He weighs 80 pounds.', 'contradicted: 80 pounds'],
    ['His BP is 100/84.', 'contradicted: 84'],
    ['His blood pressure is 150/84 today.', 'contradicted: 150/84'],
    ['The pCO2 is 63 mmHg, so he retains.', 'contradicted: 63 mmHg'],
    ['He eats 52 grams of salt.', 'contradicted: 52 grams'],
    ['The hip tests at 4+.', 'contradicted: 4+'],
    ['The profile shows 56% HbA, 34% HbS.', 'contradicted: 34%'],
    ['There were 15 maternal deaths.', 'contradicted: 15'],
    ['The sweat chloride results are 35 and 51 meq/L.', 'contradicted: 51 meq/L'],
    ['He has oxygen saturations in the 80s.', 'not-in-case: 80s'],
    ['His lactate is 4.2 mmol/L.', 'not-in-case: 4.2 mmol/L'],
  ])('finds the error in %j', (sentence, expected) => {
    const found = judge(sentence).filter((verdict) => !verdict.startsWith('supported'));
    expect(found).toEqual([expected]);
  });

  it('reads values of a note that nothing parts', () => {
    const judged = judge(
      'His temperature is 38.7 and his heart rate 112.',
      'A man. T 38.7 HR 112.',
    );
    expect(judged).toEqual(['supported: 38.7', 'supported: 112']);
  });

  it('does not bear out a threshold', () => {
    expect(judge('A pH below 7.25 is severe.')).toEqual([]);
    expect(judge('His pH is below 7.25.')).toEqual(['supported: 7.25']);
  });

  it.each([
    'Normal hemoglobin is 12-16 g/dL.',
    'A potassium above 7 mEq/L is dangerous.',
    'The normal range for potassium is 3.5 to 5.0 mEq/L.',
    'Typically the pH is 7.4 in adults.',
    'If his potassium were 8 mEq/L, we would hurry.',
    'His mean pressure works out to (100 + 2 × 48)/3 = 65 mmHg.',
    'We should give 40 mEq of potassium.',
    'Start insulin at 10 units and 50 mL of dextrose.',
    'Step 3 is to look at stage 2 disease.',
    'Mortality is 30% in 2019.',
    'Is a potassium of 9 mEq/L possible here?',
    'Alvarado score: temperature 1, hemoglobin 2.',
    'The shock index is 104/100, so 1.04.',
    'Add 1.6 for every 5.5 mmol/L of glucose.',
    'The fetus has a heart rate of 145.',
    'His hemoglobin is about 8 g/dL below what I would expect.',
  ])('raises no alarm in %j', (sentence) => {
    expect(judge(sentence).filter((verdict) => !verdict.startsWith('supported'))).toEqual([]);
  });
});
