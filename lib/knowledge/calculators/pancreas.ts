import { score } from '@/lib/knowledge/calculators/calculator';
import {
  AGE,
  AST,
  CALCIUM,
  GLUCOSE,
  number,
  PAO2,
  UREA_NITROGEN,
  yesNo,
} from '@/lib/knowledge/calculators/inputs';

const above = (value: number, limit: number): number => (value > limit ? 1 : 0);
const under = (value: number, limit: number): number => (value < limit ? 1 : 0);

export const PANCREAS = [
  score({
    id: 'ranson',
    title: 'Ranson criteria',
    version: '1974, pancreatitis not due to gallstones',
    source: 'Ranson JHC, Rifkind KM, Roses DF, et al. Surg Gynecol Obstet 1974;139:69',
    written: ['ranson', 'ranson score', 'ranson criteria', "ranson's criteria", "ranson's score"],
    inputs: {
      age: AGE,
      whiteCells: number('White cells', 'WBC', '10*9/L', [0.1, 500], {
        otherUnits: ['/mm3'],
        written: ['WBC', 'white blood cell count', 'white cell count'],
      }),
      glucose: GLUCOSE,
      ldh: number('LDH', 'LDH', 'U/L', [10, 20_000], {
        written: ['LDH', 'lactate dehydrogenase'],
      }),
      ast: AST,
      haematocritDrop: number('Fall of haematocrit in 48 h', 'Hct fall', '%', [0, 60]),
      ureaRise: number('Rise of BUN in 48 h', 'BUN rise', 'mg/dL', [0, 200], {
        otherUnits: ['mmol/L'],
        molarMass: 28.0134,
      }),
      calcium: CALCIUM,
      oxygen: PAO2,
      baseDeficit: number('Base deficit', 'base deficit', 'mmol/L', [-30, 40], {
        otherUnits: ['meq/L'],
        charge: 1,
      }),
      fluid: number('Fluid sequestered in 48 h', 'fluid', 'L', [0, 40], { otherUnits: ['mL'] }),
    },
    items: [
      { label: 'age >55', uses: ['age'], most: 1, points: (v) => above(v.age, 55) },
      { label: 'WBC >16', uses: ['whiteCells'], most: 1, points: (v) => above(v.whiteCells, 16) },
      { label: 'glucose >200', uses: ['glucose'], most: 1, points: (v) => above(v.glucose, 200) },
      { label: 'LDH >350', uses: ['ldh'], most: 1, points: (v) => above(v.ldh, 350) },
      { label: 'AST >250', uses: ['ast'], most: 1, points: (v) => above(v.ast, 250) },
      {
        label: 'Hct fall >10',
        uses: ['haematocritDrop'],
        most: 1,
        points: (v) => above(v.haematocritDrop, 10),
      },
      { label: 'BUN rise >5', uses: ['ureaRise'], most: 1, points: (v) => above(v.ureaRise, 5) },
      { label: 'Ca <8', uses: ['calcium'], most: 1, points: (v) => under(v.calcium, 8) },
      { label: 'PaO₂ <60', uses: ['oxygen'], most: 1, points: (v) => under(v.oxygen, 60) },
      {
        label: 'base deficit >4',
        uses: ['baseDeficit'],
        most: 1,
        points: (v) => above(v.baseDeficit, 4),
      },
      { label: 'fluid >6 L', uses: ['fluid'], most: 1, points: (v) => above(v.fluid, 6) },
    ],
    monotone: {
      age: 'rising',
      whiteCells: 'rising',
      glucose: 'rising',
      ldh: 'rising',
      ast: 'rising',
      haematocritDrop: 'rising',
      ureaRise: 'rising',
      calcium: 'falling',
      oxygen: 'falling',
      baseDeficit: 'rising',
      fluid: 'rising',
    },
    vectors: [
      {
        given: {
          age: 60,
          whiteCells: 18,
          glucose: 250,
          ldh: 400,
          ast: 300,
          haematocritDrop: 11,
          ureaRise: 6,
          calcium: 7.5,
          oxygen: 55,
          baseDeficit: 5,
          fluid: 7,
        },
        result: 11,
      },
      {
        given: {
          age: 55,
          whiteCells: 16,
          glucose: 200,
          ldh: 350,
          ast: 250,
          haematocritDrop: 10,
          ureaRise: 5,
          calcium: 8,
          oxygen: 60,
          baseDeficit: 4,
          fluid: 6,
        },
        result: 0,
      },
    ],
    bands: [
      { from: 0, label: 'mild' },
      { from: 3, label: 'severe pancreatitis likely' },
    ],
    bandSource: 'Ranson 1974',
  }),
  score({
    id: 'bisap',
    title: 'BISAP',
    version: '2008',
    source: 'Wu BU, Johannes RS, Sun X, et al. Gut 2008;57:1698',
    written: ['bisap', 'bisap score'],
    inputs: {
      ureaNitrogen: UREA_NITROGEN,
      impaired: yesNo('Impaired mental status'),
      sirs: yesNo('SIRS, two or more criteria'),
      age: AGE,
      effusion: yesNo('Pleural effusion'),
    },
    items: [
      {
        label: 'BUN >25',
        uses: ['ureaNitrogen'],
        most: 1,
        points: (v) => above(v.ureaNitrogen, 25),
      },
      {
        label: 'impaired mental status',
        uses: ['impaired'],
        most: 1,
        points: (v) => (v.impaired ? 1 : 0),
      },
      { label: 'SIRS', uses: ['sirs'], most: 1, points: (v) => (v.sirs ? 1 : 0) },
      { label: 'age >60', uses: ['age'], most: 1, points: (v) => above(v.age, 60) },
      {
        label: 'pleural effusion',
        uses: ['effusion'],
        most: 1,
        points: (v) => (v.effusion ? 1 : 0),
      },
    ],
    monotone: { ureaNitrogen: 'rising', age: 'rising' },
    vectors: [
      {
        given: { ureaNitrogen: 26, impaired: true, sirs: true, age: 61, effusion: true },
        result: 5,
      },
      {
        given: { ureaNitrogen: 25, impaired: false, sirs: false, age: 60, effusion: false },
        result: 0,
      },
    ],
    bands: [
      { from: 0, label: 'low mortality' },
      { from: 3, label: 'raised mortality' },
    ],
    bandSource: 'Wu 2008',
  }),
];
