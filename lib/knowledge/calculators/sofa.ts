import { score } from '@/lib/knowledge/calculators/calculator';
import {
  BILIRUBIN,
  CREATININE,
  choice,
  GLASGOW,
  number,
  PLATELETS,
  RESPIRATORY_RATE,
  SYSTOLIC,
  yesNo,
} from '@/lib/knowledge/calculators/inputs';

/** How many of the thresholds a value lies below, or reaches. */
function below(value: number, thresholds: readonly number[]): number {
  return thresholds.filter((threshold) => value < threshold).length;
}
function reaches(value: number, thresholds: readonly number[]): number {
  return thresholds.filter((threshold) => value >= threshold).length;
}

export const SOFA = [
  score({
    id: 'qsofa',
    title: 'qSOFA',
    version: 'Sepsis-3, 2016',
    source: 'Seymour CW, Liu VX, Iwashyna TJ, et al. JAMA 2016;315:762',
    written: ['qsofa', 'qsofa score', 'quick sofa'],
    inputs: { respiratoryRate: RESPIRATORY_RATE, systolic: SYSTOLIC, glasgow: GLASGOW },
    items: [
      {
        label: 'respiratory rate ≥22',
        uses: ['respiratoryRate'],
        most: 1,
        points: (v) => reaches(v.respiratoryRate, [22]),
      },
      {
        label: 'systolic pressure ≤100',
        uses: ['systolic'],
        most: 1,
        points: (v) => (v.systolic <= 100 ? 1 : 0),
      },
      { label: 'GCS <15', uses: ['glasgow'], most: 1, points: (v) => below(v.glasgow, [15]) },
    ],
    monotone: { respiratoryRate: 'rising', systolic: 'falling', glasgow: 'falling' },
    vectors: [
      { given: { respiratoryRate: 22, systolic: 100, glasgow: 14 }, result: 3 },
      { given: { respiratoryRate: 21, systolic: 101, glasgow: 15 }, result: 0 },
    ],
    bands: [
      { from: 0, label: 'not positive' },
      { from: 2, label: 'positive' },
    ],
    bandSource: 'Seymour 2016',
  }),
  score({
    id: 'sofa',
    title: 'SOFA',
    version: 'SOFA 1996 (the revision SOFA-2 of 2025 is another score)',
    source: 'Vincent JL, Moreno R, Takala J, et al. Intensive Care Med 1996;22:707',
    written: ['sofa', 'sofa score'],
    inputs: {
      ratio: number('PaO₂/FiO₂', 'P/F', 'mm[Hg]', [20, 700], {
        otherUnits: ['kPa'],
        written: ['P/F ratio', 'PaO2/FiO2 ratio', 'PaO2/FiO2'],
      }),
      supported: yesNo('Respiratory support'),
      platelets: PLATELETS,
      bilirubin: BILIRUBIN,
      meanPressure: number('Mean arterial pressure', 'MAP', 'mm[Hg]', [10, 220], {
        otherUnits: ['kPa'],
        written: ['mean arterial pressure', 'MAP'],
      }),
      vasopressor: choice('Vasopressor, for at least an hour', [
        ['none', 'none'],
        ['low', 'dopamine ≤5 µg/kg/min or dobutamine'],
        ['medium', 'dopamine >5, adrenaline or noradrenaline ≤0.1 µg/kg/min'],
        ['high', 'dopamine >15, adrenaline or noradrenaline >0.1 µg/kg/min'],
      ]),
      glasgow: GLASGOW,
      creatinine: CREATININE,
      urine: number('Urine output', 'urine', 'mL/d', [0, 15_000], { written: ['urine output'] }),
    },
    items: [
      {
        label: 'PaO₂/FiO₂ <400, <300, <200 or <100 with support',
        uses: ['ratio', 'supported'],
        most: 4,
        points: ({ ratio, supported }) =>
          below(ratio, supported ? [400, 300, 200, 100] : [400, 300]),
      },
      {
        label: 'platelets <150, <100, <50, <20',
        uses: ['platelets'],
        most: 4,
        points: ({ platelets }) => below(platelets, [150, 100, 50, 20]),
      },
      {
        label: 'bilirubin ≥1.2, ≥2, ≥6, ≥12',
        uses: ['bilirubin'],
        most: 4,
        points: ({ bilirubin }) => reaches(bilirubin, [1.2, 2, 6, 12]),
      },
      {
        label: 'MAP <70 or vasopressors',
        uses: ['meanPressure', 'vasopressor'],
        most: 4,
        points: ({ meanPressure, vasopressor }) => {
          const support = { none: 0, low: 2, medium: 3, high: 4 }[vasopressor];
          return Math.max(support, below(meanPressure, [70]));
        },
      },
      {
        label: 'GCS 13 to 14, 10 to 12, 6 to 9, <6',
        uses: ['glasgow'],
        most: 4,
        points: ({ glasgow }) => below(glasgow, [15, 13, 10, 6]),
      },
      {
        label: 'creatinine ≥1.2, ≥2, ≥3.5, ≥5 or urine <500, <200 mL/d',
        uses: ['creatinine', 'urine'],
        most: 4,
        points: ({ creatinine, urine }) =>
          Math.max(reaches(creatinine, [1.2, 2, 3.5, 5]), urine < 200 ? 4 : urine < 500 ? 3 : 0),
      },
    ],
    monotone: {
      ratio: 'falling',
      platelets: 'falling',
      bilirubin: 'rising',
      meanPressure: 'falling',
      glasgow: 'falling',
      creatinine: 'rising',
      urine: 'falling',
    },
    vectors: [
      {
        given: {
          ratio: 450,
          supported: false,
          platelets: 200,
          bilirubin: 0.8,
          meanPressure: 85,
          vasopressor: 'none',
          glasgow: 15,
          creatinine: 0.9,
          urine: 1500,
        },
        result: 0,
      },
      {
        given: {
          ratio: 180,
          supported: true,
          platelets: 90,
          bilirubin: 2.5,
          meanPressure: 65,
          vasopressor: 'medium',
          glasgow: 13,
          creatinine: 2.2,
          urine: 1000,
        },
        result: 13,
      },
      {
        given: {
          ratio: 80,
          supported: true,
          platelets: 10,
          bilirubin: 15,
          meanPressure: 50,
          vasopressor: 'high',
          glasgow: 3,
          creatinine: 6,
          urine: 100,
        },
        result: 24,
      },
    ],
  }),
];
