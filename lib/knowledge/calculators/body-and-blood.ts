import { equation, score } from '@/lib/knowledge/calculators/calculator';
import {
  choice,
  HAEMATOCRIT,
  HEIGHT,
  number,
  SEX,
  WEIGHT,
} from '@/lib/knowledge/calculators/inputs';

const PLEURAL = { otherUnits: ['g/L'] } as const;

const WINTROBE = 'Wintrobe MM. Proc Soc Exp Biol Med 1929;26:848';
const HAEMOGLOBIN = number('Haemoglobin', 'Hb', 'g/dL', [1, 25], {
  otherUnits: ['g/L'],
  written: ['hemoglobin', 'haemoglobin', 'Hb', 'Hgb'],
});
const RED_CELLS = number('Red cells', 'RBC', '10*12/L', [0.5, 10], {
  otherUnits: ['10*6/uL'],
  written: ['red blood cell count', 'red cell count', 'RBC count', 'RBC'],
});
const HOLLIDAY = 'Holliday MA, Segar WE. Pediatrics 1957;19:823';
const MAINTENANCE = [
  'maintenance fluid',
  'maintenance fluids',
  'maintenance rate',
  'maintenance requirement',
  'maintenance fluid requirement',
  'maintenance fluid by the 4-2-1 rule',
  '4-2-1 rule',
  'holliday-segar',
];

/** A need that is counted for the first ten kilograms, the next ten, and those after. */
function byTens(
  weight: number,
  [first, second, further]: readonly [number, number, number],
): number {
  return (
    first * Math.min(weight, 10) +
    second * Math.min(Math.max(weight - 10, 0), 10) +
    further * Math.max(weight - 20, 0)
  );
}

