import { equation } from '@/lib/knowledge/calculators/calculator';
import { choice, HAEMATOCRIT, number } from '@/lib/knowledge/calculators/inputs';

const WINTROBE = 'Wintrobe MM. Proc Soc Exp Biol Med 1929;26:848';
const HAEMOGLOBIN = number('Haemoglobin', 'Hb', 'g/dL', [1, 25], {
  otherUnits: ['g/L'],
  written: ['hemoglobin', 'haemoglobin', 'Hb', 'Hgb'],
});
const RED_CELLS = number('Red cells', 'RBC', '10*12/L', [0.5, 10], {
  otherUnits: ['10*6/uL'],
  written: ['red blood cell count', 'red cell count', 'RBC count', 'RBC'],
});

export const BLOOD = [
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
];
