import { equation, score } from '@/lib/knowledge/calculators/calculator';
import {
  AGE,
  ALBUMIN,
  ALT,
  AST,
  BILIRUBIN,
  choice,
  INR,
  number,
  PLATELETS,
} from '@/lib/knowledge/calculators/inputs';

export const LIVER = [
  score({
    id: 'child-pugh',
    title: 'Child-Pugh',
    version: 'Pugh 1973, INR in place of prothrombin time',
    source: 'Pugh RNH, Murray-Lyon IM, Dawson JL, et al. Br J Surg 1973;60:646',
    written: ['child-pugh', 'child-pugh score', 'child pugh'],
    inputs: {
      bilirubin: BILIRUBIN,
      albumin: ALBUMIN,
      inr: INR,
      ascites: choice('Ascites', [
        ['none', 'none'],
        ['mild', 'mild'],
        ['moderate', 'moderate or severe'],
      ]),
      encephalopathy: choice('Encephalopathy', [
        ['none', 'none'],
        ['1-2', 'grade 1 or 2'],
        ['3-4', 'grade 3 or 4'],
      ]),
    },
    items: [
      {
        label: 'bilirubin <2, 2 to 3, >3 mg/dL',
        uses: ['bilirubin'],
        least: 1,
        most: 3,
        points: ({ bilirubin }) => (bilirubin < 2 ? 1 : bilirubin <= 3 ? 2 : 3),
      },
      {
        label: 'albumin >3.5, 2.8 to 3.5, <2.8 g/dL',
        uses: ['albumin'],
        least: 1,
        most: 3,
        points: ({ albumin }) => (albumin > 3.5 ? 1 : albumin >= 2.8 ? 2 : 3),
      },
      {
        label: 'INR <1.7, 1.7 to 2.3, >2.3',
        uses: ['inr'],
        least: 1,
        most: 3,
        points: ({ inr }) => (inr < 1.7 ? 1 : inr <= 2.3 ? 2 : 3),
      },
      {
        label: 'ascites',
        uses: ['ascites'],
        least: 1,
        most: 3,
        points: ({ ascites }) => (ascites === 'none' ? 1 : ascites === 'mild' ? 2 : 3),
      },
      {
        label: 'encephalopathy',
        uses: ['encephalopathy'],
        least: 1,
        most: 3,
        points: ({ encephalopathy }) =>
          encephalopathy === 'none' ? 1 : encephalopathy === '1-2' ? 2 : 3,
      },
    ],
    monotone: { bilirubin: 'rising', albumin: 'falling', inr: 'rising' },
    vectors: [
      {
        given: { bilirubin: 1, albumin: 4, inr: 1, ascites: 'none', encephalopathy: 'none' },
        result: 5,
      },
      {
        given: { bilirubin: 2.5, albumin: 3, inr: 2, ascites: 'mild', encephalopathy: '1-2' },
        result: 10,
      },
      {
        given: { bilirubin: 5, albumin: 2, inr: 3, ascites: 'moderate', encephalopathy: '3-4' },
        result: 15,
      },
    ],
    bands: [
      { from: 5, label: 'class A' },
      { from: 7, label: 'class B' },
      { from: 10, label: 'class C' },
    ],
    bandSource: 'Pugh 1973',
  }),
  equation({
    id: 'fib-4',
    title: 'FIB-4',
    version: 'FIB-4',
    source: 'Sterling RK, Lissen E, Clumeck N, et al. Hepatology 2006;43:1317',
    written: ['fib-4', 'fib-4 index', 'fib-4 score', 'fib4'],
    inputs: { age: AGE, ast: AST, alt: ALT, platelets: PLATELETS },
    unit: '1',
    expression: '{age} × {ast} ÷ ({platelets} × √{alt})',
    compute: ({ age, ast, alt, platelets }) => (age * ast) / (platelets * Math.sqrt(alt)),
    monotone: { age: 'rising', ast: 'rising', alt: 'falling', platelets: 'falling' },
    vectors: [{ given: { age: 50, ast: 80, alt: 60, platelets: 150 }, result: 3.443 }],
    bands: [
      { from: 0, label: 'advanced fibrosis unlikely' },
      { from: 1.3, label: 'indeterminate' },
      { from: 2.67, label: 'advanced fibrosis likely' },
    ],
    bandSource: 'Shah AG, Lydecker A, Murray K, et al. Clin Gastroenterol Hepatol 2009;7:1104',
  }),
  equation({
    id: 'maddrey',
    title: 'Maddrey discriminant function',
    version: 'modified 1989 form',
    source: 'Carithers RL, Herlong HF, Diehl AM, et al. Ann Intern Med 1989;110:685',
    written: [
      'maddrey discriminant function',
      'maddrey score',
      "maddrey's discriminant function",
      'discriminant function',
    ],
    inputs: {
      prothrombin: number('Prothrombin time', 'PT', 's', [5, 200], {
        written: ['prothrombin time', 'PT'],
      }),
      control: number('Control prothrombin time', 'control PT', 's', [8, 20], {
        written: ['control prothrombin time', 'control PT'],
      }),
      bilirubin: BILIRUBIN,
    },
    unit: '1',
    expression: '4.6 × ({prothrombin} − {control}) + {bilirubin}',
    compute: ({ prothrombin, control, bilirubin }) => 4.6 * (prothrombin - control) + bilirubin,
    monotone: { prothrombin: 'rising', control: 'falling', bilirubin: 'rising' },
    vectors: [{ given: { prothrombin: 20, control: 12, bilirubin: 10 }, result: 46.8 }],
    bands: [
      { from: Number.NEGATIVE_INFINITY, label: 'not severe' },
      { from: 32, label: 'severe alcoholic hepatitis' },
    ],
    bandSource: 'Carithers 1989',
  }),
  equation({
    id: 'saag',
    title: 'Serum-ascites albumin gradient',
    version: 'SAAG',
    source: 'Runyon BA, Montano AA, Akriviadis EA, et al. Ann Intern Med 1992;117:215',
    written: [
      'saag',
      'serum-ascites albumin gradient',
      'serum ascites albumin gradient',
      'serum-to-ascites albumin gradient',
    ],
    inputs: {
      serum: { ...ALBUMIN, label: 'Serum albumin', symbol: 'serum albumin' },
      ascites: number('Ascites albumin', 'ascites albumin', 'g/dL', [0, 6], {
        otherUnits: ['g/L'],
        written: ['ascites albumin', 'ascitic albumin', 'ascitic fluid albumin'],
      }),
    },
    unit: 'g/dL',
    expression: '{serum} − {ascites}',
    compute: ({ serum, ascites }) => serum - ascites,
    monotone: { serum: 'rising', ascites: 'falling' },
    vectors: [{ given: { serum: 3, ascites: 1.5 }, result: 1.5 }],
    bands: [
      { from: Number.NEGATIVE_INFINITY, label: 'portal hypertension unlikely' },
      { from: 1.1, label: 'portal hypertension' },
    ],
    bandSource: 'Runyon 1992',
  }),
];
