import { equation } from '@/lib/knowledge/calculators/calculator';
import {
  ALBUMIN,
  CALCIUM,
  choice,
  GLUCOSE,
  number,
  SEX,
  SODIUM,
  UREA_NITROGEN,
  WEIGHT,
} from '@/lib/knowledge/calculators/inputs';

const CALCULATED_OSMOLALITY = ['serum osmolality', 'calculated osmolality', 'serum osmolarity'];
const OSMOLALITY_SOURCE = 'Smithline N, Gardner KD. Gaps: anionic and osmolal. JAMA 1976;236:1594';
const ETHANOL = number('Ethanol', 'ethanol', 'mg/dL', [0, 1000], {
  otherUnits: ['mmol/L'],
  molarMass: 46.07,
  written: ['ethanol', 'blood alcohol'],
});
const OSMOLALITY = { osmolality: ['mosm/kg', [50, 1400]] } as const;

function correctedSodium(
  id: string,
  title: string,
  factor: number,
  source: string,
  result: number,
) {
  return equation({
    id,
    title,
    version: `${factor} mmol/L per mg/dL of glucose above 100`,
    source,
    written: ['corrected sodium', 'glucose-corrected sodium', 'sodium corrected for glucose'],
    tolerance: 0.01,
    inputs: { sodium: SODIUM, glucose: GLUCOSE },
    unit: 'mmol/L',
    expression: `{sodium} + ${factor} × ({glucose} − 100)`,
    compute: ({ sodium, glucose }) => sodium + factor * (glucose - 100),
    monotone: { sodium: 'rising', glucose: 'rising' },
    vectors: [{ given: { sodium: 130, glucose: 600 }, result }],
  });
}

function osmolalityWithEthanol(
  id: string,
  version: string,
  divisor: number,
  source: string,
  result: number,
) {
  return equation({
    id,
    title: 'Serum osmolality with ethanol',
    version,
    source,
    written: CALCULATED_OSMOLALITY,
    tolerance: 0.02,
    inputs: { sodium: SODIUM, glucose: GLUCOSE, ureaNitrogen: UREA_NITROGEN, ethanol: ETHANOL },
    unit: 'mosm/kg',
    expression: `2 × {sodium} + {glucose} ÷ 18 + {ureaNitrogen} ÷ 2.8 + {ethanol} ÷ ${divisor}`,
    compute: ({ sodium, glucose, ureaNitrogen, ethanol }) =>
      2 * sodium + glucose / 18 + ureaNitrogen / 2.8 + ethanol / divisor,
    monotone: { sodium: 'rising', glucose: 'rising', ureaNitrogen: 'rising', ethanol: 'rising' },
    vectors: [{ given: { sodium: 140, glucose: 90, ureaNitrogen: 14, ethanol: 100 }, result }],
  });
}

