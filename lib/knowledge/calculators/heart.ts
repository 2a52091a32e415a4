import { score } from '@/lib/knowledge/calculators/calculator';
import { AGE, choice, number, SEX, yesNo } from '@/lib/knowledge/calculators/inputs';

const STROKE_LINES = {
  heartFailure: yesNo('Heart failure'),
  hypertension: yesNo('Hypertension'),
  age: AGE,
  diabetes: yesNo('Diabetes'),
  stroke: yesNo('Stroke, TIA or thromboembolism'),
  vascular: yesNo('Vascular disease'),
} as const;

interface StrokeValues {
  readonly heartFailure: boolean;
  readonly hypertension: boolean;
  readonly age: number;
  readonly diabetes: boolean;
  readonly stroke: boolean;
  readonly vascular: boolean;
}

const STROKE_ITEMS = [
  {
    label: 'heart failure',
    uses: ['heartFailure'],
    most: 1,
    points: (v: StrokeValues) => (v.heartFailure ? 1 : 0),
  },
  {
    label: 'hypertension',
    uses: ['hypertension'],
    most: 1,
    points: (v: StrokeValues) => (v.hypertension ? 1 : 0),
  },
  {
    label: 'age ≥75 (2), 65 to 74 (1)',
    uses: ['age'],
    most: 2,
    points: (v: StrokeValues) => (v.age >= 75 ? 2 : v.age >= 65 ? 1 : 0),
  },
  {
    label: 'diabetes',
    uses: ['diabetes'],
    most: 1,
    points: (v: StrokeValues) => (v.diabetes ? 1 : 0),
  },
  { label: 'stroke', uses: ['stroke'], most: 2, points: (v: StrokeValues) => (v.stroke ? 2 : 0) },
  {
    label: 'vascular disease',
    uses: ['vascular'],
    most: 1,
    points: (v: StrokeValues) => (v.vascular ? 1 : 0),
  },
] as const;
const WOMAN_OF_76 = {
  heartFailure: false,
  hypertension: true,
  age: 76,
  diabetes: true,
  stroke: false,
  vascular: false,
};

