import { equation, type ValuesOf } from '@/lib/knowledge/calculators/calculator';
import {
  ALBUMIN,
  BILIRUBIN,
  CREATININE,
  INR,
  SEX,
  SODIUM,
  yesNo,
} from '@/lib/knowledge/calculators/inputs';

const MELD_INPUTS = {
  bilirubin: BILIRUBIN,
  inr: INR,
  creatinine: CREATININE,
  dialysis: yesNo('Dialysis at least twice in the past week'),
} as const;
const MELD_FORMULA =
  '9.57 ln(creatinine {creatinine}) + 3.78 ln(bilirubin {bilirubin}) + 11.20 ln(INR {inr}) + 6.43';
const MELD_NOTE =
  'Values below 1.0 count as 1.0; creatinine counts as at most 4.0 mg/dL, and as 4.0 on dialysis.';

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function meld({ bilirubin, inr, creatinine, dialysis }: ValuesOf<typeof MELD_INPUTS>): number {
  const counted = dialysis ? 4 : between(creatinine, 1, 4);
  return (
    10 *
    (0.957 * Math.log(counted) +
      0.378 * Math.log(Math.max(bilirubin, 1)) +
      1.12 * Math.log(Math.max(inr, 1)) +
      0.643)
  );
}

export const MELD = [
  equation({
    id: 'meld',
    title: 'MELD',
    version: 'MELD 2001 (original)',
    source: 'Kamath PS, Wiesner RH, Malinchoc M, et al. Hepatology 2001;33:464',
    written: ['meld', 'meld score'],
    inputs: MELD_INPUTS,
    unit: '1',
    tolerance: 0,
    expression: MELD_FORMULA,
    compute: (values) => Math.round(meld(values)),
    monotone: { bilirubin: 'rising', inr: 'rising', creatinine: 'rising' },
    vectors: [
      { given: { bilirubin: 3, inr: 1.8, creatinine: 1.5, dialysis: false }, result: 21 },
      { given: { bilirubin: 1, inr: 1, creatinine: 1, dialysis: false }, result: 6 },
    ],
    note: MELD_NOTE,
  }),
  equation({
    id: 'meld-na',
    title: 'MELD-Na',
    version: 'MELD-Na, OPTN 2016',
    source:
      'Kim WR, Biggins SW, Kremers WK, et al. Hyponatremia and mortality among patients on the liver-transplant waiting list. N Engl J Med 2008;359:1018; OPTN Policy 9 (2016)',
    written: ['meld-na', 'meld-na score', 'meldna', 'meld', 'meld score'],
    inputs: { ...MELD_INPUTS, sodium: SODIUM },
    unit: '1',
    tolerance: 0,
    expression: 'MELD + 1.32 × (137 − {sodium}) − 0.033 × MELD × (137 − {sodium})',
    compute: ({ sodium, ...values }) => {
      const base = Math.min(Math.round(meld(values) * 10) / 10, 40);
      const below = 137 - between(sodium, 125, 137);
      return Math.round(base > 11 ? base + 1.32 * below - 0.033 * base * below : base);
    },
    monotone: { sodium: 'falling' },
    vectors: [
      {
        given: { bilirubin: 3, inr: 1.8, creatinine: 1.5, dialysis: false, sodium: 130 },
        result: 25,
        source: 'the same result in MedCalc-Bench',
      },
      {
        given: { bilirubin: 1, inr: 1, creatinine: 1, dialysis: false, sodium: 140 },
        result: 6,
      },
    ],
    note: `${MELD_NOTE} Sodium counts from 125 to 137 mmol/L, and only where MELD is above 11; MELD counts as at most 40.`,
  }),
  equation({
    id: 'meld-3',
    title: 'MELD 3.0',
    version: 'MELD 3.0, OPTN since July 2023',
    source: 'Kim WR, Mannalithara A, Heimbach JK, et al. Gastroenterology 2021;161:1887',
    written: ['meld 3.0', 'meld 3.0 score', 'meld', 'meld score'],
    inputs: { ...MELD_INPUTS, sodium: SODIUM, albumin: ALBUMIN, sex: SEX },
    unit: '1',
    tolerance: 0,
    expression:
      '1.33 (if female: {sex}) + 4.56 ln({bilirubin}) + 0.82 (137 − {sodium}) − 0.24 (137 − {sodium}) ln({bilirubin}) + 9.09 ln({inr}) + 11.14 ln({creatinine}) + 1.85 (3.5 − {albumin}) − 1.83 (3.5 − {albumin}) ln({creatinine}) + 6',
    compute: ({ bilirubin, inr, creatinine, dialysis, sodium, albumin, sex }) => {
      const lnBilirubin = Math.log(Math.max(bilirubin, 1));
      const lnCreatinine = Math.log(dialysis ? 3 : between(creatinine, 1, 3));
      const belowSodium = 137 - between(sodium, 125, 137);
      const belowAlbumin = 3.5 - between(albumin, 1.5, 3.5);
      return Math.round(
        (sex === 'female' ? 1.33 : 0) +
          4.56 * lnBilirubin +
          0.82 * belowSodium -
          0.24 * belowSodium * lnBilirubin +
          9.09 * Math.log(Math.max(inr, 1)) +
          11.14 * lnCreatinine +
          1.85 * belowAlbumin -
          1.83 * belowAlbumin * lnCreatinine +
          6,
      );
    },
    monotone: { inr: 'rising', creatinine: 'rising' },
    vectors: [
      {
        given: {
          bilirubin: 3,
          inr: 1.8,
          creatinine: 1.5,
          dialysis: false,
          sodium: 130,
          albumin: 2.8,
          sex: 'female',
        },
        result: 27,
      },
      {
        given: {
          bilirubin: 3,
          inr: 1.8,
          creatinine: 1.5,
          dialysis: false,
          sodium: 130,
          albumin: 2.8,
          sex: 'male',
        },
        result: 26,
      },
      {
        given: {
          bilirubin: 1,
          inr: 1,
          creatinine: 1,
          dialysis: false,
          sodium: 140,
          albumin: 4,
          sex: 'male',
        },
        result: 6,
      },
      {
        given: {
          bilirubin: 1,
          inr: 1,
          creatinine: 1,
          dialysis: false,
          sodium: 140,
          albumin: 4,
          sex: 'female',
        },
        result: 7,
      },
    ],
    note: 'Creatinine counts as at most 3.0 mg/dL, sodium from 125 to 137 mmol/L, albumin from 1.5 to 3.5 g/dL; bilirubin, INR and creatinine below 1.0 count as 1.0.',
  }),
];
