import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bootstrap,
  brierScore,
  expectedCalibrationError,
  proportion,
} from '@/lib/evaluation/statistics';

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('proportion', () => {
  // Newcombe 1998 (Statistics in Medicine 17:857), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the published interval of %i of %i', (successes, n, low, high) => {
    const estimate = proportion(successes, n);
    expect(estimate?.value).toBe(successes / n);
    expect(estimate?.low).toBeCloseTo(low, 4);
    expect(estimate?.high).toBeCloseTo(high, 4);
  });

  it('always contains the estimate and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (a, b) => {
        const [successes, n] = [Math.min(a, b), Math.max(a, b)];
        const estimate = proportion(successes, n);
        if (estimate === undefined) throw new Error('no estimate');
        expect(estimate.low).toBeGreaterThanOrEqual(0);
        expect(estimate.low).toBeLessThanOrEqual(estimate.value);
        expect(estimate.high).toBeGreaterThanOrEqual(estimate.value);
        expect(estimate.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a proportion of nothing', () => {
  it('is none', () => {
    expect(proportion(0, 0)).toBeUndefined();
  });
});

describe('bootstrap', () => {
  it('repeats with the same seed and not with another', () => {
    const sample = [0.1, 0.4, 0.2, 0.9, 0.5, 0.3];
    expect(bootstrap(sample, mean, 7)).toEqual(bootstrap(sample, mean, 7));
    expect(bootstrap(sample, mean, 7)).not.toEqual(bootstrap(sample, mean, 8));
  });

  it('comes close to the interval of the normal distribution for the mean of a large sample', () => {
    const sample = Array.from({ length: 1000 }, (_, index) => (index % 10) / 10);
    const estimate = bootstrap(sample, mean, 1);
    const half =
      (1.96 * Math.sqrt(mean(sample.map((value) => (value - 0.45) ** 2)))) / Math.sqrt(1000);
    expect(estimate?.value).toBeCloseTo(0.45, 10);
    expect(estimate?.low).toBeCloseTo(0.45 - half, 2);
    expect(estimate?.high).toBeCloseTo(0.45 + half, 2);
  });

  it('gives nothing for nothing', () => {
    expect(bootstrap([], mean, 1)).toBeUndefined();
  });
});

describe('calibration', () => {
  it('weighs the gap of each bin by its size', () => {
    // Bin 0.9: confidence 0.95, 3 of 4 right, gap 0.2. Bin 0.5: confidence 0.55, 1 of 1 right, gap 0.45.
    const predictions = [
      ...[true, true, true, false].map((correct) => ({ confidence: 0.95, correct })),
      { confidence: 0.55, correct: true },
    ];
    expect(expectedCalibrationError(predictions)).toBeCloseTo((4 * 0.2 + 0.45) / 5, 12);
    expect(expectedCalibrationError([{ confidence: 1, correct: true }])).toBe(0);
  });

  it('gives the known Brier scores', () => {
    expect(brierScore([{ confidence: 1, correct: true }])).toBe(0);
    expect(brierScore([{ confidence: 1, correct: false }])).toBe(1);
    expect(
      brierScore([
        { confidence: 0.5, correct: true },
        { confidence: 0.5, correct: false },
      ]),
    ).toBe(0.25);
  });
});