export const HEART = [
  score({
    id: 'cha2ds2-vasc',
    title: 'CHA₂DS₂-VASc',
    version: '2010, with sex',
    source: 'Lip GYH, Nieuwlaat R, Pisters R, et al. Chest 2010;137:263',
    written: ['cha2ds2-vasc', 'chads-vasc', 'cha₂ds₂-vasc', 'chadsvasc', 'cha2ds2-vasc score'],
    inputs: { ...STROKE_LINES, sex: SEX },
    items: [
      ...STROKE_ITEMS,
      { label: 'female', uses: ['sex'], most: 1, points: ({ sex }) => (sex === 'female' ? 1 : 0) },
    ],
    monotone: { age: 'rising' },
    vectors: [{ given: { ...WOMAN_OF_76, sex: 'female' }, result: 5 }],
    note: 'ESC 2024 uses CHA₂DS₂-VA, without sex.',
  }),
  score({
    id: 'cha2ds2-va',
    title: 'CHA₂DS₂-VA',
    version: 'ESC 2024, without sex',
    source:
      'Van Gelder IC, Rienstra M, Bunting KV, et al. 2024 ESC Guidelines for atrial fibrillation. Eur Heart J 2024;45:3314',
    written: ['cha2ds2-va', 'cha₂ds₂-va', 'cha2ds2-va score'],
    inputs: STROKE_LINES,
    items: STROKE_ITEMS,
    monotone: { age: 'rising' },
    vectors: [{ given: WOMAN_OF_76, result: 4 }],
    bands: [
      { from: 0, label: 'anticoagulation not indicated' },
      { from: 1, label: 'anticoagulation to be considered' },
      { from: 2, label: 'anticoagulation recommended' },
    ],
    bandSource: 'ESC 2024',
  }),
  score({
    id: 'has-bled',
    title: 'HAS-BLED',
    version: '2010',
    source: 'Pisters R, Lane DA, Nieuwlaat R, et al. Chest 2010;138:1093',
    written: ['has-bled', 'hasbled', 'has-bled score'],
    inputs: {
      hypertension: yesNo('Systolic pressure above 160 mmHg'),
      renal: yesNo('Abnormal renal function'),
      liver: yesNo('Abnormal liver function'),
      stroke: yesNo('Stroke'),
      bleeding: yesNo('Bleeding history or predisposition'),
      labile: yesNo('Labile INR'),
      age: AGE,
      drugs: yesNo('Antiplatelets or NSAIDs'),
      alcohol: yesNo('Alcohol excess'),
    },
    items: [
      {
        label: 'hypertension',
        uses: ['hypertension'],
        most: 1,
        points: (v) => (v.hypertension ? 1 : 0),
      },
      { label: 'renal', uses: ['renal'], most: 1, points: (v) => (v.renal ? 1 : 0) },
      { label: 'liver', uses: ['liver'], most: 1, points: (v) => (v.liver ? 1 : 0) },
      { label: 'stroke', uses: ['stroke'], most: 1, points: (v) => (v.stroke ? 1 : 0) },
      { label: 'bleeding', uses: ['bleeding'], most: 1, points: (v) => (v.bleeding ? 1 : 0) },
      { label: 'labile INR', uses: ['labile'], most: 1, points: (v) => (v.labile ? 1 : 0) },
      { label: 'age >65', uses: ['age'], most: 1, points: (v) => (v.age > 65 ? 1 : 0) },
      { label: 'drugs', uses: ['drugs'], most: 1, points: (v) => (v.drugs ? 1 : 0) },
      { label: 'alcohol', uses: ['alcohol'], most: 1, points: (v) => (v.alcohol ? 1 : 0) },
    ],
    monotone: { age: 'rising' },
    vectors: [
      {
        given: {
          hypertension: true,
          renal: true,
          liver: true,
          stroke: true,
          bleeding: true,
          labile: true,
          age: 70,
          drugs: true,
          alcohol: true,
        },
        result: 9,
      },
      {
        given: {
          hypertension: false,
          renal: false,
          liver: false,
          stroke: false,
          bleeding: false,
          labile: false,
          age: 65,
          drugs: false,
          alcohol: false,
        },
        result: 0,
      },
    ],
    bands: [
      { from: 0, label: 'low or moderate bleeding risk' },
      { from: 3, label: 'high bleeding risk' },
    ],
    bandSource: 'Pisters 2010',
  }),
  score({
    id: 'heart-score',
    title: 'HEART',
    version: '2008',
    source: 'Six AJ, Backus BE, Kelder JC. Neth Heart J 2008;16:191',
    written: ['heart score'],
    inputs: {
      history: number('History: slightly, moderately, highly suspicious', 'history', '1', [0, 2]),
      ecg: number('ECG: normal, repolarisation, ST deviation', 'ECG', '1', [0, 2]),
      age: AGE,
      riskFactors: choice('Risk factors', [
        ['none', 'none'],
        ['some', 'one or two'],
        ['many', 'three or more, or known atherosclerosis'],
      ]),
      troponin: choice('Troponin', [
        ['normal', 'up to the limit'],
        ['raised', 'one to three times the limit'],
        ['high', 'above three times the limit'],
      ]),
    },
    items: [
      { label: 'history', uses: ['history'], most: 2, points: (v) => Math.round(v.history) },
      { label: 'ECG', uses: ['ecg'], most: 2, points: (v) => Math.round(v.ecg) },
      {
        label: 'age ≥65 (2), 45 to 64 (1)',
        uses: ['age'],
        most: 2,
        points: (v) => (v.age >= 65 ? 2 : v.age >= 45 ? 1 : 0),
      },
      {
        label: 'risk factors',
        uses: ['riskFactors'],
        most: 2,
        points: (v) => ({ none: 0, some: 1, many: 2 })[v.riskFactors],
      },
      {
        label: 'troponin',
        uses: ['troponin'],
        most: 2,
        points: (v) => ({ normal: 0, raised: 1, high: 2 })[v.troponin],
      },
    ],
    monotone: { history: 'rising', ecg: 'rising', age: 'rising' },
    vectors: [
      { given: { history: 2, ecg: 2, age: 65, riskFactors: 'many', troponin: 'high' }, result: 10 },
      {
        given: { history: 1, ecg: 0, age: 50, riskFactors: 'some', troponin: 'normal' },
        result: 3,
      },
    ],
    bands: [
      { from: 0, label: 'low risk' },
      { from: 4, label: 'intermediate risk' },
      { from: 7, label: 'high risk' },
    ],
    bandSource: 'Six 2008',
  }),
];