export const ELECTROLYTES = [
  equation({
    id: 'corrected-calcium',
    title: 'Calcium corrected for albumin',
    version: 'normal albumin 4.0 g/dL',
    source: 'Payne RB, Little AJ, Williams RB, Milner JR. BMJ 1973;4:643',
    written: ['corrected calcium', 'albumin-corrected calcium', 'calcium corrected for albumin'],
    inputs: { calcium: CALCIUM, albumin: ALBUMIN },
    unit: 'mg/dL',
    expression: '{calcium} + 0.8 × (4.0 − {albumin})',
    compute: ({ calcium, albumin }) => calcium + 0.8 * (4 - albumin),
    monotone: { calcium: 'rising', albumin: 'falling' },
    vectors: [{ given: { calcium: 8, albumin: 2 }, result: 9.6 }],
    note: 'Measure ionised calcium where the result matters. In SI units: Ca + 0.02 × (40 − albumin in g/L).',
  }),
  equation({
    id: 'corrected-calcium-si',
    title: 'Calcium corrected for albumin, SI',
    version: 'SI form, normal albumin 40 g/L',
    source: 'Payne RB, Little AJ, Williams RB, Milner JR. BMJ 1973;4:643',
    written: [],
    inputs: {
      calcium: { ...CALCIUM, unit: 'mmol/L', otherUnits: ['mg/dL'], range: [0.75, 5] },
      albumin: { ...ALBUMIN, unit: 'g/L', otherUnits: ['g/dL'], range: [5, 70] },
    },
    unit: 'mmol/L',
    expression: '{calcium} + 0.02 × (40 − {albumin})',
    compute: ({ calcium, albumin }) => calcium + 0.02 * (40 - albumin),
    monotone: { calcium: 'rising', albumin: 'falling' },
    vectors: [{ given: { calcium: 2, albumin: 20 }, result: 2.4 }],
  }),
  correctedSodium(
    'corrected-sodium-katz',
    'Sodium corrected for glucose (Katz)',
    0.016,
    'Katz MA. Hyperglycemia-induced hyponatremia. N Engl J Med 1973;289:843',
    138,
  ),
  correctedSodium(
    'corrected-sodium-hillier',
    'Sodium corrected for glucose (Hillier)',
    0.024,
    'Hillier TA, Abbott RD, Barrett EJ. Hyponatremia: evaluating the correction factor for hyperglycemia. Am J Med 1999;106:399',
    142,
  ),
  equation({
    id: 'osmolality',
    title: 'Serum osmolality',
    version: '2 Na + glucose/18 + BUN/2.8',
    source: OSMOLALITY_SOURCE,
    written: CALCULATED_OSMOLALITY,
    tolerance: 0.02,
    inputs: { sodium: SODIUM, glucose: GLUCOSE, ureaNitrogen: UREA_NITROGEN },
    unit: 'mosm/kg',
    expression: '2 × {sodium} + {glucose} ÷ 18 + {ureaNitrogen} ÷ 2.8',
    compute: ({ sodium, glucose, ureaNitrogen }) => 2 * sodium + glucose / 18 + ureaNitrogen / 2.8,
    monotone: { sodium: 'rising', glucose: 'rising', ureaNitrogen: 'rising' },
    vectors: [{ given: { sodium: 140, glucose: 90, ureaNitrogen: 14 }, result: 290 }],
    note: 'In SI units: 2 Na + glucose + urea.',
  }),
  osmolalityWithEthanol(
    'osmolality-ethanol',
    'ethanol by its molar mass, 4.6',
    4.6,
    OSMOLALITY_SOURCE,
    311.739,
  ),
  osmolalityWithEthanol(
    'osmolality-ethanol-empirical',
    'ethanol by measurement, 3.7',
    3.7,
    'Purssell RA, Pudek M, Brubacher J, Abu-Laban RB. Ann Emerg Med 2001;38:653',
    317.027,
  ),
  equation({
    id: 'osmolal-gap',
    title: 'Osmolal gap',
    version: 'measured minus calculated',
    source: OSMOLALITY_SOURCE,
    written: ['osmolal gap', 'osmolar gap', 'osmolality gap', 'osmole gap'],
    inputs: {
      measured: number('Measured osmolality', 'measured osmolality', ...OSMOLALITY.osmolality, {
        written: ['measured osmolality', 'serum osmolality', 'plasma osmolality', 'osmolality'],
      }),
      sodium: SODIUM,
      glucose: GLUCOSE,
      ureaNitrogen: UREA_NITROGEN,
    },
    unit: 'mosm/kg',
    expression: '{measured} − (2 × {sodium} + {glucose} ÷ 18 + {ureaNitrogen} ÷ 2.8)',
    compute: ({ measured, sodium, glucose, ureaNitrogen }) =>
      measured - (2 * sodium + glucose / 18 + ureaNitrogen / 2.8),
    monotone: {
      measured: 'rising',
      sodium: 'falling',
      glucose: 'falling',
      ureaNitrogen: 'falling',
    },
    vectors: [{ given: { measured: 300, sodium: 140, glucose: 90, ureaNitrogen: 14 }, result: 10 }],
    bands: [
      { from: Number.NEGATIVE_INFINITY, label: 'usual (below 10)' },
      { from: 10, label: 'raised' },
    ],
    bandSource: 'Smithline 1976',
  }),
  equation({
    id: 'free-water-deficit',
    title: 'Free water deficit',
    version: 'total body water 0.6 or 0.5 of mass; 0.5 or 0.45 in older people',
    source: 'Adrogué HJ, Madias NE. Hypernatremia. N Engl J Med 2000;342:1493',
    written: ['free water deficit', 'water deficit'],
    inputs: {
      weight: WEIGHT,
      sodium: SODIUM,
      sex: SEX,
      ageGroup: choice('Age group', [
        ['adult', 'adult'],
        ['older', 'older adult'],
      ]),
    },
    unit: 'L',
    expression: 'water share ({sex}, {ageGroup}) × {weight} × ({sodium} ÷ 140 − 1)',
    compute: ({ weight, sodium, sex, ageGroup }) => {
      const adult = sex === 'male' ? 0.6 : 0.5;
      const older = sex === 'male' ? 0.5 : 0.45;
      return (ageGroup === 'older' ? older : adult) * weight * (sodium / 140 - 1);
    },
    monotone: { sodium: 'rising' },
    vectors: [
      { given: { weight: 70, sodium: 160, sex: 'male', ageGroup: 'adult' }, result: 6 },
      { given: { weight: 70, sodium: 160, sex: 'female', ageGroup: 'older' }, result: 4.5 },
    ],
  }),
  equation({
    id: 'ttkg',
    title: 'Transtubular potassium gradient',
    version: 'TTKG',
    source: 'West ML, Marsden PA, Richardson RM, et al. Miner Electrolyte Metab 1986;12:234',
    written: ['ttkg', 'transtubular potassium gradient'],
    inputs: {
      urinePotassium: number('Urine potassium', 'urine K', 'mmol/L', [1, 200], {
        otherUnits: ['meq/L'],
        charge: 1,
        written: ['urine potassium', 'urinary potassium'],
      }),
      plasmaPotassium: number('Plasma potassium', 'plasma K', 'mmol/L', [1, 10], {
        otherUnits: ['meq/L'],
        charge: 1,
        written: ['serum potassium', 'plasma potassium', 'potassium'],
      }),
      urineOsmolality: number('Urine osmolality', 'urine osmolality', ...OSMOLALITY.osmolality, {
        written: ['urine osmolality', 'urinary osmolality'],
      }),
      plasmaOsmolality: number('Plasma osmolality', 'plasma osmolality', ...OSMOLALITY.osmolality, {
        written: ['serum osmolality', 'plasma osmolality'],
      }),
    },
    unit: '1',
    expression: '({urinePotassium} ÷ {plasmaPotassium}) ÷ ({urineOsmolality} ÷ {plasmaOsmolality})',
    compute: ({ urinePotassium, plasmaPotassium, urineOsmolality, plasmaOsmolality }) =>
      urinePotassium / plasmaPotassium / (urineOsmolality / plasmaOsmolality),
    monotone: {
      urinePotassium: 'rising',
      plasmaPotassium: 'falling',
      urineOsmolality: 'falling',
      plasmaOsmolality: 'rising',
    },
    vectors: [
      {
        given: {
          urinePotassium: 40,
          plasmaPotassium: 4,
          urineOsmolality: 600,
          plasmaOsmolality: 300,
        },
        result: 5,
      },
    ],
    note: 'Valid only where urine is more concentrated than plasma and urine sodium is above 25 mmol/L.',
  }),
];
