import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sampling } from '../engine';
import { type Choice, chooseToken, distributionOf, greatest } from './sampler';

const PLAIN: Sampling = { temperature: 1, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 };

const rows = fc
  .array(fc.float({ min: -30, max: 30, noNaN: true }), { minLength: 1, maxLength: 40 })
  .map((values) => Float32Array.from(values));

function choice(sampling: Partial<Sampling>, rest: Partial<Choice> = {}): Choice {
  return { sampling: { ...PLAIN, ...sampling }, banned: new Set(), generated: new Set(), ...rest };
}

/** Softmax by its definition, in decimal order of the ids. */
function probabilities(logits: Float32Array, temperature = 1): number[] {
  const peak = Math.max(...logits);
  const weights = Array.from(logits, (logit) => Math.exp((logit - peak) / temperature));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Every token that some draw gives. */
function support(logits: Float32Array, how: Choice, draws = 4000): Set<number> {
  const seen = new Set<number>();
  for (let draw = 0; draw < draws; draw += 1) seen.add(chooseToken(logits, how, draw / draws));
  return seen;
}

describe('the distribution of a row of logits', () => {
  it('sums to one', () => {
    fc.assert(
      fc.property(rows, (logits) => {
        const { logNormaliser } = distributionOf(logits);
        const sum = logits.reduce((total, logit) => total + Math.exp(logit - logNormaliser), 0);
        expect(sum).toBeCloseTo(1, 12);
      }),
    );
  });

  it('has the entropy of its probabilities', () => {
    fc.assert(
      fc.property(rows, (logits) => {
        const expected = probabilities(logits).reduce(
          (sum, p) => (p > 0 ? sum - p * Math.log(p) : sum),
          0,
        );
        expect(distributionOf(logits).entropy).toBeCloseTo(expected, 9);
      }),
    );
  });

  it('is exact where the textbook says so, far outside the range of exp too', () => {
    const even = distributionOf(Float32Array.from([700, 700, 700, 700]));
    expect(even.entropy).toBeCloseTo(Math.log(4), 12);
    expect(700 - even.logNormaliser).toBeCloseTo(-Math.log(4), 12);
    const masked = distributionOf(Float32Array.from([2, Number.NEGATIVE_INFINITY]));
    expect(masked).toEqual({ logNormaliser: 2, entropy: 0 });
  });
});

describe('the greatest ids', () => {
  it('are those of a full sort, ties by id', () => {
    const tied = fc
      .array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 30 })
      .map((values) => Float32Array.from(values));
    fc.assert(
      fc.property(tied, fc.integer({ min: 0, max: 8 }), (values, count) => {
        const sorted = [...values.keys()].sort(
          (a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b,
        );
        expect(greatest(values, count)).toEqual(sorted.slice(0, count));
      }),
    );
  });
});

describe('choosing a token', () => {
  it('takes the most probable one at temperature 0, whatever the draw', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0, max: 0.999, noNaN: true }), (logits, draw) => {
        const chosen = chooseToken(logits, choice({ temperature: 0 }), draw);
        expect(logits[chosen]).toBe(Math.max(...logits));
      }),
    );
  });

  it('follows the probabilities: evenly spaced draws give each token its share', () => {
    const logits = Float32Array.from([1, 0, -1, 2]);
    for (const temperature of [0.5, 1, 2]) {
      const counts = [0, 0, 0, 0];
      const draws = 10_000;
      for (let draw = 0; draw < draws; draw += 1) {
        const id = chooseToken(logits, choice({ temperature }), (draw + 0.5) / draws);
        counts[id] = (counts[id] ?? 0) + 1;
      }
      for (const [id, p] of probabilities(logits, temperature).entries()) {
        expect(Math.abs((counts[id] ?? 0) / draws - p)).toBeLessThan(2 / draws);
      }
    }
  });

  it('cuts by top-p to the smallest set whose probability reaches p', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.05, max: 0.99, noNaN: true }), (logits, topP) => {
        const kept = support(logits, choice({ topP }), 500);
        const ranked = probabilities(logits).sort((a, b) => b - a);
        let mass = 0;
        const size = ranked.findIndex((p) => {
          mass += p;
          return mass >= topP - 1e-12;
        });
        expect(kept.size).toBeLessThanOrEqual(size + 1);
        const least = Math.min(...[...kept].map((id) => probabilities(logits)[id] ?? 0));
        expect(least).toBeGreaterThanOrEqual((ranked[size] ?? 0) - 1e-12);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps exactly the nucleus of a known distribution', () => {
    const logits = Float32Array.from([0.5, 0.3, 0.15, 0.05].map(Math.log));
    expect(support(logits, choice({ topP: 0.5 }))).toEqual(new Set([0]));
    expect(support(logits, choice({ topP: 0.79 }))).toEqual(new Set([0, 1]));
    expect(support(logits, choice({ topP: 0.94 }))).toEqual(new Set([0, 1, 2]));
    expect(support(logits, choice({ topP: 1 }))).toEqual(new Set([0, 1, 2, 3]));
  });

  it('cuts by top-k and by min-p', () => {
    const logits = Float32Array.from([0.5, 0.3, 0.15, 0.05].map(Math.log));
    expect(support(logits, choice({ topK: 2 }))).toEqual(new Set([0, 1]));
    expect(support(logits, choice({ minP: 0.29 }))).toEqual(new Set([0, 1, 2]));
    expect(support(logits, choice({ minP: 0.61 }))).toEqual(new Set([0]));
    expect(support(logits, choice({ topK: 3, topP: 0.6, minP: 0.2 }))).toEqual(new Set([0, 1]));
  });

  it('never takes a banned token nor one outside the allowed', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), (logits, first, second) => {
        const allowed = new Set([first % logits.length, second % logits.length]);
        expect(allowed).toContain(chooseToken(logits, choice({}, { allowed }), 0.7));
        if (logits.length > 1) {
          const banned = new Set([first % logits.length]);
          expect(banned).not.toContain(
            chooseToken(logits, choice({ temperature: 0 }, { banned }), 0),
          );
        }
      }),
    );
    const all = choice({}, { banned: new Set([0, 1]) });
    expect(() => chooseToken(Float32Array.from([1, 2]), all, 0)).toThrow('banned');
  });

  it('lowers the score of generated tokens by the repetition penalty, whatever its sign', () => {
    const penalty = choice({ temperature: 0, repetitionPenalty: 1.5 }, { generated: new Set([0]) });
    expect(chooseToken(Float32Array.from([3, 1.9]), penalty, 0)).toBe(0);
    expect(chooseToken(Float32Array.from([3, 2.1]), penalty, 0)).toBe(1);
    expect(chooseToken(Float32Array.from([-2, -3.1]), penalty, 0)).toBe(0);
    expect(chooseToken(Float32Array.from([-2, -2.9]), penalty, 0)).toBe(1);
  });

  it('is not moved by changes of the logits that are too small to matter', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0, max: 0.999, noNaN: true }), (logits, draw) => {
        const shaken = logits.map((logit, id) => logit + (id % 2 === 0 ? 1e-5 : -1e-5));
        let mass = 0;
        const borders = probabilities(logits).map((p) => {
          mass += p;
          return mass;
        });
        // Near a border between two tokens either is right.
        fc.pre(borders.every((border) => Math.abs(border - draw) > 1e-4));
        expect(chooseToken(shaken, choice({}), draw)).toBe(chooseToken(logits, choice({}), draw));
      }),
    );
  });
});
