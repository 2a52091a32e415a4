import { equation } from '@/lib/knowledge/calculators/calculator';
import {
  ALBUMIN,
  BICARBONATE,
  CHLORIDE,
  choice,
  number,
  PACO2,
  POTASSIUM,
  SODIUM,
} from '@/lib/knowledge/calculators/inputs';

const EMMETT = 'Emmett M, Narins RG. Clinical use of the anion gap. Medicine 1977;56:38';
const GAP = number('Anion gap', 'AG', 'mmol/L', [-20, 60], {
  otherUnits: ['meq/L'],
  charge: 1,
  written: ['anion gap', 'AG'],
});

export const ACID_BASE = [
  equation({
    id: 'anion-gap',
    title: 'Anion gap',
    version: 'without potassium',
    source: EMMETT,
    written: ['anion gap', 'serum anion gap'],
    inputs: { sodium: SODIUM, chloride: CHLORIDE, bicarbonate: BICARBONATE },
    unit: 'mmol/L',
    expression: '{sodium} − ({chloride} + {bicarbonate})',
    compute: ({ sodium, chloride, bicarbonate }) => sodium - (chloride + bicarbonate),
    monotone: { sodium: 'rising', chloride: 'falling', bicarbonate: 'falling' },
    vectors: [{ given: { sodium: 140, chloride: 104, bicarbonate: 24 }, result: 12 }],
    bands: [
      { from: Number.NEGATIVE_INFINITY, label: 'low' },
      { from: 8, label: 'usual (12 ± 4)' },
      { from: 16.5, label: 'raised' },
    ],
    bandSource: EMMETT,
    note: 'The usual range depends on how the laboratory measures chloride; with ion-selective electrodes it was 3 to 11 (Winter SD, et al. Arch Intern Med 1990;150:311).',
  }),
  equation({
    id: 'anion-gap-with-potassium',
    title: 'Anion gap with potassium',
    version: 'with potassium',
    source: EMMETT,
    written: ['anion gap with potassium', 'anion gap'],
    inputs: { sodium: SODIUM, potassium: POTASSIUM, chloride: CHLORIDE, bicarbonate: BICARBONATE },
    unit: 'mmol/L',
    expression: '({sodium} + {potassium}) − ({chloride} + {bicarbonate})',
    compute: ({ sodium, potassium, chloride, bicarbonate }) =>
      sodium + potassium - (chloride + bicarbonate),
    monotone: {
      sodium: 'rising',
      potassium: 'rising',
      chloride: 'falling',
      bicarbonate: 'falling',
    },
    vectors: [{ given: { sodium: 140, potassium: 4, chloride: 104, bicarbonate: 24 }, result: 16 }],
  }),
  equation({
    id: 'albumin-corrected-anion-gap',
    title: 'Anion gap corrected for albumin',
    version: 'Figge 1998, normal albumin chosen',
    source:
      'Figge J, Jabor A, Kazda A, Fencl V. Anion gap and hypoalbuminemia. Crit Care Med 1998;26:1807',
    written: [
      'albumin-corrected anion gap',
      'corrected anion gap',
      'anion gap corrected for albumin',
    ],
    inputs: {
      gap: GAP,
      albumin: ALBUMIN,
      normal: choice('Normal albumin', [
        ['4.0', '4.0'],
        ['4.4', '4.4'],
      ]),
    },
    unit: 'mmol/L',
    expression: '{gap} + 2.5 × ({normal} − {albumin})',
    compute: ({ gap, albumin, normal }) => gap + 2.5 * (Number(normal) - albumin),
    monotone: { gap: 'rising', albumin: 'falling' },
    vectors: [
      { given: { gap: 12, albumin: 2, normal: '4.0' }, result: 17 },
      { given: { gap: 12, albumin: 2, normal: '4.4' }, result: 18 },
    ],
    note: 'The original takes 4.4 g/dL as normal; 4.0 g/dL is in common use.',
  }),
  equation({
    id: 'delta-ratio',
    title: 'Delta ratio',
    version: 'normal gap 12, normal bicarbonate 24',
    source: 'Wrenn K. The delta gap. Ann Emerg Med 1990;19:1310',
    written: ['delta ratio', 'delta-delta ratio', 'delta-delta', 'delta/delta'],
    inputs: { gap: GAP, bicarbonate: BICARBONATE },
    unit: '1',
    expression: '({gap} − 12) ÷ (24 − {bicarbonate})',
    compute: ({ gap, bicarbonate }) =>
      bicarbonate < 24 ? (gap - 12) / (24 - bicarbonate) : undefined,
    monotone: { gap: 'rising' },
    vectors: [{ given: { gap: 24, bicarbonate: 12 }, result: 1 }],
    bands: [
      { from: Number.NEGATIVE_INFINITY, label: 'normal-gap acidosis' },
      { from: 0.4, label: 'raised and normal gap together' },
      { from: 1, label: 'raised-gap acidosis alone' },
      { from: 2, label: 'raised gap with metabolic alkalosis or a high bicarbonate before' },
    ],
    bandSource: 'Wrenn 1990',
    note: 'Between 0.8 and 1 the two readings overlap.',
  }),
  equation({
    id: 'winter',
    title: 'Expected PaCO₂ in metabolic acidosis',
    version: 'Winter, ±2 mmHg',
    source: 'Albert MS, Dell RB, Winters RW. Ann Intern Med 1967;66:312',
    written: [
      "winter's formula",
      'winters formula',
      "winters' formula",
      'expected pco2',
      'expected paco2',
    ],
    inputs: { bicarbonate: BICARBONATE },
    unit: 'mm[Hg]',
    expression: '1.5 × {bicarbonate} + 8',
    compute: ({ bicarbonate }) => 1.5 * bicarbonate + 8,
    monotone: { bicarbonate: 'rising' },
    vectors: [{ given: { bicarbonate: 10 }, result: 23 }],
    note: 'Compensation is adequate within 2 mmHg of the result.',
  }),
  equation({
    id: 'metabolic-alkalosis-compensation',
    title: 'Expected PaCO₂ in metabolic alkalosis',
    version: '0.7 per mmol/L, ±5 mmHg',
    source:
      'Javaheri S, Kazemi H. Metabolic alkalosis and hypoventilation in humans. Am Rev Respir Dis 1987;136:1011',
    written: ['expected pco2 in metabolic alkalosis'],
    inputs: { bicarbonate: BICARBONATE },
    unit: 'mm[Hg]',
    expression: '0.7 × ({bicarbonate} − 24) + 40',
    compute: ({ bicarbonate }) => 0.7 * (bicarbonate - 24) + 40,
    monotone: { bicarbonate: 'rising' },
    vectors: [{ given: { bicarbonate: 40 }, result: 51.2 }],
  }),
  equation({
    id: 'respiratory-compensation',
    title: 'Expected bicarbonate in a respiratory disorder',
    version: 'per 10 mmHg: +1 or +4 above 40, −2 or −5 below',
    source:
      'Berend K, de Vries APJ, Gans ROB. Physiological approach to acid-base disturbances. N Engl J Med 2014;371:1434',
    written: ['expected bicarbonate', 'expected hco3'],
    inputs: {
      carbonDioxide: PACO2,
      course: choice('Course', [
        ['acute', 'acute'],
        ['chronic', 'chronic'],
      ]),
    },
    unit: 'mmol/L',
    expression: '24 + change for {course} disorder × ({carbonDioxide} − 40) ÷ 10',
    compute: ({ carbonDioxide, course }) => {
      const retained = course === 'acute' ? 1 : 4;
      const blownOff = course === 'acute' ? 2 : 5;
      return 24 + ((carbonDioxide > 40 ? retained : blownOff) * (carbonDioxide - 40)) / 10;
    },
    monotone: { carbonDioxide: 'rising' },
    vectors: [
      { given: { carbonDioxide: 60, course: 'acute' }, result: 26 },
      { given: { carbonDioxide: 60, course: 'chronic' }, result: 32 },
      { given: { carbonDioxide: 30, course: 'acute' }, result: 22 },
      { given: { carbonDioxide: 30, course: 'chronic' }, result: 19 },
    ],
    note: 'Chronic figures are given as 3.5 to 4 above 40 mmHg and 4 to 5 below; the upper ones are used here.',
  }),
  equation({
    id: 'hydrogen-ion',
    title: 'Hydrogen ion concentration',
    version: 'Henderson',
    source: 'Henderson LJ 1908; in this form Kassirer JP, Bleich HL. N Engl J Med 1965;272:1067',
    written: ['hydrogen ion concentration', '[h+]'],
    inputs: { carbonDioxide: PACO2, bicarbonate: BICARBONATE },
    unit: 'nmol/L',
    expression: '24 × {carbonDioxide} ÷ {bicarbonate}',
    compute: ({ carbonDioxide, bicarbonate }) => (24 * carbonDioxide) / bicarbonate,
    monotone: { carbonDioxide: 'rising', bicarbonate: 'falling' },
    vectors: [{ given: { carbonDioxide: 40, bicarbonate: 24 }, result: 40 }],
  }),
  equation({
    id: 'henderson-hasselbalch',
    title: 'Arterial pH',
    version: 'Henderson-Hasselbalch, solubility 0.0307',
    source: 'Hasselbalch KA. Biochem Z 1917;78:112',
    written: ['expected ph', 'calculated ph'],
    inputs: { carbonDioxide: PACO2, bicarbonate: BICARBONATE },
    unit: '[pH]',
    tolerance: 0.003,
    expression: '6.1 + log₁₀({bicarbonate} ÷ (0.0307 × {carbonDioxide}))',
    compute: ({ carbonDioxide, bicarbonate }) =>
      6.1 + Math.log10(bicarbonate / (0.0307 * carbonDioxide)),
    monotone: { carbonDioxide: 'falling', bicarbonate: 'rising' },
    vectors: [{ given: { carbonDioxide: 40, bicarbonate: 24 }, result: 7.391 }],
  }),
];
