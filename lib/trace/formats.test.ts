import { describe, expect, it } from 'vitest';
import { sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';

interface Format {
  readonly model: string;
  readonly text: string;
}

/** One answer in the forms that reasoning models give it. */
const FORMATS: readonly Format[] = [
  {
    model: 'DeepSeek-R1',
    text: '<think>\nOkay, the knee is hot and swollen. That sounds like gout.\n</think>\n\nThe answer is **B**.',
  },
  {
    model: 'Qwen3 with the opening tag in the prompt',
    text: 'Okay, the knee is hot and swollen. That sounds like gout.\n</think>\n\n**Answer: B**',
  },
  {
    model: 'HuatuoGPT-o1',
    text: '## Thinking\n\nOkay, the knee is hot and swollen. That sounds like gout.\n\n## Final Response\n\nThe answer is (B).',
  },
  {
    model: 'gpt-oss',
    text: '<|channel|>analysis<|message|>The knee is hot and swollen. That sounds like gout.<|end|><|start|>assistant<|channel|>final<|message|>Answer: B<|return|>',
  },
  {
    model: 'Gemma 4',
    text: '<|channel>thought\nThe knee is hot and swollen. That sounds like gout.\n<channel|>The correct answer is B.<turn|>',
  },
  {
    model: 'MedGemma',
    text: '<unused94>thought\nThe knee is hot and swollen. That sounds like gout.<unused95>The correct answer is **(B)**.<end_of_turn>',
  },
  {
    model: 'Magistral',
    text: '[THINK]The knee is hot and swollen. That sounds like gout.[/THINK]\\boxed{B}',
  },
  {
    model: 'a model that answers in JSON',
    text: '<think>The knee is hot and swollen. That sounds like gout.</think>\n```json\n{"answer": "B", "confidence": 0.8}\n```',
  },
  {
    model: 'a model with answer tags',
    text: '<reasoning>The knee is hot and swollen. That sounds like gout.</reasoning><answer>(B)</answer>',
  },
];

describe('the forms of many models', () => {
  it.each(FORMATS)('reads thinking and answer of $model', ({ text }) => {
    const reading = readTrace(text);
    const [thinking, answer] = reading.channels;
    expect(reading.channels.map(({ channel }) => channel)).toEqual(['thinking', 'answer']);
    expect(thinking && sliceSpan(text, thinking).trim()).toMatch(/^(Okay|The knee).*gout\.$/s);
    expect(answer && sliceSpan(text, answer)).not.toMatch(/<|\[\/?THINK/);
    expect(reading.thinkingClosed).toBe(true);
    expect(reading.answer?.option).toBe('B');
    expect(reading.steps[0] && sliceSpan(text, reading.steps[0])).toMatch(/swollen/);
  });

  it('keeps what only looks like a mark', () => {
    const text = 'A <|channel|>analytic<|mess and [THIN] and <<think of it.';
    const reading = readTrace(text);
    expect(reading.channels.map((span) => sliceSpan(text, span))).toEqual([text]);
    expect(sliceSpan(text, { start: 0, end: reading.steps.at(-1)?.end ?? 0 })).toBe(text);
  });

  it('reads numbered, headed and listed Markdown as steps', () => {
    const text =
      '### 1. Findings\nThe knee is hot.\n\n### 2. Differential considerations\n- Gout is possible with such a joint\n- Septic arthritis must be ruled out\n\n### 3. Plan\n### 4. Treatment\n1. Aspirate the joint\n2. Give colchicine';
    const reading = readTrace(text);
    expect(reading.steps.map((step) => sliceSpan(text, step))).toEqual([
      '### 1. Findings\nThe knee is hot.',
      '### 2. Differential considerations\n- Gout is possible with such a joint',
      '- Septic arthritis must be ruled out',
      '### 3. Plan',
      '### 4. Treatment\n1. Aspirate the joint',
      '2. Give colchicine',
    ]);
    expect(reading.steps.map(({ roles }) => roles[0])).toEqual([
      'finding',
      'hypothesis',
      'hypothesis',
      'plan',
      'plan',
      'plan',
    ]);
  });

  it.each([
    ['{"answer": "C"}', { option: 'C' }],
    [
      '{\n  "final_answer": "C",\n  "diagnosis": "Gout",\n  "confidence": 0.7\n}',
      { option: 'C', diagnosis: 'Gout', probability: 0.7 },
    ],
    ['Final Answer: C', { option: 'C' }],
    ['Final diagnosis: acute gout', { diagnosis: 'acute gout' }],
    ['(C)', { option: 'C' }],
    ['**C**', { option: 'C' }],
    ['I would go with option C here.', { option: 'C' }],
    ['C is the correct answer.', { option: 'C' }],
    [
      "So, I'd say, considering everything, acute gout is a reasonable conclusion.",
      { diagnosis: 'acute gout' },
    ],
    [
      'All in all, this is most likely acute gout, given the crystals.',
      { diagnosis: 'acute gout' },
    ],
    ['Acute gout seems like the most straightforward diagnosis.', { diagnosis: 'Acute gout' }],
    ['So, with the crystals in mind, acute gout fits like a glove.', { diagnosis: 'acute gout' }],
  ])('reads the answer of %j', (text, answer) => {
    expect(readTrace(`<think>Let me see.</think>\n${text}`).answer).toMatchObject(answer);
  });

  it.each([
    'It is likely related to her diet.',
    'This is definitely interesting.',
    'Gout is the least likely diagnosis.',
    'If gout is the culprit, we would see crystals.',
    'That is the question.',
  ])('takes %j for no answer', (text) => {
    expect(readTrace(`<think>Let me see.</think>\n${text}`).answer).toBeUndefined();
  });
});

describe('steps of conversational prose', () => {
  it('puts sentences of one role together and parts them where the role changes', () => {
    const text =
      'Okay. We have a 74-year-old woman with chest pain. Her blood pressure is 90/60 and her pulse is 120. She also has a fever. Could it be sepsis or a pulmonary embolism? We should check her lactate and get a CT scan right away.';
    const reading = readTrace(text);
    expect(reading.steps.map((step) => sliceSpan(text, step))).toEqual([
      'Okay. We have a 74-year-old woman with chest pain.',
      'Her blood pressure is 90/60 and her pulse is 120. She also has a fever.',
      'Could it be sepsis or a pulmonary embolism?',
      'We should check her lactate and get a CT scan right away.',
    ]);
    expect(reading.steps.map(({ roles }) => roles[0])).toEqual([
      'problem representation',
      'finding',
      'hypothesis',
      'plan',
    ]);
  });

  it('ends no sentence at an abbreviation, an initial, or three dots', () => {
    const text =
      'Her culture grew S. aureus vs. E. coli, e.g. from the skin... which is common. Wait, the cultures were negative.';
    expect(readTrace(text).steps.map((step) => sliceSpan(text, step).slice(0, 5))).toEqual([
      'Her c',
      'Wait,',
    ]);
  });

  it('opens a step where the model turns back, inside a numbered step too', () => {
    const text =
      'Step 1: Findings. The patient has a fever of 39 and a stiff neck. Hold on, the neck was supple on examination.';
    expect(readTrace(text).steps.map((step) => sliceSpan(text, step).slice(0, 7))).toEqual([
      'Step 1:',
      'Hold on',
    ]);
  });
});
