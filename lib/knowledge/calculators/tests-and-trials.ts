import { equation } from '@/lib/knowledge/calculators/calculator';
import { number } from '@/lib/knowledge/calculators/inputs';

const COUNTS: readonly [number, number] = [0, 1_000_000_000];
const TRUE_POSITIVES = number('True positives', 'TP', '1', COUNTS, {
  written: ['true positives', 'true positive', 'true-positives', 'TP'],
});
const FALSE_POSITIVES = number('False positives', 'FP', '1', COUNTS, {
  written: ['false positives', 'false positive', 'false-positives', 'FP'],
});
const TRUE_NEGATIVES = number('True negatives', 'TN', '1', COUNTS, {
  written: ['true negatives', 'true negative', 'true-negatives', 'TN'],
});
const FALSE_NEGATIVES = number('False negatives', 'FN', '1', COUNTS, {
  written: ['false negatives', 'false negative', 'false-negatives', 'FN'],
});
const SENSITIVITY = number('Sensitivity', 'sensitivity', '1', [0, 1], {
  otherUnits: ['%'],
  written: ['sensitivity'],
});
const SPECIFICITY = number('Specificity', 'specificity', '1', [0, 1], {
  otherUnits: ['%'],
  written: ['specificity'],
});
const RISK_REDUCTION = number('Absolute risk reduction', 'ARR', '1', [0.00001, 1], {
  otherUnits: ['%'],
  written: ['absolute risk reduction', 'absolute risk difference', 'risk difference', 'ARR'],
});
const YERUSHALMY = 'Yerushalmy J. Public Health Rep 1947;62:1432';
const VECCHIO = 'Vecchio TJ. N Engl J Med 1966;274:1171';
const LIKELIHOOD = 'Deeks JJ, Altman DG. BMJ 2004;329:168';

function percentOf(part: number, other: number): number | undefined {
  return part + other === 0 ? undefined : (100 * part) / (part + other);
}

