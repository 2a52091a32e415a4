import type { Setting } from '@/lib/evaluation/dataset';
import type { ScoredItem } from '@/lib/evaluation/score';
import {
  bootstrap,
  brierScore,
  type Estimate,
  expectedCalibrationError,
  type Prediction,
  proportion,
} from '@/lib/evaluation/statistics';

/** Figures by name; a figure for which there was nothing to count is left out. */
export type Metrics = Readonly<Record<string, Estimate>>;

const SEED = 1;

/**
 * The figures of an evaluation, each with its 95 % interval. Names end in `Open` or `Options` where the two settings are
 * told apart.
 */
export function measure(items: readonly ScoredItem[]): Metrics {
  const figures: Record<string, Estimate | undefined> = {
    ...measureSetting(items, 'open', 'Open'),
    ...measureSetting(items, 'options', 'Options'),
    answerAmongOptions: share(
      items.filter(({ amongOptions }) => amongOptions !== null),
      ({ amongOptions }) => amongOptions === true,
    ),
    formValid: share(items, ({ formFaults }) => formFaults.length === 0),
    citationsResolve: clusteredShare(items, ({ citations }) => [
      citations.resolving,
      citations.stated,
    ]),
    citationsSupported: clusteredShare(items, ({ citations }) => [
      citations.supported,
      citations.compared,
    ]),
    abstained: share(items, ({ abstained }) => abstained),
  };
  const metrics: Record<string, Estimate> = {};
  for (const [name, estimate] of Object.entries(figures)) {
    if (estimate !== undefined) metrics[name] = estimate;
  }
  return metrics;
}

function measureSetting(
  all: readonly ScoredItem[],
  setting: Setting,
  suffix: string,
): Record<string, Estimate | undefined> {
  const items = all.filter((item) => item.setting === setting);
  const judged = items.filter(({ bayes }) => bayes !== undefined);
  const predictions = items.flatMap(predictionOf);
  return {
    [`top1${suffix}`]: share(items, ({ correct }) => correct),
    [`top3${suffix}`]: share(items, ({ correct, rank }) => correct || (rank !== null && rank <= 3)),
    [`bayesRecognised${suffix}`]: share(judged, ({ bayes }) => bayes?.recognised.correct === true),
    [`bayesKnown${suffix}`]: share(judged, ({ bayes }) => bayes?.known.correct === true),
    [`calibrationError${suffix}`]: bootstrap(predictions, expectedCalibrationError, SEED),
    [`brier${suffix}`]: bootstrap(predictions, brierScore, SEED),
  };
}

function predictionOf({ confidence, correct }: ScoredItem): Prediction[] {
  return confidence === null ? [] : [{ confidence, correct }];
}

function share(
  items: readonly ScoredItem[],
  holds: (item: ScoredItem) => boolean,
): Estimate | undefined {
  return proportion(items.filter(holds).length, items.length);
}

/**
 * A share over all citations of all answers. Citations of one answer stand or fall together, so the interval is that of
 * as many observations as there are answers, which is the widest that could be right.
 */
function clusteredShare(
  items: readonly ScoredItem[],
  count: (item: ScoredItem) => readonly [part: number, whole: number],
): Estimate | undefined {
  const counts = items.map(count).filter(([, whole]) => whole > 0);
  const part = counts.reduce((sum, [each]) => sum + each, 0);
  const whole = counts.reduce((sum, [, each]) => sum + each, 0);
  return whole === 0 ? undefined : proportion((part / whole) * counts.length, counts.length);
}
