import { seededRandom } from '@/lib/evaluation/random';

/** An estimate with its 95 % interval. */
export interface Estimate {
  /** How many observations it rests on. */
  readonly n: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The 97.5th percentile of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * A proportion with the 95 % score interval of Wilson 1927 (doi:10.1080/01621459.1927.10502953), which stays within
 * [0, 1] and does not collapse at 0 % or 100 %. `successes` may be a fraction where each of `n` observations is itself a
 * share. `undefined` where there is nothing to count.
 */
export function proportion(successes: number, n: number): Estimate | undefined {
  if (n === 0) return undefined;
  const value = successes / n;
  const centre = (value + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half =
    (Z * Math.sqrt((value * (1 - value)) / n + Z ** 2 / (4 * n ** 2))) / (1 + Z ** 2 / n);
  // Rounding may carry the interval past the estimate, and past 0 and 1, by one unit in the last place.
  return {
    n,
    value,
    low: Math.max(0, Math.min(value, centre - half)),
    high: Math.min(1, Math.max(value, centre + half)),
  };
}

const RESAMPLES = 1000;

/**
 * A statistic of a sample with its 95 % percentile bootstrap interval (Efron and Tibshirani 1993, An Introduction to the
 * Bootstrap, chapter 13) over 1,000 seeded resamples. `undefined` for an empty sample.
 */
export function bootstrap<Item>(
  sample: readonly Item[],
  statistic: (sample: readonly Item[]) => number,
  seed: number,
): Estimate | undefined {
  const [first] = sample;
  if (first === undefined) return undefined;
  const random = seededRandom(seed);
  const values = Array.from({ length: RESAMPLES }, () =>
    statistic(sample.map(() => sample[random.below(sample.length)] ?? first)),
  ).sort((a, b) => a - b);
  return {
    n: sample.length,
    value: statistic(sample),
    low: percentile(values, 0.025),
    high: percentile(values, 0.975),
  };
}

/** The percentile of sorted values by linear interpolation (Hyndman and Fan 1996, definition 7). */
function percentile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}

/** A stated confidence, 0 to 1, and whether the answer was right. */
export interface Prediction {
  readonly confidence: number;
  readonly correct: boolean;
}

const BINS = 10;

/**
 * Expected calibration error over ten bins of equal width: the mean distance between confidence and accuracy of a bin,
 * weighted by its size (Naeini, Cooper and Hauskrecht 2015; Guo et al. 2017, arXiv 1706.04599, equation 3). 0 is best.
 */
export function expectedCalibrationError(predictions: readonly Prediction[]): number {
  const bins = Array.from({ length: BINS }, () => ({ surplus: 0 }));
  for (const { confidence, correct } of predictions) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (bin !== undefined) bin.surplus += confidence - (correct ? 1 : 0);
  }
  return bins.reduce((sum, { surplus }) => sum + Math.abs(surplus), 0) / predictions.length;
}

/** Mean squared distance between confidence and outcome (Brier 1950). 0 is best, 0.25 is what always saying 50 % gives. */
export function brierScore(predictions: readonly Prediction[]): number {
  const total = predictions.reduce(
    (sum, { confidence, correct }) => sum + (confidence - (correct ? 1 : 0)) ** 2,
    0,
  );
  return total / predictions.length;
}
