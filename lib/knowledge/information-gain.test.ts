import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONDITIONS, conditionNamed } from './conditions';
import { tellingQuestions } from './information-gain';
import { likelihood, posterior } from './likelihoods';
import { CONCEPTS } from './vocabulary';

function between(...names: readonly string[]) {
  return names.map((name) => {
    const condition = conditionNamed(name);
    if (condition === undefined) throw new Error(name);
    return { condition, probability: 1 / names.length };
  });
}

const belief = fc
  .array(fc.integer({ min: 0, max: 1000 }), {
    minLength: CONDITIONS.length,
    maxLength: CONDITIONS.length,
  })
  .filter((weights) => weights.some((weight) => weight > 0))
  .map((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return CONDITIONS.map((condition, index) => ({
      condition,
      probability: (weights[index] ?? 0) / total,
    }));
  });

describe('tellingQuestions', () => {
  it('never expects to lose knowledge, never to gain more than the answer can say, and gives the most telling first', () => {
    fc.assert(
      fc.property(belief, (given) => {
        const questions = tellingQuestions(given, new Set(), CONCEPTS.length);
        for (const [index, { gain }] of questions.entries()) {
          expect(gain).toBeGreaterThan(-1e-9);
          expect(gain).toBeLessThanOrEqual(1);
          expect(gain).toBeLessThanOrEqual(questions[index - 1]?.gain ?? 1);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('gives the gain worked out by hand', () => {
    const [a, b] = between('Pericarditis', 'Influenza');
    if (a === undefined || b === undefined) throw new Error('two');
    const question = tellingQuestions([a, b], new Set(), CONCEPTS.length).find(
      ({ concept }) => concept.id === 'fever',
    );
    if (question === undefined) throw new Error('fever');
    const bits = (share: number) => -share * Math.log2(share) - (1 - share) * Math.log2(1 - share);
    const [inA, inB] = [a, b].map(({ condition }) => likelihood(question.concept.id, condition));
    if (inA === undefined || inB === undefined) throw new Error('two');
    const fever = (inA + inB) / 2;
    const after = fever * bits(inA / (inA + inB)) + (1 - fever) * bits((1 - inA) / (2 - inA - inB));
    expect(question.gain).toBeCloseTo(1 - after, 10);
    expect(question.ifPresent[0]?.condition).toBe(inA > inB ? a.condition : b.condition);
  });

  it('asks nothing where all is known', () => {
    const certain = CONDITIONS.map((condition, index) => ({
      condition,
      probability: index === 0 ? 1 : 0,
    }));
    expect(tellingQuestions(certain, new Set(), 1)[0]?.gain).toBeCloseTo(0, 12);
  });

  it('asks for no part of a complaint and for nothing that was told', () => {
    const ranked = posterior({ findings: [] });
    const [first] = tellingQuestions(ranked, new Set(), 1);
    if (first === undefined) throw new Error('no question');
    const others = tellingQuestions(ranked, new Set([first.concept.id]), CONCEPTS.length);
    expect(others.map(({ concept }) => concept.id)).not.toContain(first.concept.id);
    expect(others.every(({ concept }) => concept.within === undefined)).toBe(true);
  });
});
