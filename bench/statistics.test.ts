import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, slope } from '@/bench/statistics';

describe('median', () => {
  it('is the middle value, or the mean of the two middle ones', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 9, 2])).toBe(3);
  });

  it('has as many values on one side as on the other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (sample) => {
        const middle = median(sample);
        const below = sample.filter((value) => value < middle).length;
        const above = sample.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(sample.length / 2);
      }),
    );
  });

  it('refuses an empty sample', () => {
    expect(() => median([])).toThrow('nothing was measured');
  });
});

describe('slope', () => {
  it('finds the slope of a straight line, whatever its offset', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: 2, max: 40 }),
        (rise, offset, count) => {
          const line = Array.from({ length: count }, (_, index) => offset + rise * index);
          expect(slope(line)).toBeCloseTo(rise, 9);
        },
      ),
    );
  });

  it('averages out what goes up and down', () => {
    expect(slope([1, -1, -1, 1])).toBeCloseTo(0, 12);
  });

  it('is flat for a single value', () => {
    expect(slope([7])).toBe(0);
  });
});
