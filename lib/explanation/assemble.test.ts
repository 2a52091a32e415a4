import { describe, expect, it } from 'vitest';
import { auditTrace } from '@/lib/audit/audit';
import { assembleExplanation } from '@/lib/explanation/assemble';
import { INFLUENZA_CASE, readingOf, tokensOf } from '@/lib/explanation/testing';
import { sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';
import { createTraceRecorder } from '@/lib/trace/record-trace';
import {
  BROKEN_OUTPUT,
  COMPLETE_OUTPUT,
  CUT_OUTPUT,
  TEST_MANIFEST,
  UNCLOSED_OUTPUT,
} from '@/lib/trace/testing';
import type { Trace } from '@/lib/trace/trace';

const READING = readingOf(INFLUENZA_CASE, ['Pneumonia', 'Influenza']);

function recorded(text: string, logprobs: Readonly<Record<string, number>> = {}): Trace {
  const recorder = createTraceRecorder({ prompt: '', prefill: '', manifest: TEST_MANIFEST });
  for (const token of tokensOf(text, 4, logprobs)) {
    recorder.push({ type: 'token', token });
  }
  recorder.push({ type: 'stop', reason: 'end', timings: { prefill: 0, decode: 0 } });
  return recorder.record();
}

describe('explaining a run', () => {
  const trace = recorded(COMPLETE_OUTPUT);
  const explanation = assembleExplanation(READING, trace, auditTrace(READING, trace));

  it('gives the answer with where it stands', () => {
    expect(explanation.answer).toMatchObject({
      abstained: false,
      diagnosis: 'Influenza',
      option: 'B',
      probability: 0.84,
    });
  });

  it('shows the problem representation without its title', () => {
    const span = explanation.problemRepresentation;
    expect(span && sliceSpan(trace.text, span)).toBe(
      '34-year-old woman with fever [1], chills [1] and no cough [2].',
    );
  });

  it('turns citations of the differential into spans of the case', () => {
    const [first, second] = explanation.differential;
    expect(first?.for.map((span) => sliceSpan(INFLUENZA_CASE, span))).toEqual([
      'A 34-year-old woman has a fever and chills.',
      'She has muscle pain.',
    ]);
    expect(second?.against.map((span) => sliceSpan(INFLUENZA_CASE, span))).toEqual([
      'She has no cough.',
      'She has muscle pain.',
    ]);
  });

  it('gives the span of a finding that a line of the differential names, each once', () => {
    const line = 'Influenza - for: fever [1]; fever [1]; [4] - against: no cough [2]';
    const said = readTrace(`</think>\n**Differential**:\n1. ${line}\n`);
    const [first] = assembleExplanation(READING, said, auditTrace(READING, said)).differential;
    const words = (side: 'for' | 'against') =>
      first?.[side].map((span) => sliceSpan(INFLUENZA_CASE, span));
    expect(words('for')).toEqual(['fever', 'She has muscle pain.']);
    expect(words('against')).toEqual(['cough']);
  });

  it('gives each step the findings it cites', () => {
    const labels = explanation.steps.map((step) =>
      step.findings.map((index) => explanation.findings[index]?.label),
    );
    expect(labels[0]).toEqual(expect.arrayContaining(['fever', 'no cough']));
    expect(labels[0]).not.toContain('muscle pain');
    expect(labels[1]).toEqual([]);
    expect(labels[3]).toContain('no cough');
    expect(labels[3]).not.toContain('fever');
    expect(explanation.steps[0]?.citations[2]?.case).toEqual(READING.sentences[1]?.span);
  });

  it('names its limits', () => {
    expect(explanation.limits.length).toBeGreaterThan(1);
    expect(explanation.limits.some((limit) => limit.includes('stopped'))).toBe(false);
  });
});

describe('findings that were not used', () => {
  it('lists those that no step and no line of the differential rests on', () => {
    const reading = readingOf('She has a fever. She has no cough. She has a sore throat.');
    const trace = readTrace(
      '<think>\nStep 1: Findings. fever [1].\n</think>\n**Differential**:\n1. Gout - for: [2]; against: none',
    );
    const { unused, findings } = assembleExplanation(reading, trace, auditTrace(reading, trace));
    expect(unused.map((index) => findings[index]?.label)).toEqual(['sore throat']);
  });

  it('lists what stands in a sentence that is cited for something else only', () => {
    const reading = readingOf('She has a fever and has coughed up blood. She has a sore throat.');
    const trace = readTrace(
      '<think>\nStep 1: Findings. fever [1]; sore throat [2].\n</think>\n**Differential**:\n1. Influenza (90%) - for: fever [1]; sore throat [2] - against: none',
    );
    const explanation = assembleExplanation(reading, trace, auditTrace(reading, trace));
    const { unused, findings, omissions } = explanation;
    expect(unused.map((index) => findings[index]?.label)).toEqual(['haemoptysis']);
    expect(omissions.map(({ label }) => label)).toContain('haemoptysis');
  });
});

describe('abstention', () => {
  it('says how the run ended when there is no answer', () => {
    const { answer } = assembleExplanation(READING, readTrace(CUT_OUTPUT), []);
    expect(answer).toMatchObject({ abstained: true });
    expect(answer.reason).toContain('ended without');
    const stopped = { ...recorded(CUT_OUTPUT), stop: 'stopped' as const };
    const explanation = assembleExplanation(READING, stopped, []);
    expect(explanation.answer.reason).toContain('stopped before');
    expect(explanation.limits.some((limit) => limit.includes('stopped early'))).toBe(true);
  });

  it('takes the model at its word when it says that it cannot tell', () => {
    const trace = readTrace('</think>\n**Primary Diagnosis**: Cannot be determined from this\n');
    const { answer } = assembleExplanation(READING, trace, []);
    expect(answer).toMatchObject({ abstained: true });
    expect(answer.reason).toContain('Cannot be determined');
  });
});

describe('uncertainty', () => {
  it('multiplies the probabilities of the tokens that name the answer', () => {
    const trace = recorded(COMPLETE_OUTPUT);
    const naming = trace.tokens.filter(
      ({ span }) => trace.answer && span.start < trace.answer.end && trace.answer.start < span.end,
    );
    const { uncertainty } = assembleExplanation(READING, trace, []);
    expect(naming.length).toBeGreaterThan(2);
    expect(uncertainty.answerProbability).toBeCloseTo(Math.exp(-0.05 * naming.length), 12);
    expect(uncertainty.meanEntropy).toBeCloseTo(0.1, 12);
    expect(uncertainty.hesitations).toEqual([]);
  });

  it('leaves out what rests on numbers that the engine did not give, and says so', () => {
    const trace = recorded(COMPLETE_OUTPUT);
    const without = (from: number) => ({
      ...trace,
      tokens: trace.tokens.map((token) => {
        const { logprob: _, entropy: __, alternatives: ___, ...bare } = token;
        return token.index < from ? token : bare;
      }),
    });
    const none = assembleExplanation(READING, without(0), []);
    expect(none.uncertainty).toEqual({ hesitations: [] });
    expect(none.limits.join(' ')).toContain('gave no probabilities');
    const half = assembleExplanation(READING, without(trace.tokens.length / 2), []);
    expect(half.uncertainty.answerProbability).toBeUndefined();
    expect(half.uncertainty.meanEntropy).toBeCloseTo(0.1, 12);
    expect(half.limits.join(' ')).toMatch(/probabilities for \d\d % of what/);
    const all = assembleExplanation(READING, trace, []);
    expect(all.limits.join(' ')).not.toContain('probabilities');
  });

  it('shows the least certain words whole, each once', () => {
    const text = 'Step 1: Findings. Breathlessness on exertion.';
    const trace = recorded(text, { eath: -2, less: -3, exer: -1, ' on ': -0.6 });
    const { uncertainty } = assembleExplanation(READING, trace, []);
    const words = uncertainty.hesitations.map((hesitation) => sliceSpan(text, hesitation.trace));
    expect(words).toEqual(['Breathlessness', 'exertion']);
    const probabilities = uncertainty.hesitations.map(({ probability }) => probability);
    expect(probabilities).toEqual([Math.exp(-3), Math.exp(-1)]);
  });

  it('is silent about a pasted reasoning', () => {
    const explanation = assembleExplanation(READING, readTrace(BROKEN_OUTPUT), []);
    expect(explanation.uncertainty).toEqual({ hesitations: [] });
    expect(explanation.trace).toMatchObject({ model: 'pasted', stop: 'end' });
    expect(explanation.manifest).toBeUndefined();
  });
});

describe('citations that resolve to nothing', () => {
  it('keeps them in the step, without a span of the case', () => {
    const { steps } = assembleExplanation(READING, readTrace(BROKEN_OUTPUT), []);
    expect(
      steps[0]?.citations.map(({ sentence, case: cited }) => [sentence, cited !== undefined]),
    ).toEqual([
      [2, true],
      [1, true],
      [9, false],
    ]);
  });

  it('explains an output whose thinking was never closed', () => {
    const { answer, steps } = assembleExplanation(READING, readTrace(UNCLOSED_OUTPUT), []);
    expect(answer.diagnosis).toBe('Pericarditis');
    expect(steps).toHaveLength(2);
  });
});

describe('what the reasoning leaves open', () => {
  const NOTE =
    'A 58-year-old woman has sudden shortness of breath and sharp chest pain that is worse on breathing in. She had surgery within the past month. Her left calf is swollen. She coughed up blood this morning. Oxygen saturation is 89%.';

  function explained(caseText: string, traceText: string) {
    const reading = readingOf(caseText);
    const trace = readTrace(traceText);
    return assembleExplanation(reading, trace, auditTrace(reading, trace));
  }

  it('lists what was not said, dangerous conditions first', () => {
    const { omissions } = explained(NOTE, 'The woman has chest pain. It may be a broken rib.');
    expect(omissions[0]).toMatchObject({
      kind: 'cant-miss-not-mentioned',
      label: 'Pulmonary embolism',
    });
    expect(omissions.some(({ label }) => label.startsWith('oxygen saturation'))).toBe(true);
  });

  it('gives a second reading of a case within the conditions, and none of another, with the reason', () => {
    const within = explained(NOTE, 'It may be a broken rib.');
    expect(within.secondReading?.opinions[0]?.name).toBe('Pulmonary embolism');
    expect(within.limits.join()).not.toContain('no second reading');
    const outside = explained('Which drug inhibits the synthesis of the cell wall?', 'Penicillin.');
    expect(outside.secondReading).toBeUndefined();
    expect(outside.limits.join()).toContain('no second reading');
  });

  it('lays the reasoning against the frameworks', () => {
    const { rubrics } = explained(NOTE, 'The woman has chest pain. It may be a broken rib.');
    expect(rubrics.map(({ id }) => id)).toEqual(['problem-representation', 'idea', 'time-out']);
  });
});
