/** One sentence as the regression sees it: which features it has, and which class it is. */
export interface Observation {
  readonly features: readonly number[];
  readonly target: number;
  /** How much it counts. */
  readonly weight: number;
}

const ITERATIONS = 300;
const RATE = 0.1;
const MOMENTUM = 0.9;
const SQUARES = 0.999;

/**
 * Multinomial logistic regression with a quadratic penalty, by gradient descent with adaptive moments (Kingma and Ba,
 * 2015) over all observations at once; deterministic. `scale[f]` is the value of feature f where a sentence has it;
 * feature 0 is in every sentence and not penalised. Returns one row of weights for each feature.
 */
export function fitRegression(
  observations: readonly Observation[],
  scale: readonly number[],
  classes: number,
  penalty: number,
): Float64Array[] {
  const rows = () => scale.map(() => new Float64Array(classes));
  const weights = rows();
  const first = rows();
  const second = rows();
  const total = observations.reduce((sum, { weight }) => sum + weight, 0);
  for (let iteration = 1; iteration <= ITERATIONS; iteration += 1) {
    const gradient = gradientOf(observations, weights, scale, classes);
    const rate = RATE * (1 - iteration / (ITERATIONS + 1));
    weights.forEach((row, feature) => {
      for (let index = 0; index < classes; index += 1) {
        const decay = feature === 0 ? 0 : penalty * (row[index] ?? 0);
        const slope = ((gradient[feature]?.[index] ?? 0) + decay) / total;
        const mean = MOMENTUM * (first[feature]?.[index] ?? 0) + (1 - MOMENTUM) * slope;
        const square = SQUARES * (second[feature]?.[index] ?? 0) + (1 - SQUARES) * slope * slope;
        first[feature]?.set([mean], index);
        second[feature]?.set([square], index);
        const step = mean / (1 - MOMENTUM ** iteration);
        const size = Math.sqrt(square / (1 - SQUARES ** iteration)) + 1e-8;
        row[index] = (row[index] ?? 0) - (rate * step) / size;
      }
    });
  }
  return weights;
}

function gradientOf(
  observations: readonly Observation[],
  weights: readonly Float64Array[],
  scale: readonly number[],
  classes: number,
): Float64Array[] {
  const gradient = scale.map(() => new Float64Array(classes));
  for (const { features, target, weight } of observations) {
    const errors = probabilitiesOf(features, weights, scale, classes);
    errors[target] = (errors[target] ?? 0) - 1;
    for (const feature of features) {
      const row = gradient[feature];
      const value = (scale[feature] ?? 0) * weight;
      for (let index = 0; row !== undefined && index < classes; index += 1) {
        row[index] = (row[index] ?? 0) + value * (errors[index] ?? 0);
      }
    }
  }
  return gradient;
}

function probabilitiesOf(
  features: readonly number[],
  weights: readonly Float64Array[],
  scale: readonly number[],
  classes: number,
): Float64Array {
  const scores = new Float64Array(classes);
  for (const feature of features) {
    const row = weights[feature];
    const value = scale[feature] ?? 0;
    for (let index = 0; row !== undefined && index < classes; index += 1) {
      scores[index] = (scores[index] ?? 0) + value * (row[index] ?? 0);
    }
  }
  const highest = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - highest));
  const sum = exponentials.reduce((all, value) => all + value, 0);
  return exponentials.map((value) => value / sum);
}