export const BODY_AND_BLOOD = [
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
  equation({
    id: 'corrected-reticulocytes',
    title: 'Corrected reticulocyte count',
    version: 'normal haematocrit 45 %',
    source: 'Hillman RS, Finch CA. Red Cell Manual, 1974',
    written: [
      'corrected reticulocyte count',
      'corrected reticulocytes',
      'corrected reticulocyte percentage',
    ],
    inputs: {
      reticulocytes: number('Reticulocytes', 'reticulocytes', '%', [0, 60], {
        written: ['reticulocyte count', 'reticulocytes', 'reticulocyte'],
      }),
      haematocrit: HAEMATOCRIT,
    },
    unit: '%',
    expression: '{reticulocytes} × {haematocrit} ÷ 45',
    compute: ({ reticulocytes, haematocrit }) => (reticulocytes * haematocrit) / 45,
    monotone: { reticulocytes: 'rising', haematocrit: 'rising' },
    vectors: [{ given: { reticulocytes: 9, haematocrit: 25 }, result: 5 }],
  }),
  equation({
    id: 'reticulocyte-production-index',
    title: 'Reticulocyte production index',
    version: 'normal haematocrit 45 %, maturation 1 to 2.5 days',
    source: 'Hillman RS, Finch CA. Red Cell Manual, 1974',
    written: ['reticulocyte production index', 'rpi', 'reticulocyte index'],
    inputs: {
      reticulocytes: number('Reticulocytes', 'reticulocytes', '%', [0, 60], {
        written: ['reticulocyte count', 'reticulocytes', 'reticulocyte'],
      }),
      haematocrit: HAEMATOCRIT,
      maturation: choice('Maturation, by haematocrit', [
        ['1.0', '1.0'],
        ['1.5', '1.5'],
        ['2.0', '2.0'],
        ['2.5', '2.5'],
      ]),
    },
    unit: '1',
    expression: '{reticulocytes} × ({haematocrit} ÷ 45) ÷ {maturation}',
    compute: ({ reticulocytes, haematocrit, maturation }) =>
      (reticulocytes * (haematocrit / 45)) / Number(maturation),
    monotone: { reticulocytes: 'rising', haematocrit: 'rising' },
    vectors: [{ given: { reticulocytes: 9, haematocrit: 25, maturation: '2.0' }, result: 2.5 }],
    bands: [
      { from: 0, label: 'inadequate marrow response' },
      { from: 2, label: 'between' },
      { from: 3, label: 'adequate marrow response' },
    ],
    bandSource: 'Hillman 1974',
    note: 'Maturation is 1.0 from 40 %, 1.5 from 30 %, 2.0 from 20 %, else 2.5.',
  }),
  equation({
    id: 'mchc',
    title: 'Mean corpuscular haemoglobin concentration',
    version: 'haemoglobin by haematocrit',
    source: WINTROBE,
    written: ['mchc', 'mean corpuscular hemoglobin concentration'],
    inputs: { haemoglobin: HAEMOGLOBIN, haematocrit: HAEMATOCRIT },
    unit: 'g/dL',
    expression: '100 × {haemoglobin} ÷ {haematocrit}',
    compute: ({ haemoglobin, haematocrit }) => (100 * haemoglobin) / haematocrit,
    monotone: { haemoglobin: 'rising', haematocrit: 'falling' },
    vectors: [{ given: { haemoglobin: 15, haematocrit: 45 }, result: 33.333 }],
  }),
  equation({
    id: 'mcv',
    title: 'Mean corpuscular volume',
    version: 'haematocrit by red cell count',
    source: WINTROBE,
    written: ['mcv', 'mean corpuscular volume'],
    inputs: { haematocrit: HAEMATOCRIT, redCells: RED_CELLS },
    unit: 'fL',
    expression: '10 × {haematocrit} ÷ {redCells}',
    compute: ({ haematocrit, redCells }) => (10 * haematocrit) / redCells,
    monotone: { haematocrit: 'rising', redCells: 'falling' },
    vectors: [{ given: { haematocrit: 45, redCells: 5 }, result: 90 }],
  }),
  equation({
    id: 'mch',
    title: 'Mean corpuscular haemoglobin',
    version: 'haemoglobin by red cell count',
    source: WINTROBE,
    written: ['mch', 'mean corpuscular hemoglobin'],
    inputs: { haemoglobin: HAEMOGLOBIN, redCells: RED_CELLS },
    unit: 'pg',
    expression: '10 × {haemoglobin} ÷ {redCells}',
    compute: ({ haemoglobin, redCells }) => (10 * haemoglobin) / redCells,
    monotone: { haemoglobin: 'rising', redCells: 'falling' },
    vectors: [{ given: { haemoglobin: 15, redCells: 5 }, result: 30 }],
  }),
  equation({
    id: 'mentzer',
    title: 'Mentzer index',
    version: 'mean corpuscular volume by red cell count',
    source: 'Mentzer WC. Lancet 1973;301:882',
    written: ['mentzer index', 'mentzer'],
    inputs: {
      volume: number('Mean corpuscular volume', 'MCV', 'fL', [30, 200], {
        written: ['MCV', 'mean corpuscular volume'],
      }),
      redCells: RED_CELLS,
    },
    unit: '1',
    expression: '{volume} ÷ {redCells}',
    compute: ({ volume, redCells }) => volume / redCells,
    monotone: { volume: 'rising', redCells: 'falling' },
    vectors: [{ given: { volume: 70, redCells: 5 }, result: 14 }],
    bands: [
      { from: 0, label: 'thalassaemia trait likelier' },
      { from: 13, label: 'iron deficiency likelier' },
    ],
    bandSource: 'Mentzer 1973',
  }),
  equation({
    id: 'friedewald',
    title: 'LDL cholesterol',
    version: 'Friedewald',
    source: 'Friedewald WT, Levy RI, Fredrickson DS. Clin Chem 1972;18:499',
    written: ['ldl', 'calculated ldl', 'friedewald ldl'],
    inputs: {
      total: number('Total cholesterol', 'TC', 'mg/dL', [20, 1000], {
        otherUnits: ['mmol/L'],
        molarMass: 386.65,
        written: ['total cholesterol'],
      }),
      hdl: number('HDL cholesterol', 'HDL', 'mg/dL', [1, 200], {
        otherUnits: ['mmol/L'],
        molarMass: 386.65,
        written: ['HDL', 'HDL cholesterol'],
      }),
      triglycerides: number('Triglycerides', 'TG', 'mg/dL', [10, 5000], {
        otherUnits: ['mmol/L'],
        molarMass: 885.43,
        written: ['triglycerides', 'TG'],
      }),
    },
    unit: 'mg/dL',
    expression: '{total} − {hdl} − {triglycerides} ÷ 5',
    compute: ({ total, hdl, triglycerides }) =>
      triglycerides < 400 ? total - hdl - triglycerides / 5 : undefined,
    monotone: { total: 'rising', hdl: 'falling', triglycerides: 'falling' },
    vectors: [{ given: { total: 200, hdl: 50, triglycerides: 150 }, result: 120 }],
    note: 'Not applicable from triglycerides of 400 mg/dL.',
  }),
  equation({
    id: 'parkland',
    title: 'Fluid for burns, first 24 hours',
    version: 'Parkland, 4 mL/kg/%',
    source: 'Baxter CR, Shires T. Ann N Y Acad Sci 1968;150:874',
    written: ['parkland formula', 'parkland'],
    inputs: {
      weight: WEIGHT,
      burned: number('Burned body surface', '% TBSA', '%', [1, 100], {
        written: [
          'TBSA',
          'total body surface area',
          'of her body',
          'of his body',
          'of the body',
          'body surface area',
          'BSA',
        ],
      }),
    },
    unit: 'mL',
    expression: '4 × {weight} × {burned}',
    compute: ({ weight, burned }) => 4 * weight * burned,
    monotone: { weight: 'rising', burned: 'rising' },
    vectors: [{ given: { weight: 70, burned: 30 }, result: 8400 }],
    note: 'Half within eight hours of the burn. The American Burn Association now often starts with 2 mL/kg/%.',
  }),
  equation({
    id: 'maintenance-fluid',
    title: 'Maintenance fluid, a day',
    version: 'Holliday-Segar: 100, 50 and 20 mL/kg for the first, second and further 10 kg',
    source: HOLLIDAY,
    written: MAINTENANCE,
    inputs: { weight: WEIGHT },
    unit: 'mL/d',
    expression: '100, 50 and 20 mL/kg for {weight} kg',
    compute: ({ weight }) => byTens(weight, [100, 50, 20]),
    monotone: { weight: 'rising' },
    vectors: [
      { given: { weight: 8 }, result: 800 },
      { given: { weight: 25 }, result: 1600 },
    ],
  }),
  equation({
    id: 'maintenance-fluid-rate',
    title: 'Maintenance fluid, an hour',
    version: '4-2-1: 4, 2 and 1 mL/kg for the first, second and further 10 kg',
    source: HOLLIDAY,
    written: MAINTENANCE,
    inputs: { weight: WEIGHT },
    unit: 'mL/h',
    expression: '4, 2 and 1 mL/kg for {weight} kg',
    compute: ({ weight }) => byTens(weight, [4, 2, 1]),
    monotone: { weight: 'rising' },
    vectors: [
      { given: { weight: 8 }, result: 32 },
      { given: { weight: 25 }, result: 65 },
    ],
  }),
  score({
    id: 'light',
    title: 'Light’s criteria',
    version: '1972; number of criteria met',
    source: 'Light RW, MacGregor MI, Luchsinger PC, Ball WC. Ann Intern Med 1972;77:507',
    written: ["light's criteria", 'light criteria'],
    inputs: {
      pleuralProtein: number('Pleural protein', 'pleural protein', 'g/dL', [0, 12], PLEURAL),
      serumProtein: number('Serum protein', 'serum protein', 'g/dL', [1, 15], PLEURAL),
      pleuralLdh: number('Pleural LDH', 'pleural LDH', 'U/L', [1, 50_000]),
      serumLdh: number('Serum LDH', 'serum LDH', 'U/L', [1, 20_000]),
      upperLimit: number('Upper limit of serum LDH', 'upper limit of LDH', 'U/L', [100, 1000]),
    },
    items: [
      {
        label: 'protein ratio >0.5',
        uses: ['pleuralProtein', 'serumProtein'],
        most: 1,
        points: (v) => (v.pleuralProtein / v.serumProtein > 0.5 ? 1 : 0),
      },
      {
        label: 'LDH ratio >0.6',
        uses: ['pleuralLdh', 'serumLdh'],
        most: 1,
        points: (v) => (v.pleuralLdh / v.serumLdh > 0.6 ? 1 : 0),
      },
      {
        label: 'pleural LDH above two thirds of the upper limit',
        uses: ['pleuralLdh', 'upperLimit'],
        most: 1,
        points: (v) => (v.pleuralLdh > (2 / 3) * v.upperLimit ? 1 : 0),
      },
    ],
    monotone: {
      pleuralProtein: 'rising',
      serumProtein: 'falling',
      pleuralLdh: 'rising',
      serumLdh: 'falling',
      upperLimit: 'falling',
    },
    vectors: [
      {
        given: {
          pleuralProtein: 4,
          serumProtein: 6,
          pleuralLdh: 300,
          serumLdh: 200,
          upperLimit: 220,
        },
        result: 3,
      },
      {
        given: {
          pleuralProtein: 2,
          serumProtein: 7,
          pleuralLdh: 60,
          serumLdh: 200,
          upperLimit: 220,
        },
        result: 0,
      },
    ],
    bands: [
      { from: 0, label: 'transudate' },
      { from: 1, label: 'exudate' },
    ],
    bandSource: 'Light 1972',
  }),
];
