import { describe, expect, it } from 'vitest';
import { readAnnotatedTraces } from '@/lib/evaluation/audits/annotated-trace';
import { evaluateAudits } from '@/lib/evaluation/audits/evaluate-audits';
import { measureAudits } from '@/lib/evaluation/audits/measure-audits';
import { type ScoredAudit, scoreAudit } from '@/lib/evaluation/audits/score-audit';
import { sampleExplanation } from '@/lib/ledger/sample-run.fixture';

const REASONING =
  'The patient is a 57-year-old woman with a fever. Fever often comes of an infection. She has a cough.';

function spanOf(words: string) {
  const start = REASONING.indexOf(words);
  return { start, end: start + words.length };
}

const ROW = {
  id: 't1',
  case: 'A 75-year-old woman has a fever. She denies cough.',
  reasoning: REASONING,
  plants: [{ kind: 'demographic', ...spanOf('57'), text: '57', original: '75' }],
  natural_errors: [{ ...spanOf('a cough'), why: 'the case denies it' }],
  sentences: [
    {
      ...spanOf('The patient is a 57-year-old woman with a fever.'),
      role: 'problem-representation',
      about_patient: true,
    },
    { ...spanOf('Fever often comes of an infection.'), role: 'knowledge', about_patient: false },
    { ...spanOf('She has a cough.'), role: 'other', about_patient: true },
  ],
};

function annotated(...rows: readonly object[]) {
  const read = readAnnotatedTraces(rows.map((row) => JSON.stringify(row)).join('\n'));
  if (!read.ok) throw new Error(read.fault.message);
  return read.value;
}

function alarmOn(words: string) {
  return {
    check: 'made-up',
    outcome: 'contradicted' as const,
    trace: spanOf(words),
    case: [],
    detail: 'Made up.',
    findings: [],
  };
}

describe('scoring an audit', () => {
  const [trace] = annotated(ROW);
  if (trace === undefined) throw new Error('no trace');
  const silent = { ...sampleExplanation, verdicts: [], steps: [] };

  it('finds an error where an alarm overlaps it, and excuses alarms on sentences with an error', () => {
    const verdicts = [alarmOn('57-year-old'), alarmOn('with a fever')];
    const scored = scoreAudit(trace, { ...silent, verdicts });
    expect(scored.plants).toEqual([{ kind: 'demographic', found: true }]);
    expect(scored.naturalErrors).toEqual({ found: 0, all: 1 });
    expect(scored.falseAlarms).toEqual([]);
  });

  it('counts an alarm on a sound sentence, and no verdict that only supports', () => {
    const supported = { ...alarmOn('57'), outcome: 'supported' as const };
    const scored = scoreAudit(trace, { ...silent, verdicts: [supported, alarmOn('infection')] });
    expect(scored.plants).toEqual([{ kind: 'demographic', found: false }]);
    expect(scored.falseAlarms).toMatchObject([{ check: 'made-up', ...spanOf('infection') }]);
  });

  it('leaves borderline errors out and names the line of what is no trace', () => {
    const [borderline] = annotated({
      ...ROW,
      natural_errors: [{ ...spanOf('a cough'), why: 'borderline: may be meant of the past' }],
    });
    if (borderline === undefined) throw new Error('no trace');
    expect(scoreAudit(borderline, silent).naturalErrors).toEqual({ found: 0, all: 0 });
    const faulty = readAnnotatedTraces(`${JSON.stringify(ROW)}\n{"id": "t2"}`);
    expect(faulty).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('line 2') },
    });
  });
});

describe('the figures', () => {
  const scored = (roles: ScoredAudit['roles'], found: boolean, alarms: number): ScoredAudit => ({
    id: 'x',
    plants: [{ kind: 'number', found }],
    naturalErrors: { found: 0, all: 0 },
    falseAlarms: Array.from({ length: alarms }, () => ({
      start: 0,
      end: 1,
      check: 'c',
      detail: '',
    })),
    correctArithmetic: { flagged: 0, all: 0 },
    roles,
    patient: { right: 1, all: 2 },
  });

  it('are shares, means per trace and a mean of F1 over the annotated roles', () => {
    const metrics = measureAudits([
      scored(
        [
          { given: 'finding', annotated: 'finding' },
          { given: 'finding', annotated: 'plan' },
        ],
        true,
        1,
      ),
      scored([{ given: 'plan', annotated: 'plan' }], false, 0),
    ]);
    expect(metrics.found?.value).toBe(0.5);
    expect(metrics['found (number)']?.value).toBe(0.5);
    expect(metrics['false alarms per trace']?.value).toBe(0.5);
    expect(metrics['patient or not']?.value).toBe(0.5);
    // Both roles: 2 x 1 / (2 + 1).
    expect(metrics['role macro-F1']?.value).toBeCloseTo(2 / 3, 12);
    expect(metrics).not.toHaveProperty('natural errors found');
  });
});

describe('a whole evaluation', () => {
  it('audits each trace and finds an age that differs from the case', () => {
    const evaluation = evaluateAudits('planted-errors', annotated(ROW));
    expect(evaluation).toMatchObject({ dataset: 'planted-errors', model: 'none', n: 1 });
    expect(evaluation.items[0]?.plants).toEqual([{ kind: 'demographic', found: true }]);
    expect(evaluation.metrics['found (demographic)']?.value).toBe(1);
  });
});
