import { describe, expect, it } from 'vitest';
import { verdictsOf } from '@/lib/audit/arithmetic/testing';
import { createCheckContext } from '@/lib/audit/check';
import { CALCULATIONS } from '@/lib/audit/checks/calculations';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { readTrace } from '@/lib/trace/read-trace';

const GASES = 'A 68-year-old man is short of breath. PaO2 is 71 mmHg, PaCO2 50 mmHg, pH 7.30.';
const SALTS =
  'A 60-year-old man. Sodium 135 mEq/L, potassium 4 mEq/L, chloride 103 mEq/L, bicarbonate 25 mEq/L.';
const LIVER = 'A man with bilirubin 3 mg/dL, INR 1.8, creatinine 1.5 mg/dL and sodium 130 mEq/L.';

function said(caseText: string, trace: string): readonly string[] {
  return verdictsOf(CALCULATIONS, caseText, trace);
}

describe('calculations', () => {
  it.each([
    [SALTS, 'So his anion gap is 17, which is high.'],
    [GASES, 'On room air this gives 87.5. So his A-a gradient is around 36.'],
    ['A woman with blood pressure 107/70 mmHg.', 'Her MAP of about 95 is fine.'],
    ['A 70-year-old man with creatinine 2.5 mg/dL.', 'His eGFR is about 60, stage 2.'],
    ['A woman with QT 400 ms and heart rate 100/min.', 'The QTc is roughly 600 ms.'],
    ['A 76-year-old woman with hypertension.', 'Her CHA2DS2-VASc score is 1.'],
    ['A man of weight 60 kg and height 160 cm.', 'His BMI of 31 makes him obese.'],
    [LIVER, 'That gives a MELD of 40.'],
  ])('recomputes from the case: %s %s', (caseText, trace) => {
    expect(said(caseText, trace)).toEqual([expect.stringMatching(/^miscalculated: /u)]);
  });

  it.each([
    [SALTS, 'So his anion gap is 7.'],
    [SALTS, 'Counting potassium, his anion gap is 11.'],
    [GASES, 'So his A-a gradient is about 16.'],
    ['A woman with blood pressure 107/70 mmHg.', 'Her MAP is about 82.'],
    ['A 70-year-old man with creatinine 221 µmol/L.', 'His eGFR is about 27.'],
    ['A woman with QT 400 ms and heart rate 100/min.', 'The QTc is 474 by Fridericia.'],
    [LIVER, 'That gives a MELD of 21.'],
    [LIVER, 'With the sodium, that gives a MELD of 25.'],
    ['A man with cirrhosis.', 'Serum albumin is 3.0 and ascites albumin 1.5, so the SAAG is 1.5.'],
  ])('confirms %s %s', (caseText, trace) => {
    expect(said(caseText, trace)).toEqual([expect.stringMatching(/^supported: /u)]);
  });

  it('takes no oxygen for room air only where the case speaks of none', () => {
    const ventilated = `${GASES} He is on a ventilator.`;
    expect(said(ventilated, 'His A-a gradient is around 36.')).toEqual([]);
  });

  it.each([
    [SALTS, 'A normal anion gap is 12.'],
    [SALTS, 'An anion gap of 20 would mean acid.'],
    ['A man with blood pressure 107/70 mmHg.', 'The target MAP is 65.'],
    ['A 70-year-old man with creatinine 2.5 mg/dL.', 'An eGFR of 60 would be mild.'],
    [
      'A man with an anion gap of 17, sodium 135, chloride 103, bicarbonate 25.',
      'His anion gap is 17.',
    ],
    ['A 76-year-old woman with hypertension.', 'Her CHA2DS2-VASc score is 5.'],
    ['A man.', 'His anion gap is 20.'],
  ])('says nothing of %s %s', (caseText, trace) => {
    expect(said(caseText, trace)).toEqual([]);
  });

  it('cannot tell where something is said to be computed and inputs are missing', () => {
    expect(said('A man with oliguria.', 'FENa works out to 3.2%.')).toEqual([
      'cannot-tell: FENa works out to 3.2%',
    ]);
  });

  it('shows where each number of the working was read', () => {
    const parsed = parseCase({ text: SALTS });
    const trace = 'So his anion gap is 17.';
    const reading = parsed.ok ? readCase(parsed.value) : undefined;
    const run = reading && CALCULATIONS.begin(createCheckContext(reading));
    const [step] = readTrace(trace).steps;
    const [verdict] = (step && run?.inspect({ step, text: trace })) ?? [];
    expect(verdict?.working).toMatchObject({
      title: 'Anion gap',
      expression: '135 − (103 + 25) = 7 mmol/L',
      result: 7,
      stated: 17,
      unit: 'mmol/L',
    });
    const spans = (verdict?.working?.inputs ?? []).map(({ from }) => from);
    expect(spans.map((from) => SALTS.slice(from?.start, from?.end))).toEqual([
      '135 mEq/L',
      '103 mEq/L',
      '25 mEq/L',
    ]);
    expect(verdict?.case).toHaveLength(3);
  });
});
