import { equation } from '@/lib/knowledge/calculators/calculator';
import { HEIGHT, SEX, WEIGHT } from '@/lib/knowledge/calculators/inputs';

export const BODY = [
  equation({
    id: 'bmi',
    title: 'Body mass index',
    version: 'kg/m²',
    source: 'Quetelet A 1832; WHO Technical Report 894 (2000)',
    written: ['bmi', 'body mass index'],
    inputs: { weight: WEIGHT, height: HEIGHT },
    unit: 'kg/m2',
    expression: '{weight} ÷ ({height} ÷ 100)²',
    compute: ({ weight, height }) => weight / (height / 100) ** 2,
    monotone: { weight: 'rising', height: 'falling' },
    vectors: [{ given: { weight: 70, height: 175 }, result: 22.857 }],
    bands: [
      { from: 0, label: 'underweight' },
      { from: 18.5, label: 'normal' },
      { from: 25, label: 'overweight' },
      { from: 30, label: 'obesity' },
    ],
    bandSource: 'WHO Technical Report 894 (2000), adults',
  }),
  equation({
    id: 'bsa',
    title: 'Body surface area',
    version: 'Mosteller',
    source: 'Mosteller RD. N Engl J Med 1987;317:1098',
    written: ['body surface area', 'bsa'],
    inputs: { height: HEIGHT, weight: WEIGHT },
    unit: 'm2',
    expression: '√({height} × {weight} ÷ 3600)',
    compute: ({ height, weight }) => Math.sqrt((height * weight) / 3600),
    monotone: { height: 'rising', weight: 'rising' },
    vectors: [{ given: { height: 170, weight: 70 }, result: 1.818 }],
  }),
  equation({
    id: 'ideal-body-weight',
    title: 'Ideal body weight',
    version: 'Devine',
    source: 'Devine BJ. Gentamicin therapy. Drug Intell Clin Pharm 1974;8:650',
    written: ['ideal body weight', 'ibw'],
    inputs: { height: { ...HEIGHT, range: [130, 250] }, sex: SEX },
    unit: 'kg',
    expression: '50 (45.5 if female: {sex}) + 2.3 × ({height} ÷ 2.54 − 60)',
    compute: ({ height, sex }) => (sex === 'male' ? 50 : 45.5) + 2.3 * (height / 2.54 - 60),
    monotone: { height: 'rising' },
    vectors: [
      { given: { height: 175, sex: 'male' }, result: 70.46 },
      { given: { height: 160, sex: 'female' }, result: 52.38 },
    ],
  }),
];
