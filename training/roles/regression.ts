/** One sentence as the regression sees it: its features with their values, and which class it is. */
export interface Observation {
  readonly features: readonly number[];
  /** The value of each of `features`. */
  readonly values: readonly number[];
  readonly target: number;
  /** How much it counts. */
  readonly weight: number;
}

export interface Fitting {
  readonly features: number;
  readonly classes: number;
  /** Of the quadratic penalty; feature 0 is in every sentence and not penalised. */
  readonly penalty: number;
  readonly iterations: number;
  /** Weights to begin with, nought where there are none. */
  readonly start?: Float64Array;
  /** The weights from which the penalty counts, nought where there are none. */
  readonly prior?: Float64Array;
}

const RATE = 0.1;
const MOMENTUM = 0.9;
const SQUARES = 0.999;

/**
 * Multinomial logistic regression with a quadratic penalty, by gradient descent with adaptive moments (Kingma and Ba,
 * 2015) over all observations at once; deterministic. Returns the weights feature by feature, `classes` for each.
 */
export function fitRegression(
  observations: readonly Observation[],
  fitting: Fitting,
): Float64Array {
  const { features, classes, penalty, iterations, start, prior } = fitting;
  const weights = start?.slice() ?? new Float64Array(features * classes);
  const first = new Float64Array(weights.length);
  const second = new Float64Array(weights.length);
  const total = observations.reduce((sum, { weight }) => sum + weight, 0);
  for (let iteration = 1; iteration <= iterations; iteration += 1) {
    const gradient = gradientOf(observations, weights, classes);
    const rate = RATE * (1 - iteration / (iterations + 1));
    for (let index = 0; index < weights.length; index += 1) {
      const away = (weights[index] ?? 0) - (prior?.[index] ?? 0);
      const decay = index < classes ? 0 : penalty * away;
      const slope = ((gradient[index] ?? 0) + decay) / total;
      const mean = MOMENTUM * (first[index] ?? 0) + (1 - MOMENTUM) * slope;
      const square = SQUARES * (second[index] ?? 0) + (1 - SQUARES) * slope * slope;
      first[index] = mean;
      second[index] = square;
      const step = mean / (1 - MOMENTUM ** iteration);
      const size = Math.sqrt(square / (1 - SQUARES ** iteration)) + 1e-8;
      weights[index] = (weights[index] ?? 0) - (rate * step) / size;
    }
  }
  return weights;
}

function gradientOf(
  observations: readonly Observation[],
  weights: Float64Array,
  classes: number,
): Float64Array {
  const gradient = new Float64Array(weights.length);
  for (const { features, values, target, weight } of observations) {
    const errors = probabilitiesOf(features, values, weights, classes);
    errors[target] = (errors[target] ?? 0) - 1;
    for (let place = 0; place < features.length; place += 1) {
      const row = (features[place] ?? 0) * classes;
      const value = (values[place] ?? 0) * weight;
      for (let index = 0; index < classes; index += 1) {
        gradient[row + index] = (gradient[row + index] ?? 0) + value * (errors[index] ?? 0);
      }
    }
  }
  return gradient;
}

function probabilitiesOf(
  features: readonly number[],
  values: readonly number[],
  weights: Float64Array,
  classes: number,
): Float64Array {
  const scores = new Float64Array(classes);
  for (let place = 0; place < features.length; place += 1) {
    const row = (features[place] ?? 0) * classes;
    const value = values[place] ?? 0;
    for (let index = 0; index < classes; index += 1) {
      scores[index] = (scores[index] ?? 0) + value * (weights[row + index] ?? 0);
    }
  }
  const highest = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - highest));
  const sum = exponentials.reduce((all, value) => all + value, 0);
  return exponentials.map((value) => value / sum);
}
