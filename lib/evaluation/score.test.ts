import { describe, expect, it } from 'vitest';
import { auditTrace } from '@/lib/audit/audit';
import { readCase } from '@/lib/case/read-case';
import type { EvaluationCase } from '@/lib/evaluation/dataset';
import { evaluate } from '@/lib/evaluation/evaluate';
import { measure } from '@/lib/evaluation/metrics';
import { scoreItem } from '@/lib/evaluation/score';
import { assembleExplanation } from '@/lib/explanation/assemble';
import { CONDITIONS, conditionNamed } from '@/lib/knowledge/conditions';
import { readTrace } from '@/lib/trace/read-trace';

const TEXT =
  'A 34-year-old woman has fever. She has a productive cough with rusty sputum. She denies chest pain.';
const isTruth = (diagnosis: string) => conditionNamed(diagnosis)?.name === 'Pneumonia';

const OPEN: EvaluationCase = {
  id: 'one',
  setting: 'open',
  heldOut: true,
  case: { text: TEXT, question: 'What is it?', options: [] },
  truth: { diagnosis: 'Pneumonia' },
  isTruth,
  reference: { among: CONDITIONS, known: { findings: [] } },
};

const WITH_OPTIONS: EvaluationCase = {
  ...OPEN,
  setting: 'options',
  case: {
    ...OPEN.case,
    options: [
      { letter: 'A', text: 'Influenza' },
      { letter: 'B', text: 'Pneumonia' },
    ],
  },
  truth: { diagnosis: 'Pneumonia', option: 'B' },
};

interface Written {
  readonly answer: string;
  readonly confidence?: string;
  readonly lines?: readonly string[];
  readonly step?: string;
}

/** What a model would have written, in the embedded model's form. */
function written({ answer, confidence = '80%', lines = [answer], step = '' }: Written): string {
  return [
    '<think>',
    `Step 1: Problem representation. 34-year-old woman with fever [1]. ${step}`,
    '</think>',
    '',
    '## Clinical Assessment',
    '',
    `**Primary Diagnosis**: ${answer}`,
    '',
    `**Confidence**: ${confidence}`,
    '',
    '**Differential**:',
    ...lines.map((name, index) => `${index + 1}. ${name} (50%) - for: [1]; against: none`),
    '',
    '**Reasoning**: fever [1] fits best.',
  ].join('\n');
}

function explained(item: EvaluationCase, text: string) {
  const reading = readCase(item.case);
  const trace = readTrace(text);
  return assembleExplanation(reading, trace, auditTrace(reading, trace));
}

function scored(item: EvaluationCase, text: string) {
  return scoreItem(item, readCase(item.case), explained(item, text));
}

describe('scoreItem', () => {
  it('takes a right answer by its name or alias, with its confidence and its place', () => {
    const item = scored(OPEN, written({ answer: 'pneumonia', lines: ['Influenza', 'Pneumonia'] }));
    expect(item).toMatchObject({
      correct: true,
      answer: 'pneumonia',
      confidence: 0.8,
      rank: 2,
      abstained: false,
      formFaults: [],
      amongOptions: null,
    });
  });

  it('goes by the letter where there are options', () => {
    expect(scored(WITH_OPTIONS, written({ answer: 'B) Pneumonia' }))).toMatchObject({
      correct: true,
      option: 'B',
      amongOptions: true,
    });
    expect(scored(WITH_OPTIONS, written({ answer: 'A) Influenza' }))).toMatchObject({
      correct: false,
      amongOptions: true,
    });
  });

  it('counts an answer outside the options as such and as a fault of form', () => {
    const item = scored(WITH_OPTIONS, written({ answer: 'D) Bronchitis' }));
    expect(item).toMatchObject({ correct: false, amongOptions: false });
    expect(item.formFaults).toHaveLength(1);
  });

  it('counts silence as an abstention with an invalid form', () => {
    const item = scored(OPEN, '<think>\nStep 1: Hypotheses. Pneumonia');
    expect(item).toMatchObject({ correct: false, abstained: true, answer: null, rank: null });
    expect(item.formFaults.length).toBeGreaterThanOrEqual(2);
  });

  it('counts an answer without a confidence as a fault of form, and none where it declines', () => {
    const without = (answer: string) =>
      written({ answer }).replace(/\*\*Confidence\*\*.*\n\n/u, '');
    const item = scored(OPEN, without('Pneumonia'));
    expect(item).toMatchObject({ correct: true, confidence: null });
    expect(item.formFaults).toEqual(['The answer states no confidence.']);
    const declined = scored(OPEN, without('Unknown'));
    expect(declined.abstained).toBe(true);
    expect(declined.formFaults).not.toContain('The answer states no confidence.');
  });

  it('counts citations that resolve to no sentence, in steps and in the differential', () => {
    const sound = scored(OPEN, written({ answer: 'Pneumonia' }));
    expect(sound.citations.resolving).toBe(sound.citations.stated);
    expect(sound.citations.stated).toBeGreaterThanOrEqual(3);
    expect(sound.citations.supported).toBeGreaterThanOrEqual(1);
    const inStep = scored(OPEN, written({ answer: 'Pneumonia', step: 'Chills [9].' }));
    expect(inStep.citations.stated - inStep.citations.resolving).toBe(1);
    const text = written({ answer: 'Pneumonia' }).replace('against: none', 'against: [7]');
    const inLine = scored(OPEN, text);
    expect(inLine.citations.stated - inLine.citations.resolving).toBe(1);
  });

  it("gives the answer of Bayes' rule on what was recognised and on what is known", () => {
    const known = { findings: [], ageYears: 1 };
    const item = scored(
      { ...OPEN, reference: { among: CONDITIONS, known } },
      written({ answer: 'Influenza' }),
    );
    expect(item.bayes?.recognised).toEqual({ answer: 'Pneumonia', correct: true });
    expect(item.bayes?.known?.correct).toBe(false);
  });
});

