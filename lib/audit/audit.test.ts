import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditTrace, createAudit } from '@/lib/audit/audit';
import { type Check, verdictOnSpans } from '@/lib/audit/check';
import { CHECKS } from '@/lib/audit/checks';
import type { VerdictOutcome } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';
import { type Span, sliceSpan } from '@/lib/text/span';
import { createTraceReader, readTrace } from '@/lib/trace/read-trace';
import {
  BROKEN_OUTPUT,
  COMPLETE_OUTPUT,
  CONVERSATIONAL_OUTPUT,
  CUT_OUTPUT,
  REAL_TRACES_PRESENT,
  realTraces,
  UNCLOSED_OUTPUT,
} from '@/lib/trace/testing';

const CASE =
  'A 34-year-old woman has a fever and chills. She has no cough. There is no swelling of her calves. She has muscle pain.';

function read(text: string, options: readonly string[] = []): CaseReading {
  const parsed = parseCase({
    text,
    ...(options.length === 0 ? {} : { question: 'Which?' }),
    options: options.map((option, index) => ({ letter: 'ABCDEF'.charAt(index), text: option })),
  });
  if (!parsed.ok) {
    throw new Error(parsed.fault.message);
  }
  return readCase(parsed.value);
}

function verdictsOf(check: string, output: string, reading = read(CASE)) {
  return auditTrace(reading, readTrace(output))
    .filter((verdict) => verdict.check === check)
    .map((verdict): [VerdictOutcome, string] => [
      verdict.outcome,
      sliceSpan(output, verdict.trace),
    ]);
}

describe('citations', () => {
  const inStep = (text: string) => `<think>\nStep 1: Evidence for Influenza. ${text}\n</think>`;

  it.each([
    ['fever [1]', 'supported'],
    ['no cough [2]', 'supported'],
    ['muscle pain [4]', 'supported'],
    ['34-year-old woman [1]', 'supported'],
    ['cough [2]', 'contradicted'],
    ['no fever [1]', 'contradicted'],
    ['a 43-year-old woman [1]', 'contradicted'],
    ['fever [9]', 'not-in-case'],
    ['fever [0]', 'not-in-case'],
    ['diarrhoea [2]', 'not-in-case'],
    ['fever [4]', 'cannot-tell'],
    ['something else altogether [2]', 'cannot-tell'],
  ] satisfies [string, VerdictOutcome][])('judges “%s” as %s', (words, outcome) => {
    expect(verdictsOf('citations', inStep(`${words}.`))).toEqual([[outcome, words]]);
  });

  it('says where the case has what the cited sentence does not', () => {
    const [verdict] = auditTrace(read(CASE), readTrace(inStep('fever [4].')));
    expect(verdict?.detail).toContain('sentence 1 does');
    expect(verdict?.case).toHaveLength(1);
  });

  it('judges each citation of a sentence by its own words, with the negation that reaches it', () => {
    const reading = read('She has no fever. She has no cough. She has no chills.');
    const outcomes = verdictsOf(
      'citations',
      inStep('no fever [1], cough [2] or chills [3].'),
      reading,
    );
    expect(outcomes.map(([outcome]) => outcome)).not.toContain('contradicted');
    expect(outcomes[0]).toEqual(['supported', 'no fever [1]']);
    expect(outcomes[1]).toEqual(['supported', 'cough [2]']);
  });

  it('judges every citation in a bracket', () => {
    const outcomes = verdictsOf('citations', inStep('fever and muscle pain [1, 4].'));
    expect(outcomes.map(([outcome]) => outcome)).toEqual(['supported', 'supported']);
  });

  it('looks at the lines of the differential too', () => {
    const output = '</think>\n**Differential**:\n1. Influenza (80%) - for: [1] [7]; against: none';
    expect(verdictsOf('citations', output)).toEqual([['not-in-case', '[7]']]);
  });

  it('bears out every label of the vocabulary, present and absent, when the sentence has it', () => {
    const base = read('Something is said here.');
    for (const concept of CONCEPTS) {
      for (const polarity of ['present', 'absent'] as const) {
        const label = polarity === 'present' ? concept.label : concept.absentLabel;
        const finding = {
          concept: concept.id,
          label,
          polarity,
          span: { start: 0, end: 9 },
          sentence: 1,
        };
        const outcomes = verdictsOf('citations', inStep(`${label} [1].`), {
          ...base,
          findings: [finding],
        });
        expect(outcomes, label).toEqual([['supported', `${label} [1]`]]);
      }
    }
  });
});

describe('statements about the patient', () => {
  it.each([
    ['The patient has a fever.', 'supported', 'fever'],
    ['She denies a cough.', 'supported', 'cough'],
    ['She has a cough.', 'contradicted', 'has a cough'],
    ['She has diarrhoea as well.', 'not-in-case', 'diarrhoea'],
    ['She has no diarrhoea.', 'cannot-tell', 'diarrhoea'],
  ] satisfies [string, VerdictOutcome, string][])('judges “%s” as %s', (text, outcome, words) => {
    expect(verdictsOf('patient-statements', text)).toEqual([[outcome, words]]);
  });

  it.each([
    'Pneumonia typically causes a cough.',
    'If she had a cough, I would think of bronchitis.',
    'Does she have a cough?',
    'A cough would be expected in her.',
    'Patients with pneumonia have a cough and diarrhoea.',
    'Her father, 61 years old, is well.',
    'This fits.',
  ])('says nothing about “%s”', (text) => {
    expect(verdictsOf('patient-statements', text)).toEqual([]);
  });

  it('looks at findings that a structured step lists without citing them', () => {
    const output = '<think>\nStep 3: Evidence for Influenza. fever; cough.\n</think>';
    expect(verdictsOf('patient-statements', output)).toEqual([
      ['supported', 'fever'],
      ['contradicted', 'cough'],
    ]);
  });
});

