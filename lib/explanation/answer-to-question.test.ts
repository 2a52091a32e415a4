import { describe, expect, it } from 'vitest';
import { EMBEDDED_ID } from '@/lib/engine/catalogue/embedded-id';
import { QUESTION_TITLE } from '@/lib/engine/prompt/embedded-form';
import { sliceSpan } from '@/lib/text/span';
import { answerToQuestion, lookedUpSpan } from './answer-to-question';

const BEFORE = '### Conclusion\nAsthma.\n';
const STEP = `### ${QUESTION_TITLE}\nA short-acting beta agonist.`;
const text = `${BEFORE}${STEP}`;
const steps = [
  { start: 0, end: BEFORE.length, title: 'Conclusion' },
  { start: BEFORE.length, end: text.length, title: QUESTION_TITLE },
];

describe('the answer to a question for more than the diagnosis', () => {
  it('is the body of its step where the embedded model gives it, and looked up from there on', () => {
    const asked = { steps, trace: { text, model: EMBEDDED_ID } };
    const answer = answerToQuestion(asked);
    expect(answer && sliceSpan(text, answer)).toContain('A short-acting beta agonist');
    expect(lookedUpSpan(asked)).toEqual({ start: BEFORE.length, end: text.length });
  });

  it("is another model's own under the same title", () => {
    const asked = { steps, trace: { text, model: 'gazal-r1' } };
    expect(answerToQuestion(asked)).toBeUndefined();
    expect(lookedUpSpan(asked)).toBeUndefined();
  });
});
