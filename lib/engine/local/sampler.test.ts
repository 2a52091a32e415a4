import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sampling } from '../engine';
import { randomFrom } from './random';
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

/** What each of many steps chooses. */
function draws(logits: Float32Array, how: Choice, count = 2000): number[] {
  const random = randomFrom(11);
  return Array.from({ length: count }, (_, step) =>
    chooseToken(logits, how, (token) => random.at(step, token)),
  );
}

const support = (logits: Float32Array, how: Choice) => new Set(draws(logits, how));
const half = () => 0.5;

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

const ROUNDING = 1e-12;

describe('choosing a token', () => {
  it('takes the most probable one at temperature 0, whatever the draw', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (logits, seed) => {
        const random = randomFrom(seed);
        const chosen = chooseToken(logits, choice({ temperature: 0 }), (token) =>
          random.at(0, token),
        );
        expect(logits[chosen]).toBe(Math.max(...logits));
      }),
    );
  });

  it('follows the probabilities', () => {
    const logits = Float32Array.from([1, 0, -1, 2]);
    for (const temperature of [0.5, 1, 2]) {
      const chosen = draws(logits, choice({ temperature }), 5000);
      const chiSquare = probabilities(logits, temperature).reduce((sum, p, id) => {
        const seen = chosen.filter((one) => one === id).length;
        return sum + (seen - 5000 * p) ** 2 / (5000 * p);
      }, 0);
      // Three degrees of freedom: 16.3 is exceeded by chance once in a thousand seeds.
      expect(chiSquare).toBeLessThan(16.3);
    }
  });

  it('cuts by top-p to the smallest set whose probability reaches p', () => {
    fc.assert(
      fc.property(
        rows,
        fc.double({ min: 0.05, max: 0.99, noNaN: true }),
        fc.nat(),
        (logits, topP, seed) => {
          const random = randomFrom(seed);
          const chosen = chooseToken(logits, choice({ topP }), (token) => random.at(0, token));
          const p = probabilities(logits);
          // Two that differ by a rounding are equal to the sampler, which takes either first.
          const above = p.filter((other) => other > (p[chosen] ?? 0) + ROUNDING);
          const mass = above.reduce((sum, other) => sum + other, 0);
          expect(mass).toBeLessThan(topP + ROUNDING);
        },
      ),
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
        expect(allowed).toContain(chooseToken(logits, choice({}, { allowed }), half));
        if (logits.length > 1) {
          const banned = new Set([first % logits.length]);
          expect(banned).not.toContain(
            chooseToken(logits, choice({ temperature: 0 }, { banned }), half),
          );
        }
      }),
    );
    const all = choice({}, { banned: new Set([0, 1]) });
    expect(() => chooseToken(Float32Array.from([1, 2]), all, half)).toThrow('banned');
  });

  it('lowers the score of generated tokens by the repetition penalty, whatever its sign', () => {
    const penalty = choice({ temperature: 0, repetitionPenalty: 1.5 }, { generated: new Set([0]) });
    expect(chooseToken(Float32Array.from([3, 1.9]), penalty, half)).toBe(0);
    expect(chooseToken(Float32Array.from([3, 2.1]), penalty, half)).toBe(1);
    expect(chooseToken(Float32Array.from([-2, -3.1]), penalty, half)).toBe(0);
    expect(chooseToken(Float32Array.from([-2, -2.9]), penalty, half)).toBe(1);
  });

  it('is hardly ever moved by a change of the logits as small as that between two run-times', () => {
    const random = randomFrom(5);
    const logits = Float32Array.from({ length: 1000 }, (_, id) => 4 * random.at(0, id));
    const shaken = logits.map((logit, id) => logit + 2e-5 * (random.at(1, id) - 0.5));
    const how = choice({ topP: 0.95 });
    const before = draws(logits, how, 500);
    const moved = draws(shaken, how, 500).filter((id, step) => id !== before[step]);
    expect(moved.length).toBeLessThanOrEqual(1);
    expect(new Set(before).size).toBeGreaterThan(200);
  });
});
