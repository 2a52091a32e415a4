import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponential } from './exponential';

describe('exponential', () => {
  it('is within 1e-15 of its value', () => {
    const closeToMath = (value: number) => {
      const expected = Math.exp(value);
      expect(Math.abs(exponential(value) - expected)).toBeLessThanOrEqual(1e-15 * expected);
    };
    fc.assert(fc.property(fc.double({ min: -708, max: 0, noNaN: true }), closeToMath));
    fc.assert(fc.property(fc.double({ min: -1, max: 0, noNaN: true }), closeToMath));
  });

  it('knows its ends', () => {
    expect(exponential(0)).toBe(1);
    expect(exponential(-0)).toBe(1);
    expect(exponential(-709)).toBe(0);
    expect(exponential(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(exponential(Number.NaN)).toBeNaN();
  });
});
