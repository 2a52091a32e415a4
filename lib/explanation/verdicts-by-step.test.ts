import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '@/lib/audit/verdict';
import { stepAt, verdictsByStep, verdictsOnTheWhole } from '@/lib/explanation/verdicts-by-step';
import { covers } from '@/lib/text/span';

function verdict(check: string, start: number, end: number): Verdict {
  const trace = { start, end };
  return { check, outcome: 'supported', trace, case: [], detail: '', findings: [] };
}

const STEPS = [
  { start: 5, end: 10 },
  { start: 10, end: 20 },
  { start: 25, end: 30 },
];

describe('verdictsByStep', () => {
  it('gives each step the verdicts that lie in it, and leaves the others to the whole', () => {
    const inFirst = verdict('a', 5, 10);
    const inSecond = verdict('a', 12, 14);
    const across = verdict('a', 8, 12);
    const between = verdict('a', 21, 22);
    const form = verdict('form', 12, 14);
    const all = [inFirst, inSecond, across, between, form];
    expect([...verdictsByStep(STEPS, all)]).toEqual([
      [0, [inFirst]],
      [1, [inSecond]],
    ]);
    expect(verdictsOnTheWhole(STEPS, all)).toEqual([across, between, form]);
  });

  it('finds the same steps as looking through all of them', () => {
    const span = fc.tuple(fc.nat(35), fc.nat(10)).map(([start, length]) => ({ start, length }));
    fc.assert(
      fc.property(span, ({ start, length }) => {
        const one = verdict('a', start, start + length);
        const found = [...verdictsByStep(STEPS, [one]).keys()];
        const step = STEPS.findIndex((candidate) => covers(candidate, one.trace));
        // An empty span where two steps meet lies in both; the later one has it.
        if (length > 0) expect(found).toEqual(step === -1 ? [] : [step]);
      }),
    );
  });
});

describe('stepAt', () => {
  it('finds the last step that has begun', () => {
    expect([0, 5, 9, 10, 24, 25, 99].map((offset) => stepAt(STEPS, offset))).toEqual([
      0, 0, 0, 1, 1, 2, 2,
    ]);
    expect(stepAt([], 3)).toBe(0);
  });
});
