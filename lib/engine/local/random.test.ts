import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { philox, randomFrom } from './random';

const word = fc.integer({ min: 0, max: 0xffffffff });

/** Philox4x32-10 from its definition with unbounded integers, to check the 32-bit arithmetic against. */
function reference(counter: readonly number[], key: readonly number[]): number[] {
  const mask = 0xffffffffn;
  let [a = 0n, b = 0n, c = 0n, d = 0n] = counter.map(BigInt);
  let [keyA = 0n, keyB = 0n] = key.map(BigInt);
  for (let round = 0; round < 10; round += 1) {
    const [first, second] = [0xd2511f53n * a, 0xcd9e8d57n * c];
    [a, b, c, d] = [
      (second >> 32n) ^ b ^ keyA,
      second & mask,
      (first >> 32n) ^ d ^ keyB,
      first & mask,
    ];
    [keyA, keyB] = [(keyA + 0x9e3779b9n) & mask, (keyB + 0xbb67ae85n) & mask];
  }
  return [a, b, c, d].map(Number);
}

describe('Philox4x32-10', () => {
  it('gives the known answers of its authors', () => {
    const ones = 0xffffffff;
    expect(philox([0, 0, 0, 0], [0, 0])).toEqual([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
    expect(philox([ones, ones, ones, ones], [ones, ones])).toEqual([
      0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd,
    ]);
    expect(
      philox([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0]),
    ).toEqual([0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1]);
  });

  it('is exact for every counter and key', () => {
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), fc.tuple(word, word), (counter, key) => {
        expect(philox(counter, key)).toEqual(reference(counter, key));
      }),
    );
  });
});

describe('the seeded random source', () => {
  it('gives a number inside the unit interval that depends on seed, step and token', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(), fc.nat(), (seed, step, token) => {
        const value = randomFrom(seed).at(step, token);
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(1);
        expect(randomFrom(seed).at(step, token)).toBe(value);
        expect(randomFrom(seed).at(step + 1, token)).not.toBe(value);
        expect(randomFrom(seed).at(step, token + 1)).not.toBe(value);
        const other = seed >= 2 ** 32 ? seed - 2 ** 32 : seed + 2 ** 32;
        expect(randomFrom(other).at(step, token)).not.toBe(value);
      }),
    );
  });

  it('fills the unit interval evenly', () => {
    const source = randomFrom(1);
    const counts = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 10_000; draw += 1) {
      const bin = Math.floor(source.at(Math.floor(draw / 100), draw % 100) * 10);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    // Nine degrees of freedom: 27.9 is exceeded by chance once in a thousand seeds.
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(27.9);
  });
});
