import { describe, expect, it } from 'vitest';
import { createTraceReader, readTrace } from '@/lib/trace/read-trace';

/** A line of a megabyte: what is quadratic in it does not come to an end within the time of a test. */
const LENGTH = 1_000_000;
/** Of very short lines or sentences, of which each costs as much as a long one. */
const MANY = 100_000;
const TIMEOUT = 120_000;
/** A step ends with the first sentence beyond its longest length; no sentence is read in pieces longer than 1000. */
const LONGEST_STEP = 6000 + 1100;

function fill(part: string, length = LENGTH): string {
  return part.repeat(Math.ceil(length / part.length)).slice(0, length);
}

const TEXTS: readonly (readonly [string, string])[] = [
  ['one word', fill('a')],
  ['one line of words', fill('fever and cough ')],
  ['open brackets', fill('[')],
  ['citations', fill('[1-64] ')],
  ['unclosed tags', fill('<think>')],
  ['nested tags', fill('<think><answer>') + fill('</answer></think>')],
  ['halves of tags', fill('<|channel|>analysis<|mess')],
  ['angle brackets', fill('<')],
  ['stars', fill('*')],
  ['labels without an end', fill('**Diagnosis')],
  ['lists', fill('1. Gout\n', MANY)],
  ['a differential without an end', `## Differential\n${fill('1. Gout\n', MANY)}`],
  ['headings', fill('# a\n', MANY)],
  ['quotes', fill('"answer": "')],
  ['boxes', fill('\\boxed{')],
  ['sentence marks', fill('. ? ! ', MANY)],
  ['turns', fill('Wait, no. ', MANY)],
  ['conditions', fill('itis, or itis and ')],
  ['a conclusion without an end', fill('so the answer is likely to be ')],
];

describe('hostile texts', () => {
  it.each(TEXTS)(
    'reads any amount of %s, in bounded steps with spans inside the text',
    (_, text) => {
      const { steps, answer, differential, corrections } = readTrace(text);
      for (const step of steps) {
        expect(step.end - step.start).toBeLessThanOrEqual(LONGEST_STEP);
        expect(step.citations.length).toBeLessThanOrEqual(300);
      }
      const spans = [...steps, ...differential, ...corrections.map(({ takesBack }) => takesBack)];
      expect(spans.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
      expect(answer === undefined || answer.end <= text.length).toBe(true);
      expect(differential.length).toBeLessThanOrEqual(100);
    },
    TIMEOUT,
  );

  it('looks at each new piece of text and not at what was read before', () => {
    const reader = createTraceReader();
    let steps = 0;
    for (let token = 0; token < 20_000; token += 1) {
      reader.push(token % 40 === 39 ? ' The sodium is 128.\n\n' : ' fever');
      const { closedSteps, lastClosed } = reader.snapshot();
      expect(lastClosed?.since(steps).length ?? 0).toBe(closedSteps - steps);
      // One token closes the paragraph before it, in whatever runs its last sentences make.
      expect(closedSteps - steps).toBeLessThanOrEqual(3);
      steps = closedSteps;
    }
    expect(steps).toBeGreaterThan(400);
  });
});
