import { describe, expect, it } from 'vitest';
import { verdictsOf } from '@/lib/audit/arithmetic/testing';
import { ARITHMETIC } from '@/lib/audit/checks/arithmetic';

const CHILD = 'A 1-year-old child weighing 6 kg has gastroenteritis with sunken eyes.';

function outcomes(trace: string, caseText = CHILD): readonly string[] {
  return verdictsOf(ARITHMETIC, caseText, trace).map((verdict) => verdict.split(':')[0] ?? '');
}

describe('arithmetic', () => {
  it.each([
    'Corrected for the hematocrit (0.4 × 20/45), it comes to about 0.9%.',
    'His shock index, 88/130, is roughly 1.0, so I am wary.',
    'The gap, 135 − (103 + 25), is 17. That is high.',
    '40% of 25 grams is 14 grams of sodium.',
    'Of these 520/700, so about 64% of the group, had it.',
    'The index is 60/130, roughly 4.6, which is high.',
    'It needs 75 ml/kg × 6 kg = 525 ml.',
    'Going down to 75 ml/kg might have us sitting at 525 ml for six hours.',
    'A bolus of 30 ml for each of this child’s kilograms amounts to 210 ml.',
    'I calculate (10,000 / 1,000) times 36. That should be the births.\n\nRight, that turns out to be 3,600 births.',
    'There were 700 subjects, and 520 of them had it, leaving 190 without.',
    'There were 700 subjects, 520 of whom had it, so about 64% of the group.',
    'With 15 million per ml in 2 ml, that’s about 45 million per ejaculate.',
    'Giving 600 ml over six hours means the infusion should run at 150 ml per hour.',
    'Salt is about 40% sodium. So with 25 grams of salt, that means she gets 14 grams of sodium.',
    'AST is 200 and ALT is 100, an AST to ALT ratio of about 4.',
    'His temperature is 104 °F (38 °C).',
    'I multiply 12 by 4, giving 50. Fine.',
    'That is 64% (520/700).',
  ])('finds the slip in: %s', (trace) => {
    expect(outcomes(trace)).toEqual(['miscalculated']);
  });

  it.each([
    'Corrected for the hematocrit (0.4 × 20/45), it comes to about 0.18%.',
    'His shock index, 88/130, is roughly 0.68, so nothing that screams.',
    'The gap, 135 − (103 + 25), is 7. That is low.',
    'So (5 / 360) times 100,000. Okay, just did the math, and that gives me 1,388.89.',
    'Simple arithmetic: 80% minus 70%, which is 10%.',
    'That is 8.2 + 0.8 * (4.0 - 2.4) = 9.48 mEq/L.',
    'With 100 ml/kg, it results in a need for 600 ml in total.',
    '600 ml over the span of six hours, that means the infusion should run at 100 ml per hour.',
    'With 15 million per ml in 2 ml, that’s about 30 million sperm per ejaculate.',
    'It shows 56% HbA, 43% HbS. That’s an HbA to HbS ratio of about 1.3.',
    'There were 700 subjects, and 520 of them had it, leaving 180 without.',
    'Giving 500 mg x 3 = 1.5 g a day.',
    'The alveolar pressure is 150 − 50/0.8, about 87.5 mmHg.',
    'He weighs 150 lb (68 kg).',
    'It took 12 weeks, that is 3 months.',
    '8 grams / 0.4 which is 20 grams of salt.',
  ])('confirms: %s', (trace) => {
    expect(outcomes(trace)).toEqual(['supported']);
  });

  it.each([
    'Strength is 3/5, about 2 weeks after the fall.',
    'BP was 120/80, which is 10 points lower than before.',
    'She hurts 24/7, about 2 weeks now.',
    'The titre was 1:2, roughly 3 fold.',
    'It takes ages 12-16, about 4 of them.',
    'The T4/T3 ratio is off.',
    'Vision is 20/40, roughly 20/30 before.',
    'It was 3/5/2020, about 4 days ago.',
    'We use 20 ml/kg up to 1000 ml.',
    'Amoxicillin 80-90 mg/kg, so 500 mg.',
    'She takes 15 mg/kg every 6 hours and 5 mg of ondansetron is fine.',
    'A 3 x 4 cm mass is 5 cm deep.',
    'He has had a fever for 3 days (2 weeks ago).',
    'CDK 4/6 inhibitors and a 46,XY karyotype.',
    'It splits 50/50, so about 2 of them.',
    'Divide 5 by 360, then multiply it by 100,000. That gives 1,389.',
    'QT is 400/√(60/100) = 516.',
  ])('says nothing of: %s', (trace) => {
    expect(outcomes(trace)).toEqual([]);
  });

  it('knows no body mass where none is given', () => {
    expect(outcomes('At 75 ml/kg that would be 525 ml.', 'A child has diarrhoea.')).toEqual([]);
  });
});
