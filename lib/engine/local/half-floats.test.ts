import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHalfFloats, toHalfFloats } from './half-floats';

const EVERY = Uint16Array.from({ length: 1 << 16 }, (_, bits) => bits);

describe('16-bit floats', () => {
  it('stand for the values of the format', () => {
    const known = [0x0000, 0x3c00, 0xc000, 0x7bff, 0x0001, 0x3555, 0x7c00, 0xfc00];
    expect([...fromHalfFloats(Uint16Array.from(known))]).toEqual([
      0,
      1,
      -2,
      65504,
      2 ** -24,
      1365 / 4096,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]);
  });

  it('come back as they were, each one that is a number', () => {
    const values = fromHalfFloats(EVERY);
    const bits = toHalfFloats(values);
    const changed = EVERY.filter((index) => {
      const isNumber = !Number.isNaN(values[index] ?? Number.NaN);
      return isNumber && bits[index] !== index;
    });
    expect([...changed]).toEqual([]);
    expect(fromHalfFloats(toHalfFloats(Float32Array.of(Number.NaN)))[0]).toBeNaN();
  });

  it('are the nearest to a value', () => {
    const finite = fromHalfFloats(EVERY).filter(Number.isFinite);
    fc.assert(
      fc.property(fc.float({ min: -65000, max: 65000, noNaN: true }), (value) => {
        const [rounded = Number.NaN] = fromHalfFloats(toHalfFloats(Float32Array.of(value)));
        const nearest = finite.reduce(
          (least, other) => Math.min(least, Math.abs(other - value)),
          1e9,
        );
        expect(Math.abs(rounded - value)).toBe(nearest);
      }),
      { numRuns: 50 },
    );
  });
});
