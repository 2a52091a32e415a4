import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom, xoshiro128 } from './random';

/** xoshiro128** 1.1 written from its definition with unbounded integers, to check the 32-bit arithmetic against. */
function referenceOutputs(start: readonly bigint[], count: number): number[] {
  const mask = 0xffffffffn;
  const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
  let [s0 = 0n, s1 = 0n, s2 = 0n, s3 = 0n] = start;
  return Array.from({ length: count }, () => {
    const result = (rotate((s1 * 5n) & mask, 7n) * 9n) & mask;
    const t = (s1 << 9n) & mask;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = rotate(s3, 11n);
    return Number(result);
  });
}

describe('the seeded random source', () => {
  it('is xoshiro128** to the bit', () => {
    const word = fc.integer({ min: 1, max: 0xffffffff });
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), (state) => {
        const next = xoshiro128(state);
        const outputs = Array.from({ length: 20 }, () => next());
        expect(outputs).toEqual(referenceOutputs(state.map(BigInt), 20));
      }),
    );
  });

  it('repeats for one seed and stays in [0, 1)', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (seed) => {
        const [first, second] = [randomFrom(seed), randomFrom(seed)];
        for (let draw = 0; draw < 20; draw += 1) {
          const value = first.next();
          expect(value).toBe(second.next());
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(1);
        }
      }),
    );
  });

  it('tells seeds apart, neighbours and those beyond 32 bits too', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(1, 2 ** 32, 2 ** 40), (seed, apart) => {
        const draws = (from: number) => {
          const source = randomFrom(from);
          return [source.next(), source.next()];
        };
        expect(draws(seed)).not.toEqual(draws(seed + apart));
      }),
    );
  });

  it('fills the unit interval evenly', () => {
    const source = randomFrom(1);
    const counts = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 10_000; draw += 1) {
      const bin = Math.floor(source.next() * 10);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    // Nine degrees of freedom: 27.9 is exceeded by chance once in a thousand seeds.
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(27.9);
  });
});
