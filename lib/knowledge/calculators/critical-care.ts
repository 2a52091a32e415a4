import { score } from '@/lib/knowledge/calculators/calculator';
import {
  AGE,
  DIASTOLIC,
  number,
  RESPIRATORY_RATE,
  SYSTOLIC,
  UREA_NITROGEN,
  yesNo,
} from '@/lib/knowledge/calculators/inputs';

export const CRITICAL_CARE = [
  score({
    id: 'glasgow-coma-scale',
    title: 'Glasgow Coma Scale',
    version: '15 points',
    source: 'Teasdale G, Jennett B. Lancet 1974;2:81; motor response of six grades 1976',
    written: ['gcs', 'glasgow coma scale', 'glasgow coma score'],
    inputs: {
      eye: number('Eye opening', 'E', '1', [1, 4]),
      verbal: number('Verbal response', 'V', '1', [1, 5]),
      motor: number('Motor response', 'M', '1', [1, 6]),
    },
    items: [
      { label: 'eye opening', uses: ['eye'], least: 1, most: 4, points: ({ eye }) => eye },
      {
        label: 'verbal response',
        uses: ['verbal'],
        least: 1,
        most: 5,
        points: ({ verbal }) => verbal,
      },
      { label: 'motor response', uses: ['motor'], least: 1, most: 6, points: ({ motor }) => motor },
    ],
    monotone: { eye: 'rising', verbal: 'rising', motor: 'rising' },
    vectors: [
      { given: { eye: 4, verbal: 5, motor: 6 }, result: 15 },
      { given: { eye: 1, verbal: 1, motor: 1 }, result: 3 },
    ],
    bands: [
      { from: 3, label: 'severe' },
      { from: 9, label: 'moderate' },
      { from: 13, label: 'mild' },
    ],
    bandSource: 'Teasdale 1974 and later use in head injury',
  }),
  score({
    id: 'curb-65',
    title: 'CURB-65',
    version: 'British Thoracic Society, 2003',
    source: 'Lim WS, van der Eerden MM, Laing R, et al. Thorax 2003;58:377',
    written: ['curb-65', 'curb 65', 'curb65', 'curb-65 score'],
    inputs: {
      confusion: yesNo('New confusion'),
      ureaNitrogen: UREA_NITROGEN,
      respiratoryRate: RESPIRATORY_RATE,
      systolic: SYSTOLIC,
      diastolic: DIASTOLIC,
      age: AGE,
    },
    items: [
      { label: 'confusion', uses: ['confusion'], most: 1, points: (v) => (v.confusion ? 1 : 0) },
      {
        label: 'urea >7 mmol/L (BUN >19 mg/dL)',
        uses: ['ureaNitrogen'],
        most: 1,
        points: (v) => (v.ureaNitrogen > 19 ? 1 : 0),
      },
      {
        label: 'respiratory rate ≥30',
        uses: ['respiratoryRate'],
        most: 1,
        points: (v) => (v.respiratoryRate >= 30 ? 1 : 0),
      },
      {
        label: 'systolic <90 or diastolic ≤60',
        uses: ['systolic', 'diastolic'],
        most: 1,
        points: (v) => (v.systolic < 90 || v.diastolic <= 60 ? 1 : 0),
      },
      { label: 'age ≥65', uses: ['age'], most: 1, points: (v) => (v.age >= 65 ? 1 : 0) },
    ],
    monotone: {
      ureaNitrogen: 'rising',
      respiratoryRate: 'rising',
      systolic: 'falling',
      diastolic: 'falling',
      age: 'rising',
    },
    vectors: [
      {
        given: {
          confusion: true,
          ureaNitrogen: 20,
          respiratoryRate: 30,
          systolic: 85,
          diastolic: 60,
          age: 65,
        },
        result: 5,
      },
      {
        given: {
          confusion: false,
          ureaNitrogen: 19,
          respiratoryRate: 29,
          systolic: 90,
          diastolic: 61,
          age: 64,
        },
        result: 0,
      },
    ],
    bands: [
      { from: 0, label: 'low risk' },
      { from: 2, label: 'intermediate risk' },
      { from: 3, label: 'severe pneumonia' },
    ],
    bandSource: 'Lim 2003',
  }),
];