describe('form', () => {
  const options = ['Pneumonia', 'Influenza', 'Acute gout (podagra)'];
  const outcomes = (output: string, reading: CaseReading) =>
    verdictsOf('form', output, reading).map(([outcome]) => outcome);

  it('is held by a complete output', () => {
    expect(outcomes(COMPLETE_OUTPUT, read(CASE, options))).toEqual([
      'supported',
      'supported',
      'supported',
      'supported',
    ]);
  });

  it('is broken by an unclosed thinking section and by a missing answer', () => {
    expect(outcomes(UNCLOSED_OUTPUT, read(CASE))).toEqual([
      'contradicted',
      'supported',
      'supported',
    ]);
    expect(outcomes(CUT_OUTPUT, read(CASE))).toEqual(['contradicted', 'supported', 'contradicted']);
    expect(outcomes('She has a fever. It may be flu.', read(CASE)).at(-1)).toBe('cannot-tell');
    expect(outcomes('', read(CASE))).toEqual(['cannot-tell', 'contradicted', 'contradicted']);
  });

  it.each([
    ['B) Influenza', 'supported'],
    ['B', 'supported'],
    ['influenza', 'supported'],
    ['Influenza with secondary sinusitis', 'supported'],
    ['C) Acute gout', 'supported'],
    ['D) Sarcoidosis', 'contradicted'],
    ['B) Pneumonia', 'contradicted'],
    ['Sarcoidosis', 'contradicted'],
  ] satisfies [string, VerdictOutcome][])('judges the answer “%s” as %s', (answer, outcome) => {
    const output = `<think>\nStep 1: Findings. Fever.\n</think>\n**Primary Diagnosis**: ${answer}`;
    expect(outcomes(output, read(CASE, options)).at(-1)).toBe(outcome);
  });
});

describe('the audit as a whole', () => {
  const texts = [
    COMPLETE_OUTPUT,
    BROKEN_OUTPUT,
    CUT_OUTPUT,
    UNCLOSED_OUTPUT,
    CONVERSATIONAL_OUTPUT,
    ...realTraces()
      .slice(0, 3)
      .map(({ reasoning }) => reasoning),
  ];

  it('gives the same verdicts step by step as at once, and only ever adds to them', () => {
    const reading = read(CASE, ['Pneumonia', 'Influenza']);
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.integer({ min: 1, max: 200 }), (text, size) => {
        const reader = createTraceReader();
        const audit = createAudit(reading);
        let before = audit.update(reader.snapshot());
        for (let start = 0; start < text.length; start += size) {
          reader.push(text.slice(start, start + size));
          const now = audit.update(reader.snapshot());
          expect(now.slice(0, before.length)).toEqual(before);
          before = now;
        }
        reader.finish();
        const concluded = audit.conclude(reader.snapshot());
        expect(concluded.slice(0, before.length)).toEqual(before);
        expect(concluded).toEqual(auditTrace(reading, readTrace(text)));
      }),
      { numRuns: 30 },
    );
  });

  it('lets a check remember earlier steps, each audit by itself', () => {
    const counting: Check = {
      id: 'counting',
      title: 'Counting',
      begin: () => {
        let steps = 0;
        const say = (span: Span) =>
          verdictOnSpans('counting', 'cannot-tell', span, [], String(steps));
        return {
          inspect: ({ step }) => {
            steps += 1;
            return [say(step)];
          },
          conclude: () => [say({ start: 0, end: 0 })],
        };
      },
    };
    const trace = readTrace('<think>\nStep 1: Findings. Fever.\nStep 2: Plan. Rest.\n</think>');
    for (let audits = 0; audits < 2; audits += 1) {
      const details = createAudit(read(CASE), [counting])
        .conclude(trace)
        .map(({ detail }) => detail);
      expect(details).toEqual(['1', '2', '2']);
    }
  });

  it('has checks with distinct ids', () => {
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
  });
});

describe.skipIf(!REAL_TRACES_PRESENT)('real chains of thought (skipped without ../shared)', () => {
  it('are audited without error, with every span where it belongs and hardly an alarm', () => {
    let alarms = 0;
    for (const trace of realTraces()) {
      const reading = read(trace.case);
      for (const verdict of auditTrace(reading, readTrace(trace.reasoning))) {
        expect(verdict.trace.end, trace.id).toBeLessThanOrEqual(trace.reasoning.length);
        for (const span of verdict.case) {
          expect(span.end, trace.id).toBeLessThanOrEqual(trace.case.length);
        }
        const isAlarm = verdict.outcome === 'contradicted' || verdict.outcome === 'not-in-case';
        alarms += verdict.check !== 'form' && isAlarm ? 1 : 0;
      }
    }
    // These traces are sound but for a few slips: one alarm in ten of them would already be too many to be believed.
    expect(alarms).toBeLessThan(realTraces().length / 10);
  });
});
