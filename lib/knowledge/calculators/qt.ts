import { equation } from '@/lib/knowledge/calculators/calculator';
import { HEART_RATE, QT } from '@/lib/knowledge/calculators/inputs';

const QTC_WRITTEN = ['qtc', 'corrected qt', 'corrected qt interval', 'qtc interval'];
const QTC_BANDS = [
  { from: 0, label: 'usual' },
  { from: 450, label: 'prolonged in men' },
  { from: 460, label: 'prolonged' },
  { from: 500, label: 'high risk of torsades' },
];
const QTC_BAND_SOURCE =
  'Rautaharju PM, Surawicz B, Gettes LS. AHA/ACCF/HRS recommendations IV. J Am Coll Cardiol 2009;53:982; Drew BJ, et al. Circulation 2010;121:1047';

interface Correction {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly expression: string;
  /** QT in ms, RR in s, heart rate per minute. */
  readonly correct: (qt: number, rr: number, rate: number) => number;
  /** Results for 400 ms at 60, 400 ms at 100 and 360 ms at 90. */
  readonly results: readonly [number, number, number];
}

function corrected({ id, name, source, expression, correct, results }: Correction) {
  return equation({
    id,
    title: `QTc (${name})`,
    version: name,
    source,
    written: [...QTC_WRITTEN, `${name.toLowerCase()} qtc`],
    inputs: { qt: QT, heartRate: HEART_RATE },
    unit: 'ms',
    expression,
    compute: ({ qt, heartRate }) => correct(qt, 60 / heartRate, heartRate),
    monotone: { qt: 'rising', heartRate: 'rising' },
    vectors: [
      { given: { qt: 400, heartRate: 60 }, result: results[0] },
      { given: { qt: 400, heartRate: 100 }, result: results[1] },
      { given: { qt: 360, heartRate: 90 }, result: results[2] },
    ],
    bands: QTC_BANDS,
    bandSource: QTC_BAND_SOURCE,
  });
}

export const CORRECTED_QT = [
  corrected({
    id: 'qtc-bazett',
    name: 'Bazett',
    source: 'Bazett HC. An analysis of the time-relations of electrocardiograms. Heart 1920;7:353',
    expression: '{qt} ÷ √(60 ÷ {heartRate})',
    correct: (qt, rr) => qt / Math.sqrt(rr),
    results: [400, 516.4, 440.9],
  }),
  corrected({
    id: 'qtc-fridericia',
    name: 'Fridericia',
    source: 'Fridericia LS. Acta Med Scand 1920;53:469',
    expression: '{qt} ÷ ∛(60 ÷ {heartRate})',
    correct: (qt, rr) => qt / Math.cbrt(rr),
    results: [400, 474.3, 412.1],
  }),
  corrected({
    id: 'qtc-framingham',
    name: 'Framingham',
    source: 'Sagie A, Larson MG, Goldberg RJ, et al. Am J Cardiol 1992;70:797',
    expression: '{qt} + 154 × (1 − 60 ÷ {heartRate})',
    correct: (qt, rr) => qt + 154 * (1 - rr),
    results: [400, 461.6, 411.3],
  }),
  corrected({
    id: 'qtc-hodges',
    name: 'Hodges',
    source: 'Hodges M, Salerno D, Erlien D. J Am Coll Cardiol 1983;1:694',
    expression: '{qt} + 1.75 × ({heartRate} − 60)',
    correct: (qt, _, rate) => qt + 1.75 * (rate - 60),
    results: [400, 470, 412.5],
  }),
];