describe('a case to which the right answer is none', () => {
  const UNANSWERABLE: EvaluationCase = {
    ...OPEN,
    truth: { diagnosis: null },
    isTruth: () => false,
    group: 'too-thin',
  };

  it('is right where the model abstains and wrong where it names anything', () => {
    const silent = scored(UNANSWERABLE, written({ answer: 'Unknown', lines: [] }));
    expect(silent).toMatchObject({
      truth: null,
      group: 'too-thin',
      abstained: true,
      correct: true,
    });
    expect(scored(UNANSWERABLE, written({ answer: 'Pneumonia' }))).toMatchObject({
      abstained: false,
      correct: false,
    });
  });

  it('counts among abstentions, but neither for accuracy nor for calibration', () => {
    const right = scored({ ...OPEN, group: 'triage' }, written({ answer: 'Pneumonia' }));
    const metrics = measure([
      right,
      scored(UNANSWERABLE, written({ answer: 'Pneumonia' })),
      scored(UNANSWERABLE, written({ answer: 'Unknown', lines: [] })),
    ]);
    expect(metrics.top1Open?.value).toBe(1);
    expect(metrics.calibrationErrorOpen?.value).toBeCloseTo(0.2, 12);
    expect(metrics.abstainedAnswerable?.value).toBe(0);
    expect(metrics.abstainedUnanswerable?.value).toBe(0.5);
    expect(metrics['top1 (triage)']?.value).toBe(1);
    expect(metrics['top3 (triage)']?.value).toBe(1);
    expect(metrics['abstained (too-thin)']?.value).toBe(0.5);
    expect(metrics['top1 (too-thin)']).toBeUndefined();
  });
});

describe('measure', () => {
  it('tells the settings apart and leaves out what there was nothing to count for', () => {
    const right = scored(OPEN, written({ answer: 'Pneumonia' }));
    const wrong = scored(OPEN, written({ answer: 'Influenza', lines: ['Croup', 'Pneumonia'] }));
    const metrics = measure([right, wrong]);
    expect(metrics.top1Open?.value).toBe(0.5);
    expect(metrics.top3Open?.value).toBe(1);
    expect(metrics.formValid?.value).toBe(1);
    expect(metrics.citationsResolve?.value).toBe(1);
    expect(metrics.brierOpen?.value).toBeCloseTo((0.2 ** 2 + 0.8 ** 2) / 2, 12);
    expect(metrics.calibrationErrorOpen?.value).toBeCloseTo(0.3, 12);
    expect(Object.keys(metrics).filter((name) => name.endsWith('Options'))).toEqual([]);
    for (const { value, low, high } of Object.values(metrics)) {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
    }
  });
});

describe('evaluate', () => {
  it('counts a patient asked about twice once, and repeats itself', async () => {
    const run = () =>
      evaluate(
        { dataset: 'ddxplus', model: 'none' },
        [OPEN, WITH_OPTIONS],
        {
          explain: async (reading) =>
            explained({ ...OPEN, case: reading.case }, written({ answer: 'Pneumonia' })),
          changed: false,
          signal: new AbortController().signal,
        },
        () => undefined,
      );
    const evaluation = await run();
    expect(evaluation).toMatchObject({ dataset: 'ddxplus', model: 'none', n: 1 });
    expect(evaluation.items.map(({ correct }) => correct)).toEqual([true, true]);
    expect(evaluation.metrics.answerAmongOptions?.value).toBe(1);
    expect(await run()).toEqual(evaluation);
  });

  it('gives what there is when it is stopped', async () => {
    const stop = new AbortController();
    const evaluation = await evaluate(
      { dataset: 'ddxplus', model: 'none' },
      [OPEN, OPEN, OPEN],
      {
        explain: async () => explained(OPEN, written({ answer: 'Pneumonia' })),
        changed: false,
        signal: stop.signal,
      },
      (_, done) => done === 2 && stop.abort(),
    );
    expect(evaluation.items).toHaveLength(2);
  });

  it('asks again about changed cases, and compares what the options say and not their letters', async () => {
    const [first] = WITH_OPTIONS.case.options;
    const evaluation = await evaluate(
      { dataset: 'ddxplus', model: 'none' },
      [OPEN, WITH_OPTIONS],
      {
        explain: async (reading) => {
          const answer = reading.case.options.length > 0 ? 'A' : 'Pneumonia';
          return explained({ ...OPEN, case: reading.case }, written({ answer }));
        },
        changed: true,
        signal: new AbortController().signal,
      },
      () => undefined,
    );
    const [open, withOptions] = evaluation.items;
    expect(withOptions?.option).toBe(first?.letter);
    expect(withOptions?.changed).toEqual([
      { change: 'option order', answer: 'Pneumonia', same: false },
    ]);
    expect(open?.changed).toContainEqual({
      change: 'sentence order',
      answer: 'Pneumonia',
      same: true,
    });
    expect(evaluation.metrics['unchanged (option order)']).toMatchObject({ n: 1, value: 0 });
    expect(evaluation.metrics['unchanged (sentence order)']).toMatchObject({ n: 1, value: 1 });
  });
});
