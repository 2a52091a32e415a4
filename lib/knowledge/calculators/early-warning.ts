import { score } from '@/lib/knowledge/calculators/calculator';
import {
  choice,
  HEART_RATE,
  RESPIRATORY_RATE,
  SPO2,
  SYSTOLIC,
  TEMPERATURE,
  yesNo,
} from '@/lib/knowledge/calculators/inputs';

/** Points by the first band whose upper limit (included) a value does not pass; `last` above all of them. */
function banded(
  value: number,
  bands: readonly (readonly [upTo: number, points: number])[],
  last: number,
): number {
  return bands.find(([upTo]) => value <= upTo)?.[1] ?? last;
}

const SCALE_1 = [
  [91, 3],
  [93, 2],
  [95, 1],
] as const;
const SCALE_2 = [
  [83, 3],
  [85, 2],
  [87, 1],
  [92, 0],
] as const;
/** Of scale 2, above 92 % on oxygen. */
const SCALE_2_ON_OXYGEN = [
  [94, 1],
  [96, 2],
] as const;

function saturationPoints(saturation: number, target: '1' | '2', oxygen: boolean): number {
  if (target === '1') {
    return banded(saturation, SCALE_1, 0);
  }
  return saturation > 92 && oxygen
    ? banded(saturation, SCALE_2_ON_OXYGEN, 3)
    : banded(saturation, SCALE_2, 0);
}

export const EARLY_WARNING = [
  score({
    id: 'news2',
    title: 'NEWS2',
    version: 'Royal College of Physicians 2017',
    source: 'Royal College of Physicians. National Early Warning Score (NEWS) 2. London, 2017',
    written: ['news2', 'news2 score', 'news 2', 'national early warning score 2'],
    inputs: {
      respiratoryRate: RESPIRATORY_RATE,
      saturation: SPO2,
      target: choice('SpO₂ scale', [
        ['1', '1 (96 % and above)'],
        ['2', '2 (88 to 92 %, hypercapnic failure)'],
      ]),
      oxygen: yesNo('Supplemental oxygen'),
      systolic: SYSTOLIC,
      pulse: HEART_RATE,
      alert: yesNo('Alert'),
      temperature: TEMPERATURE,
    },
    items: [
      {
        label: 'respiratory rate ≤8 (3), 9 to 11 (1), 12 to 20 (0), 21 to 24 (2), ≥25 (3)',
        uses: ['respiratoryRate'],
        most: 3,
        points: ({ respiratoryRate }) =>
          banded(
            respiratoryRate,
            [
              [8, 3],
              [11, 1],
              [20, 0],
              [24, 2],
            ],
            3,
          ),
      },
      {
        label:
          'SpO₂, scale 1: ≤91 (3), 92 to 93 (2), 94 to 95 (1); scale 2: ≤83 (3), 84 to 85 (2), 86 to 87 (1), on oxygen 93 to 94 (1), 95 to 96 (2), ≥97 (3)',
        uses: ['saturation', 'target', 'oxygen'],
        most: 3,
        points: ({ saturation, target, oxygen }) => saturationPoints(saturation, target, oxygen),
      },
      {
        label: 'supplemental oxygen',
        uses: ['oxygen'],
        most: 2,
        points: ({ oxygen }) => (oxygen ? 2 : 0),
      },
      {
        label: 'systolic pressure ≤90 (3), 91 to 100 (2), 101 to 110 (1), 111 to 219 (0), ≥220 (3)',
        uses: ['systolic'],
        most: 3,
        points: ({ systolic }) =>
          banded(
            systolic,
            [
              [90, 3],
              [100, 2],
              [110, 1],
              [219, 0],
            ],
            3,
          ),
      },
      {
        label: 'pulse ≤40 (3), 41 to 50 (1), 51 to 90 (0), 91 to 110 (1), 111 to 130 (2), ≥131 (3)',
        uses: ['pulse'],
        most: 3,
        points: ({ pulse }) =>
          banded(
            pulse,
            [
              [40, 3],
              [50, 1],
              [90, 0],
              [110, 1],
              [130, 2],
            ],
            3,
          ),
      },
      { label: 'not alert', uses: ['alert'], most: 3, points: ({ alert }) => (alert ? 0 : 3) },
      {
        label:
          'temperature ≤35.0 (3), 35.1 to 36.0 (1), 36.1 to 38.0 (0), 38.1 to 39.0 (1), ≥39.1 (2)',
        uses: ['temperature'],
        most: 3,
        points: ({ temperature }) =>
          banded(
            temperature,
            [
              [35, 3],
              [36, 1],
              [38, 0],
              [39, 1],
            ],
            2,
          ),
      },
    ],
    vectors: [
      {
        given: {
          respiratoryRate: 22,
          saturation: 93,
          target: '1',
          oxygen: false,
          systolic: 105,
          pulse: 112,
          alert: true,
          temperature: 38.5,
        },
        result: 8,
      },
      {
        given: {
          respiratoryRate: 16,
          saturation: 90,
          target: '2',
          oxygen: false,
          systolic: 120,
          pulse: 70,
          alert: true,
          temperature: 37,
        },
        result: 0,
      },
    ],
    bands: [
      { from: 0, label: 'low' },
      { from: 5, label: 'urgent response' },
      { from: 7, label: 'emergency response' },
    ],
    bandSource: 'Royal College of Physicians 2017',
    note: 'A single 3 also calls for an urgent ward-based review.',
  }),
];