export const TESTS_AND_TRIALS = [
  equation({
    id: 'sensitivity',
    title: 'Sensitivity',
    version: 'from counts',
    source: YERUSHALMY,
    written: ['sensitivity', 'true positive rate'],
    inputs: { hits: TRUE_POSITIVES, missed: FALSE_NEGATIVES },
    unit: '%',
    tolerance: 0.02,
    expression: '100 × {hits} ÷ ({hits} + {missed})',
    compute: ({ hits, missed }) => percentOf(hits, missed),
    monotone: { hits: 'rising', missed: 'falling' },
    vectors: [{ given: { hits: 90, missed: 10 }, result: 90 }],
  }),
  equation({
    id: 'specificity',
    title: 'Specificity',
    version: 'from counts',
    source: YERUSHALMY,
    written: ['specificity', 'true negative rate'],
    inputs: { rejected: TRUE_NEGATIVES, alarms: FALSE_POSITIVES },
    unit: '%',
    tolerance: 0.02,
    expression: '100 × {rejected} ÷ ({rejected} + {alarms})',
    compute: ({ rejected, alarms }) => percentOf(rejected, alarms),
    monotone: { rejected: 'rising', alarms: 'falling' },
    vectors: [{ given: { rejected: 80, alarms: 20 }, result: 80 }],
  }),
  equation({
    id: 'positive-predictive-value',
    title: 'Positive predictive value',
    version: 'from counts',
    source: VECCHIO,
    written: ['positive predictive value', 'ppv'],
    inputs: { hits: TRUE_POSITIVES, alarms: FALSE_POSITIVES },
    unit: '%',
    tolerance: 0.02,
    expression: '100 × {hits} ÷ ({hits} + {alarms})',
    compute: ({ hits, alarms }) => percentOf(hits, alarms),
    monotone: { hits: 'rising', alarms: 'falling' },
    vectors: [{ given: { hits: 90, alarms: 30 }, result: 75 }],
  }),
  equation({
    id: 'negative-predictive-value',
    title: 'Negative predictive value',
    version: 'from counts',
    source: VECCHIO,
    written: ['negative predictive value', 'npv'],
    inputs: { rejected: TRUE_NEGATIVES, missed: FALSE_NEGATIVES },
    unit: '%',
    tolerance: 0.02,
    expression: '100 × {rejected} ÷ ({rejected} + {missed})',
    compute: ({ rejected, missed }) => percentOf(rejected, missed),
    monotone: { rejected: 'rising', missed: 'falling' },
    vectors: [{ given: { rejected: 80, missed: 20 }, result: 80 }],
  }),
  equation({
    id: 'false-negative-rate',
    title: 'False negative rate',
    version: 'from the sensitivity',
    source: YERUSHALMY,
    written: ['false negative rate', 'false-negative rate', 'miss rate'],
    inputs: { sensitivity: SENSITIVITY },
    unit: '%',
    tolerance: 0.02,
    expression: '100 × (1 − {sensitivity})',
    compute: ({ sensitivity }) => 100 * (1 - sensitivity),
    monotone: { sensitivity: 'falling' },
    vectors: [{ given: { sensitivity: 0.9 }, result: 10 }],
  }),
  equation({
    id: 'false-positive-rate',
    title: 'False positive rate',
    version: 'from the specificity',
    source: YERUSHALMY,
    written: ['false positive rate', 'false-positive rate'],
    inputs: { specificity: SPECIFICITY },
    unit: '%',
    tolerance: 0.02,
    expression: '100 × (1 − {specificity})',
    compute: ({ specificity }) => 100 * (1 - specificity),
    monotone: { specificity: 'falling' },
    vectors: [{ given: { specificity: 0.8 }, result: 20 }],
  }),
  equation({
    id: 'positive-likelihood-ratio',
    title: 'Positive likelihood ratio',
    version: 'from sensitivity and specificity',
    source: LIKELIHOOD,
    written: ['positive likelihood ratio', 'likelihood ratio positive', 'lr+'],
    inputs: { sensitivity: SENSITIVITY, specificity: { ...SPECIFICITY, range: [0, 0.9999] } },
    unit: '1',
    expression: '{sensitivity} ÷ (1 − {specificity})',
    compute: ({ sensitivity, specificity }) => sensitivity / (1 - specificity),
    monotone: { sensitivity: 'rising', specificity: 'rising' },
    vectors: [{ given: { sensitivity: 0.9, specificity: 0.8 }, result: 4.5 }],
  }),
  equation({
    id: 'negative-likelihood-ratio',
    title: 'Negative likelihood ratio',
    version: 'from sensitivity and specificity',
    source: LIKELIHOOD,
    written: ['negative likelihood ratio', 'likelihood ratio negative', 'lr-', 'lr−'],
    inputs: { sensitivity: SENSITIVITY, specificity: { ...SPECIFICITY, range: [0.0001, 1] } },
    unit: '1',
    expression: '(1 − {sensitivity}) ÷ {specificity}',
    compute: ({ sensitivity, specificity }) => (1 - sensitivity) / specificity,
    monotone: { sensitivity: 'falling', specificity: 'falling' },
    vectors: [{ given: { sensitivity: 0.9, specificity: 0.8 }, result: 0.125 }],
  }),
  equation({
    id: 'number-needed-to-treat',
    title: 'Number needed to treat',
    version: 'from the absolute risk reduction',
    source: 'Laupacis A, Sackett DL, Roberts RS. N Engl J Med 1988;318:1728',
    written: ['number needed to treat', 'nnt', 'number needed to harm', 'nnh'],
    inputs: { reduction: RISK_REDUCTION },
    unit: '1',
    expression: '1 ÷ {reduction}',
    compute: ({ reduction }) => 1 / reduction,
    monotone: { reduction: 'falling' },
    vectors: [{ given: { reduction: 0.05 }, result: 20 }],
  }),
];
