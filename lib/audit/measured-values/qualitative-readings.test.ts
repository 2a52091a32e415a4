import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginCheck, createCheckContext } from '@/lib/audit/check';
import { MEASURED_VALUES } from '@/lib/audit/checks/measured-values';
import { standingOn } from '@/lib/audit/measured-values/judge-reading';
import { qualitativeReadingsIn } from '@/lib/audit/measured-values/qualitative-readings';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { QUANTITIES } from '@/lib/knowledge/reference-intervals';
import { READING_TERMS } from '@/lib/knowledge/reference-intervals-terms';
import { readTrace } from '@/lib/trace/read-trace';

function read(text: string): string[] {
  return qualitativeReadingsIn(text, { start: 0, end: text.length }).map(
    ({ quantity, side, isDenied }) => `${isDenied ? 'not ' : ''}${side} ${quantity}`,
  );
}

const CASE =
  'A 45-year-old woman has a blood pressure of 128/76 mmHg, a pulse of 72/min, a temperature of 36.6 °C, hemoglobin 13 g/dL, ' +
  'platelets 60,000/mm³, potassium 3.4 mEq/L, sodium 128 mEq/L (125-130) and calcium 9.4 mg/dL.';

function judge(sentence: string, given = CASE): string[] {
  const parsed = parseCase({ text: given });
  if (!parsed.ok) {
    throw new Error('the case of the test does not parse');
  }
  const context = createCheckContext(readCase(parsed.value));
  const trace = readTrace(`The patient is unwell. ${sentence}`);
  const run = beginCheck(MEASURED_VALUES, context);
  return trace.steps
    .map((step) => ({ step, text: trace.text.slice(step.start, step.end) }))
    .flatMap((step) => run.inspect(step))
    .map(({ outcome }) => outcome);
}

describe('qualitative readings', () => {
  it.each([
    ['low hemoglobin and elevated white count', ['low haemoglobin', 'high white-cell-count']],
    ['her hemoglobin is really low', ['low haemoglobin']],
    ["the pCO2 isn't high", ['not high pco2']],
    ["she isn't febrile", ['not high temperature']],
    ["he doesn't have hyperkalaemia", ['not high potassium']],
    ['the potassium level is within normal limits', ['normal potassium']],
    ['she is tachycardic without anemia', ['high heart-rate', 'not low haemoglobin']],
    ['low blood pressure', ['low systolic-pressure']],
    ['high blood pressure', []],
    ['low potassium output, a low calcium diet', []],
    ['potassium is low enough to matter, lower sodium', []],
    ['sweat chloride is high', []],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['She has low platelets.', 'supported'],
    ['She is thrombocytopenic.', 'supported'],
    ['She has no thrombocytopenia.', 'contradicted'],
    ['She has a high platelet count.', 'contradicted'],
    ['Her platelet count is normal.', 'contradicted'],
    ['She is tachycardic.', 'contradicted'],
    ['She is hypotensive.', 'contradicted'],
    ['She is febrile.', 'contradicted'],
    ['She is afebrile.', 'supported'],
    ['Her potassium is high.', 'contradicted'],
    ['Her potassium is normal.', 'cannot-tell'],
    ['Her sodium is normal.', 'supported'],
    ['Her calcium is normal.', 'supported'],
  ])('judges %j as %s', (sentence, outcome) => {
    expect(judge(sentence)).toEqual([outcome]);
  });

  it.each([
    'If she were hypotensive, we would give fluids.',
    'Hyperkalemia may cause arrhythmia.',
    'Her lactate is high.',
    'Is she tachycardic?',
  ])('says nothing about %j', (sentence) => {
    expect(judge(sentence)).toEqual([]);
  });

  it('leaves the values of children and in pregnancy alone', () => {
    expect(judge('She is tachycardic.', CASE.replace('45', '4'))).toEqual([]);
    expect(judge('She is tachycardic.', `${CASE} She is pregnant.`)).toEqual([]);
  });

  it('decides only on quantities that exist, with a source', () => {
    const ids = new Set(QUANTITIES.map(({ id }) => id));
    for (const { quantity, source } of READING_TERMS) {
      expect(ids).toContain(quantity);
      expect(source).not.toBe('');
    }
  });

  it('never finds a value both low and high, and finds every value on some side', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1000, max: 1000, noNaN: true }),
        fc.double({ min: -500, max: 500, noNaN: true }),
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        (own, low, width) => {
          const interval = { low, high: low + width };
          const sides = (['low', 'normal', 'high'] as const).filter(
            (side) => standingOn(side, own, interval) === 'yes',
          );
          expect(sides).toHaveLength(1);
        },
      ),
    );
  });
});
