import { equation } from '@/lib/knowledge/calculators/calculator';
import {
  AGE,
  CREATININE,
  number,
  SEX,
  SODIUM,
  UREA_NITROGEN,
  WEIGHT,
} from '@/lib/knowledge/calculators/inputs';

const URINE_CREATININE = number('Urine creatinine', 'urine Cr', 'mg/dL', [1, 1000], {
  otherUnits: ['umol/L'],
  molarMass: 113.12,
  written: ['urine creatinine', 'urinary creatinine'],
});
const KDIGO = 'KDIGO 2024 Clinical Practice Guideline for CKD';

export const KIDNEY = [
  equation({
    id: 'ckd-epi-2021',
    title: 'Estimated GFR',
    version: 'CKD-EPI 2021, creatinine, without race',
    source:
      'Inker LA, Eneanya ND, Coresh J, et al. New creatinine- and cystatin C-based equations to estimate GFR without race. N Engl J Med 2021;385:1737',
    written: [
      'egfr',
      'estimated gfr',
      'estimated glomerular filtration rate',
      'ckd-epi',
      'glomerular filtration rate',
      'gfr',
    ],
    inputs: { creatinine: CREATININE, age: AGE, sex: SEX },
    unit: 'mL/min/{1.73_m2}',
    expression:
      '142 × min({creatinine} ÷ κ, 1)^α × max({creatinine} ÷ κ, 1)^−1.200 × 0.9938^{age} × (1.012 if female), κ and α for {sex}',
    compute: ({ creatinine, age, sex }) => {
      const female = sex === 'female';
      const ratio = creatinine / (female ? 0.7 : 0.9);
      const below = Math.min(ratio, 1) ** (female ? -0.241 : -0.302);
      return 142 * below * Math.max(ratio, 1) ** -1.2 * 0.9938 ** age * (female ? 1.012 : 1);
    },
    monotone: { creatinine: 'falling', age: 'falling' },
    vectors: [
      { given: { creatinine: 1, age: 50, sex: 'male' }, result: 91.69 },
      { given: { creatinine: 1, age: 50, sex: 'female' }, result: 68.63 },
      { given: { creatinine: 0.6, age: 30, sex: 'female' }, result: 123.76 },
      { given: { creatinine: 0.8, age: 40, sex: 'male' }, result: 114.74 },
      { given: { creatinine: 2.5, age: 70, sex: 'male' }, result: 26.96 },
      { given: { creatinine: 4, age: 65, sex: 'female' }, result: 11.85 },
    ],
    bands: [
      { from: 0, label: 'G5' },
      { from: 15, label: 'G4' },
      { from: 30, label: 'G3b' },
      { from: 45, label: 'G3a' },
      { from: 60, label: 'G2' },
      { from: 90, label: 'G1' },
    ],
    bandSource: KDIGO,
    note: 'κ is 0.7 in women and 0.9 in men, α −0.241 and −0.302. MedCalc-Bench’s code takes κ = 0.7 in men with a creatinine of up to 0.9 mg/dL, which gives 106.35 instead of 114.74 for a man of 40 years with 0.8 mg/dL.',
  }),
  equation({
    id: 'cockcroft-gault',
    title: 'Creatinine clearance',
    version: 'Cockcroft-Gault, actual body mass',
    source:
      'Cockcroft DW, Gault MH. Prediction of creatinine clearance from serum creatinine. Nephron 1976;16:31',
    written: ['creatinine clearance', 'crcl', 'cockcroft-gault'],
    inputs: { age: AGE, weight: WEIGHT, creatinine: CREATININE, sex: SEX },
    unit: 'mL/min',
    expression: '(140 − {age}) × {weight} ÷ (72 × {creatinine}) × (0.85 if female: {sex})',
    compute: ({ age, weight, creatinine, sex }) =>
      (((140 - age) * weight) / (72 * creatinine)) * (sex === 'female' ? 0.85 : 1),
    monotone: { age: 'falling', weight: 'rising', creatinine: 'falling' },
    vectors: [
      { given: { age: 60, weight: 72, creatinine: 1, sex: 'male' }, result: 80 },
      { given: { age: 60, weight: 72, creatinine: 1, sex: 'female' }, result: 68 },
    ],
  }),
  equation({
    id: 'fena',
    title: 'Fractional excretion of sodium',
    version: 'FENa',
    source: 'Espinel CH. The FENa test. JAMA 1976;236:579',
    written: ['fena', 'fractional excretion of sodium'],
    inputs: {
      urineSodium: number('Urine sodium', 'urine Na', 'mmol/L', [1, 300], {
        otherUnits: ['meq/L'],
        charge: 1,
        written: ['urine sodium', 'urinary sodium'],
      }),
      creatinine: CREATININE,
      sodium: SODIUM,
      urineCreatinine: URINE_CREATININE,
    },
    unit: '%',
    expression: '100 × ({urineSodium} × {creatinine}) ÷ ({sodium} × {urineCreatinine})',
    compute: ({ urineSodium, creatinine, sodium, urineCreatinine }) =>
      (100 * urineSodium * creatinine) / (sodium * urineCreatinine),
    monotone: {
      urineSodium: 'rising',
      creatinine: 'rising',
      sodium: 'falling',
      urineCreatinine: 'falling',
    },
    vectors: [
      {
        given: { urineSodium: 20, creatinine: 2, sodium: 140, urineCreatinine: 100 },
        result: 0.2857,
      },
    ],
    bands: [
      { from: 0, label: 'prerenal' },
      { from: 1, label: 'between' },
      { from: 2, label: 'tubular injury' },
    ],
    bandSource: 'Espinel 1976',
    note: 'Not to be read under diuretics.',
  }),
  equation({
    id: 'feurea',
    title: 'Fractional excretion of urea',
    version: 'FEUrea',
    source: 'Carvounis CP, Nisar S, Guro-Razuman S. Kidney Int 2002;62:2223',
    written: ['feurea', 'fractional excretion of urea'],
    inputs: {
      urineUrea: number('Urine urea nitrogen', 'urine urea N', 'mg/dL', [1, 3000], {
        otherUnits: ['mmol/L'],
        molarMass: 28.0134,
        written: ['urine urea', 'urine urea nitrogen', 'urinary urea'],
      }),
      creatinine: CREATININE,
      ureaNitrogen: UREA_NITROGEN,
      urineCreatinine: URINE_CREATININE,
    },
    unit: '%',
    expression: '100 × ({urineUrea} × {creatinine}) ÷ ({ureaNitrogen} × {urineCreatinine})',
    compute: ({ urineUrea, creatinine, ureaNitrogen, urineCreatinine }) =>
      (100 * urineUrea * creatinine) / (ureaNitrogen * urineCreatinine),
    monotone: {
      urineUrea: 'rising',
      creatinine: 'rising',
      ureaNitrogen: 'falling',
      urineCreatinine: 'falling',
    },
    vectors: [
      {
        given: { urineUrea: 300, creatinine: 2, ureaNitrogen: 40, urineCreatinine: 100 },
        result: 15,
      },
    ],
    bands: [
      { from: 0, label: 'prerenal' },
      { from: 35, label: 'not prerenal' },
    ],
    bandSource: 'Carvounis 2002',
  }),
];
