import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from '@/lib/engine/engine';
import { sliceSpan } from '@/lib/text/span';
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
import type { TraceReading } from '@/lib/trace/trace';

/** With the u flag a pair is one code point, so this matches only a half without its other half. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function stepTexts(reading: TraceReading): readonly string[] {
  return reading.steps.map((step) => sliceSpan(reading.text, step));
}

describe('the form of the embedded model', () => {
  const reading = readTrace(COMPLETE_OUTPUT);

  it('separates thinking from answer', () => {
    expect(reading.channels.map(({ channel }) => channel)).toEqual(['thinking', 'answer']);
    const [thinking, answer] = reading.channels.map((span) => sliceSpan(reading.text, span));
    expect(thinking?.trim().startsWith('Step 1:')).toBe(true);
    expect(thinking?.trim().endsWith('is most likely.')).toBe(true);
    expect(answer?.trim().startsWith('## Clinical Assessment')).toBe(true);
    expect(reading.thinkingClosed).toBe(true);
  });

  it('reads steps with title, role and citations', () => {
    expect(reading.steps.map(({ title, roles }) => [title, ...roles])).toEqual([
      ['Problem representation', 'problem representation'],
      ['Hypotheses', 'hypothesis'],
      ['Evidence for Influenza', 'evidence for'],
      ['Evidence against Bronchitis', 'evidence against'],
      ['Safety check', 'safety check'],
      ['Conclusion', 'conclusion'],
      ['Reasoning', 'evidence for'],
      ['Next step', 'plan'],
    ]);
    const first = reading.steps[0];
    expect(first?.citations.map(({ sentence }) => sentence)).toEqual([1, 1, 2]);
    expect(first?.citations.map((span) => sliceSpan(reading.text, span))).toEqual([
      '[1]',
      '[1]',
      '[2]',
    ]);
    expect(reading.steps.every(({ closed }) => closed)).toBe(true);
  });

  it('reads the answer with its probability and where it stands', () => {
    expect(reading.answer).toMatchObject({
      option: 'B',
      diagnosis: 'Influenza',
      probability: 0.84,
    });
    expect(reading.answer && sliceSpan(reading.text, reading.answer)).toBe('B) Influenza');
  });

  it('reads the differential with its citations', () => {
    const items = reading.differential.map((item) => ({
      name: item.name,
      probability: item.probability,
      for: item.for.map(({ sentence }) => sentence),
      against: item.against.map(({ sentence }) => sentence),
    }));
    expect(items).toEqual([
      { name: 'Influenza', probability: 0.84, for: [1, 4], against: [] },
      { name: 'Pneumonia', probability: 0.11, for: [1], against: [2, 4] },
    ]);
  });
});

describe('broken outputs', () => {
  it('says that thinking was not closed and reads the answer all the same', () => {
    const reading = readTrace(UNCLOSED_OUTPUT);
    expect(reading.thinkingClosed).toBe(false);
    expect(reading.answer?.diagnosis).toBe('Pericarditis');
    expect(reading.steps).toHaveLength(2);
  });

  it('keeps what was said before a cut', () => {
    const reading = readTrace(CUT_OUTPUT);
    expect(reading.thinkingClosed).toBe(false);
    expect(reading.answer).toBeUndefined();
    expect(stepTexts(reading).at(-1)).toBe('Step 3: Evidence for Peri');
    expect(reading.steps[0]?.citations.map((span) => sliceSpan(reading.text, span))).toEqual([
      '1',
      '2',
    ]);
  });

  it('takes no bracket that is broken over two lines for a citation', () => {
    const reading = readTrace('<thin\r\nk>Sudden dyspnoea [1\r\n] after surgery [2].');
    expect(reading.steps.flatMap(({ citations }) => citations.map((one) => one.sentence))).toEqual([
      2,
    ]);
  });

  it('takes the last statement of the answer, and splits a numbered step where the model turns back', () => {
    const reading = readTrace(BROKEN_OUTPUT);
    expect(reading.answer).toMatchObject({ option: 'A', diagnosis: 'Pneumonia', probability: 0.4 });
    const turn = reading.steps.find((step) => step.roles.includes('self-correction'));
    expect(turn && sliceSpan(reading.text, turn).startsWith('Wait,')).toBe(true);
    expect(turn?.citations.map(({ sentence }) => sentence)).toEqual([2, 1, 2, 3]);
  });

  it('reads nothing out of nothing', () => {
    expect(readTrace('')).toMatchObject({ steps: [], channels: [], differential: [] });
    expect(readTrace('<think>\n\n</think>\n').channels).toEqual([]);
  });
});

describe('texts of other models', () => {
  it('takes a text without marks as thinking, split at discourse boundaries', () => {
    const reading = readTrace(CONVERSATIONAL_OUTPUT);
    expect(reading.channels.map(({ channel }) => channel)).toEqual(['thinking']);
    expect(stepTexts(reading).map((text) => text.slice(0, 12))).toEqual([
      'Okay, so we ',
      "Hmm. Let's s",
      'But he doesn',
      'Wait, the ne',
      '- constricti',
      '- right hear',
      'So the answe',
    ]);
    expect(reading.answer?.option).toBe('C');
  });

  it("reads HuatuoGPT's two headings", () => {
    const reading = readTrace('## Thinking\n\nIt is A, maybe.\n\n## Final Response\n\nIt is not.');
    expect(
      reading.channels.map((span) => [span.channel, sliceSpan(reading.text, span).trim()]),
    ).toEqual([
      ['thinking', 'It is A, maybe.'],
      ['answer', 'It is not.'],
    ]);
    expect(reading.thinkingClosed).toBe(true);
  });

  it('tolerates a missing opening tag, and drops what was only thought', () => {
    const reading = readTrace('The answer is C, I think.\n</think>\n\nI cannot tell.');
    expect(reading.channels.map(({ channel }) => channel)).toEqual(['thinking', 'answer']);
    expect(reading.answer).toBeUndefined();
  });

  it("follows the engine's channels rather than the text", () => {
    const reader = createTraceReader();
    reader.push('## Final Response of the labs', 'thinking');
    reader.push('\nnormal.', 'thinking');
    reader.push('**Answer**: B', 'answer');
    reader.finish();
    const reading = reader.snapshot();
    expect(reading.channels.map((span) => [span.channel, sliceSpan(reading.text, span)])).toEqual([
      ['thinking', '## Final Response of the labs\nnormal.'],
      ['answer', '**Answer**: B'],
    ]);
    expect(reading.answer?.option).toBe('B');
  });

  it.each([
    ['\\boxed{C}', { option: 'C' }],
    ['So the final answer is \\boxed{\\text{Gout}}.', { diagnosis: 'Gout' }],
    ['**Answer**: B', { option: 'B' }],
    ['**Final Diagnosis:** Acute gout (71%)', { diagnosis: 'Acute gout', probability: 0.71 }],
    ['### Final Answer\nC. Heart failure', { option: 'C', diagnosis: 'Heart failure' }],
    ['### Final Diagnosis\n\n**Acute gout**\n\nMore.', { diagnosis: 'Acute gout' }],
    ['**Primary Diagnosis**:\n- Acute gout\n## Plan\nRest.', { diagnosis: 'Acute gout' }],
    ['The answer is C.', { option: 'C' }],
    ['Therefore, the correct answer is (D).', { option: 'D' }],
    ['Option B is the most appropriate choice here.', { option: 'B' }],
    ['The most likely diagnosis is **acute gout**, as said.', { diagnosis: 'acute gout' }],
    ['The diagnosis is acute gout because of the crystals.', { diagnosis: 'acute gout' }],
    [
      '**Primary Diagnosis**: No diagnosis can be given: too little is known',
      { diagnosis: 'No diagnosis can be given: too little is known' },
    ],
    ['**Primary Diagnosis**: Acute gout given the crystals', { diagnosis: 'Acute gout' }],
    ['**Diagnosis**: Gout\n**Answer**: B', { option: 'B', diagnosis: 'Gout' }],
  ])('reads the answer of %j', (text, answer) => {
    expect(readTrace(`<think>Let me see.</think>\n${text}`).answer).toMatchObject(answer);
  });

  it('takes no heading for a value that was left out', () => {
    const reading = readTrace(
      '</think>\n**Primary Diagnosis**:\n## Plan\nRest and fluids for a week.',
    );
    expect(reading.answer).toBeUndefined();
    expect(reading.steps[0]).toMatchObject({ title: 'Plan', roles: ['plan'] });
  });

  it('drops the diagnosis of an option that was given up', () => {
    const reading = readTrace('</think>\n**Answer**: B) Gout\n**Answer**: C');
    expect(reading.answer?.option).toBe('C');
    expect(reading.answer?.diagnosis).toBeUndefined();
  });

  it('reads a numbered list under a heading as the differential, with its reasons as steps', () => {
    const reading = readTrace(
      '</think>\n## Differential Diagnosis\n\n1. **Acute gout** (60%): sudden swelling of one toe\n2. Cellulitis\n\nThat is all.',
    );
    expect(reading.differential.map(({ name, probability }) => [name, probability])).toEqual([
      ['Acute gout', 0.6],
      ['Cellulitis', undefined],
    ]);
    expect(reading.steps[0]?.roles).toEqual(['hypothesis']);
    expect(reading.steps).toHaveLength(2);
  });
});

describe('incremental reading', () => {
  const texts = [
    COMPLETE_OUTPUT,
    UNCLOSED_OUTPUT,
    CUT_OUTPUT,
    BROKEN_OUTPUT,
    CONVERSATIONAL_OUTPUT,
    ...realTraces()
      .filter((_, index) => index % 16 === 0)
      .map(
        ({ reasoning, response }) =>
          `## Thinking\n\n${reasoning}\n\n## Final Response\n\n${response}`,
      ),
  ];
  const fragment = fc.constantFrom(
    '<think>',
    '</think>',
    '<thi',
    '<',
    '## Thinking\n',
    '## Final Response\n',
    '## Clinical Assessment\n',
    'Step 1: ',
    'Step 2: Hypotheses. ',
    'Differential\n',
    '**Differential**:\n',
    '1. Gout (4%) - for: [1]; against: none\n',
    '- ',
    '1) ',
    '**Primary Diagnosis**: ',
    '**Answer**: B',
    '\\boxed{C}',
    'The answer is D. ',
    '[1]',
    '[1, 2-4]',
    '[',
    'Wait, no. ',
    'Okay. ',
    'so',
    'but the fever was there all along, and nobody asked. ',
    '\n',
    '\n\n',
    '  ',
    '---\n',
    '**',
    '#',
    '🫀',
    '\ud83e',
    'é',
    '84%',
    '**Confidence**: ',
    '### Plan\n',
  );
  const anyText = fc.oneof(
    { weight: 3, arbitrary: fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.constantFrom(...texts) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  );

  function pieces(text: string, cuts: readonly number[]): readonly string[] {
    const at = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
    return [0, ...at].map((start, index) => text.slice(start, at[index] ?? text.length));
  }

  it('gives the same reading in any chunking, at every chunk and at the end', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(), { maxLength: 12 }), (text, cuts) => {
        const reader = createTraceReader();
        let read = '';
        for (const piece of pieces(text, cuts)) {
          reader.push(piece);
          read += piece;
          const whole = createTraceReader();
          whole.push(read);
          expect(reader.snapshot()).toEqual(whole.snapshot());
        }
        reader.finish();
        expect(reader.snapshot()).toEqual(readTrace(text));
      }),
      { numRuns: 150 },
    );
  });

  it('follows hints in any chunking', () => {
    const section = fc.record({
      text: anyText,
      channel: fc.constantFrom<Channel>('thinking', 'answer'),
    });
    fc.assert(
      fc.property(fc.array(section, { maxLength: 4 }), fc.nat({ max: 20 }), (sections, size) => {
        const whole = createTraceReader();
        const split = createTraceReader();
        for (const { text, channel } of sections) {
          whole.push(text, channel);
          for (let start = 0; start < text.length; start += size + 1) {
            split.push(text.slice(start, start + size + 1), channel);
          }
        }
        whole.finish();
        split.finish();
        expect(split.snapshot()).toEqual(whole.snapshot());
      }),
      { numRuns: 60 },
    );
  });

  it('never changes a step that it called closed, and leaves older snapshots as they were', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reader = createTraceReader();
        const snapshots = [...text].map((character) => {
          reader.push(character);
          return reader.snapshot();
        });
        reader.finish();
        const final = reader.snapshot();
        for (const snapshot of snapshots) {
          expect(snapshot.steps.slice(0, snapshot.closedSteps)).toEqual(
            final.steps.slice(0, snapshot.closedSteps),
          );
          expect(snapshot.steps.filter(({ closed }) => closed)).toHaveLength(snapshot.closedSteps);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives the text of closed steps as it stands in the whole text', () => {
    const text = texts.join('\n\n').repeat(3);
    const reader = createTraceReader();
    const seen: string[] = [];
    for (let start = 0; start < text.length; start += 97) {
      reader.push(text.slice(start, start + 97));
      const { lastClosed } = reader.snapshot();
      seen.push(...(lastClosed?.since(seen.length).map((closed) => closed.text) ?? []));
    }
    const { steps, closedSteps } = reader.snapshot();
    expect(seen).toEqual(steps.slice(0, closedSteps).map((step) => sliceSpan(text, step)));
  });

  it('keeps every span inside the text, in order, with a role for every step and no broken character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readTrace(text);
        let last = 0;
        for (const step of reading.steps) {
          expect(step.start).toBeGreaterThanOrEqual(last);
          expect(step.end).toBeGreaterThan(step.start);
          expect(step.end).toBeLessThanOrEqual(text.length);
          expect(step.roles.length).toBeGreaterThan(0);
          for (const citation of step.citations) {
            expect(citation.start).toBeGreaterThanOrEqual(step.start);
            expect(citation.end).toBeLessThanOrEqual(step.end);
          }
          if (!LONE_SURROGATE.test(text)) {
            expect(sliceSpan(text, step)).not.toMatch(LONE_SURROGATE);
          }
          last = step.end;
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe.skipIf(!REAL_TRACES_PRESENT)('real chains of thought (skipped without ../shared)', () => {
  it('gives several steps for each, and covers nearly all of the text', () => {
    for (const { id, reasoning } of realTraces()) {
      const reading = readTrace(reasoning);
      const covered = reading.steps.reduce((sum, step) => sum + step.end - step.start, 0);
      expect(reading.steps.length, id).toBeGreaterThanOrEqual(3);
      expect(covered / reasoning.length, id).toBeGreaterThan(0.9);
    }
  });
});
