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
 * told apart, and in a group's name where it is of that group alone. Accuracy and calibration are over the items that have
 * a right diagnosis.
 */
export function measure(items: readonly ScoredItem[]): Metrics {
  const answerable = items.filter(({ truth }) => truth !== null);
  const unanswerable = items.filter(({ truth }) => truth === null);
  const figures: Record<string, Estimate | undefined> = {
    ...measureSetting(answerable, 'open', 'Open'),
    ...measureSetting(answerable, 'options', 'Options'),
    ...measureGroups(answerable, accuracyOf),
    answerAmongOptions: share(
      items.filter(({ amongOptions }) => amongOptions !== null),
      ({ amongOptions }) => amongOptions === true,
    ),
    differentialDistinct: share(items, ({ distinct }) => distinct),
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
    abstainedAnswerable: share(answerable, ({ abstained }) => abstained),
    abstainedUnanswerable: share(unanswerable, ({ abstained }) => abstained),
    ...measureGroups(unanswerable, (group) => ({
      abstained: share(group, ({ abstained }) => abstained),
    })),
    ...measureChanges(items),
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
  const accuracy = accuracyOf(items);
  const recognised = items.filter(({ bayes }) => bayes !== undefined);
  const known = items.filter(({ bayes }) => bayes?.known !== undefined);
  const predictions = items.flatMap(predictionOf);
  return {
    [`top1${suffix}`]: accuracy.top1,
    [`top3${suffix}`]: accuracy.top3,
    [`bayesRecognised${suffix}`]: share(
      recognised,
      ({ bayes }) => bayes?.recognised.correct === true,
    ),
    [`bayesKnown${suffix}`]: share(known, ({ bayes }) => bayes?.known?.correct === true),
    [`calibrationError${suffix}`]: bootstrap(predictions, expectedCalibrationError, SEED),
    [`differentialF1${suffix}`]: bootstrap(
      items.flatMap(({ differentialF1 }) => differentialF1 ?? []),
      mean,
      SEED,
    ),
    [`brier${suffix}`]: bootstrap(predictions, brierScore, SEED),
  };
}

/** The figures of each group of items, in the order in which the groups appear. */
function measureGroups(
  items: readonly ScoredItem[],
  figuresOf: (group: readonly ScoredItem[]) => Record<string, Estimate | undefined>,
): Record<string, Estimate | undefined> {
  const names = new Set(items.flatMap(({ group }) => group ?? []));
  return Object.fromEntries(
    [...names].flatMap((name) =>
      Object.entries(figuresOf(items.filter(({ group }) => group === name))).map(
        ([figure, estimate]) => [`${figure} (${name})`, estimate],
      ),
    ),
  );
}

/** How often the answer stayed the same under each change, in the order in which the changes appear. */
function measureChanges(items: readonly ScoredItem[]): Record<string, Estimate | undefined> {
  const answers = items.flatMap(({ changed }) => changed ?? []);
  const changes = new Set(answers.map(({ change }) => change));
  return Object.fromEntries(
    [...changes].map((change) => {
      const changed = answers.filter((answer) => answer.change === change);
      const same = changed.filter((answer) => answer.same);
      return [`unchanged (${change})`, proportion(same.length, changed.length)];
    }),
  );
}

function accuracyOf(items: readonly ScoredItem[]) {
  return {
    top1: share(items, ({ correct }) => correct),
    top3: share(items, ({ correct, rank }) => correct || (rank !== null && rank <= 3)),
  };
}

function predictionOf({ confidence, correct }: ScoredItem): Prediction[] {
  return confidence === null ? [] : [{ confidence, correct }];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
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
