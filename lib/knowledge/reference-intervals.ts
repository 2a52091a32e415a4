/**
 * What is measured of a patient, with adult reference intervals. Intervals depend on laboratory and patient; an interval
 * printed in the case goes before these. SI limits are derived from the conventional ones by the factor beside them, so
 * that the two cannot disagree.
 */

/** A unit in which a quantity is written: `value * factor + offset` is the value in the quantity's own unit. */
export interface MeasurementUnit {
  /** UCUM code. */
  readonly ucum: string;
  /** How it is shown. */
  readonly shown: string;
  /** Other ways in which it is written. */
  readonly written: readonly string[];
  readonly factor: number;
  readonly offset?: number;
}

export interface Quantity {
  /** The last part of its concept id, `measurement/<id>`. */
  readonly id: string;
  readonly label: string;
  /** How it is written in notes; matched without regard to case, except for names in capitals of up to three letters. */
  readonly names: readonly string[];
  /** The first is the quantity's own unit, in which `low`, `high` and the plausible range are given. */
  readonly units: readonly [MeasurementUnit, ...MeasurementUnit[]];
  readonly low?: number;
  readonly high?: number;
  /** Values outside are a slip of the pen or another quantity, and are not read. */
  readonly plausible: readonly [number, number];
  /** Whether the quantity is also written without any unit ("HR 104", "pH 7.2"). */
  readonly bare: boolean;
  readonly source: string;
}

const NBME =
  'USMLE/NBME laboratory values sheet (public copies), read with the ABIM Laboratory Test Reference Ranges (2024)';
const NEWS2 = 'Royal College of Physicians, National Early Warning Score 2 (2017), band of score 0';

function unit(
  ucum: string,
  shown: string,
  factor: number,
  written: readonly string[] = [],
): MeasurementUnit {
  return { ucum, shown, written, factor };
}

const PERCENT = unit('%', '%', 1, ['percent', 'per cent']);
const CELSIUS = unit('Cel', '°C', 1, [
  'C',
  'ºC',
  '° C',
  'degrees C',
  'degrees Celsius',
  'Celsius',
  'deg C',
]);
/** 32 °F is 0 °C, and 9 °F are 5 °C. */
const FAHRENHEIT: MeasurementUnit = {
  ucum: '[degF]',
  shown: '°F',
  written: ['F', 'ºF', '° F', 'degrees F', 'degrees Fahrenheit', 'Fahrenheit', 'deg F'],
  factor: 5 / 9,
  offset: -160 / 9,
};
const PER_MINUTE = unit('/min', '/min', 1, [
  'bpm',
  'beats per minute',
  'beats/min',
  'breaths per minute',
  'breaths/min',
  'per minute',
  '/minute',
]);
const MM_HG = unit('mm[Hg]', 'mmHg', 1, ['mm Hg']);
/** 1 kPa is 7.50062 mmHg. */
const KPA = unit('kPa', 'kPa', 7.50062);
const GRAM_PER_DL = unit('g/dL', 'g/dL', 1, ['g/dl', 'gm/dL', 'g%']);
const GRAM_PER_L = unit('g/L', 'g/L', 0.1, ['g/l']);
const BILLION_PER_L = unit('10*9/L', '×10⁹/L', 1, [
  'x10^9/L',
  'x 10^9/L',
  '×10^9/L',
  'x10⁹/L',
  '10^9/L',
  'x109/L',
  'K/uL',
  'K/µL',
  'x10^3/uL',
  '×10^3/µL',
  'x 10^3/mm3',
]);
const PER_CUBIC_MM = unit('/mm3', '/mm³', 0.001, [
  '/mm3',
  '/mm^3',
  '/uL',
  '/µL',
  '/microL',
  '/μL',
  'cells/mm3',
  'cells/uL',
]);
const MMOL_PER_L = unit('mmol/L', 'mmol/L', 1, ['mmol/l', 'mEq/L', 'meq/L', 'mM']);
const UNIT_PER_L = unit('U/L', 'U/L', 1, ['IU/L', 'u/l', 'units/L']);

/** Milligrams per decilitre as a quantity's own unit, with the molar unit converted by `molar` mmol or µmol per mg/dL. */
function byMass(
  molarUcum: 'mmol/L' | 'umol/L',
  molar: number,
): readonly [MeasurementUnit, MeasurementUnit] {
  const shown = molarUcum === 'umol/L' ? 'µmol/L' : 'mmol/L';
  const written = molarUcum === 'umol/L' ? ['umol/l', 'μmol/L', 'micromol/L'] : ['mmol/l', 'mM'];
  return [unit('mg/dL', 'mg/dL', 1, ['mg/dl', 'mg%']), unit(molarUcum, shown, 1 / molar, written)];
}

export const QUANTITIES: readonly Quantity[] = [
  {
    id: 'temperature',
    label: 'temperature',
    names: ['temperature', 'temp', 'T'],
    units: [CELSIUS, FAHRENHEIT],
    low: 36.1,
    high: 38,
    plausible: [25, 45],
    bare: true,
    source: `${NEWS2}: 36.1 to 38.0 °C`,
  },
  {
    id: 'heart-rate',
    label: 'heart rate',
    names: ['heart rate', 'pulse rate', 'pulse', 'HR'],
    units: [PER_MINUTE],
    low: 60,
    high: 100,
    plausible: [10, 350],
    bare: true,
    source: 'Resting adult sinus rate, AHA patient guidance: 60 to 100 /min',
  },
  {
    id: 'respiratory-rate',
    label: 'respiratory rate',
    names: ['respiratory rate', 'respiration rate', 'respirations', 'resp rate', 'RR'],
    units: [PER_MINUTE],
    low: 12,
    high: 20,
    plausible: [3, 90],
    bare: true,
    source: `${NEWS2}: 12 to 20 /min`,
  },
  {
    id: 'oxygen-saturation',
    label: 'oxygen saturation',
    names: [
      'oxygen saturation',
      'O2 saturation',
      'O2 sat',
      'O2 sats',
      'saturation',
      'saturations',
      'sats',
      'SpO2',
      'SaO2',
      'pulse oximetry',
    ],
    units: [PERCENT],
    low: 96,
    plausible: [30, 100],
    bare: true,
    source: `${NEWS2} scale 1: 96 % and above`,
  },
  {
    id: 'systolic-pressure',
    label: 'systolic blood pressure',
    names: ['systolic blood pressure', 'systolic BP', 'systolic pressure', 'SBP'],
    units: [MM_HG],
    low: 90,
    high: 130,
    plausible: [30, 300],
    bare: true,
    source:
      'Hypotension below 90 mmHg (Sepsis-1/2 and shock definitions); ACC/AHA 2017 hypertension stage 1 from 130 mmHg',
  },
  {
    id: 'diastolic-pressure',
    label: 'diastolic blood pressure',
    names: ['diastolic blood pressure', 'diastolic BP', 'diastolic pressure', 'DBP'],
    units: [MM_HG],
    low: 60,
    high: 80,
    plausible: [10, 200],
    bare: true,
    source: 'ACC/AHA 2017: stage 1 hypertension from 80 mmHg; NHLBI: low below 60 mmHg',
  },
  {
    id: 'bmi',
    label: 'body mass index',
    names: ['body mass index', 'BMI'],
    units: [unit('kg/m2', 'kg/m²', 1, ['kg/m2', 'kg/m^2'])],
    low: 18.5,
    high: 25,
    plausible: [8, 100],
    bare: true,
    source: 'WHO classification of adult body mass index: 18.5 to 24.9 kg/m²',
  },
  {
    id: 'haemoglobin',
    label: 'haemoglobin',
    names: ['haemoglobin', 'hemoglobin', 'Hgb', 'Hb'],
    units: [GRAM_PER_DL, GRAM_PER_L],
    low: 12,
    high: 17.5,
    plausible: [1, 26],
    bare: true,
    source: `${NBME}: women from 12.0, men to 17.5 g/dL; the wider of both, since a text rarely says whose interval it used`,
  },
  {
    id: 'white-cell-count',
    label: 'white cell count',
    names: [
      'white blood cell count',
      'white cell count',
      'leukocyte count',
      'leucocyte count',
      'white blood cells',
      'WBC count',
      'WBC',
      'WCC',
    ],
    units: [BILLION_PER_L, PER_CUBIC_MM],
    low: 4.5,
    high: 11,
    plausible: [0, 500],
    bare: true,
    source: `${NBME}: 4.5 to 11.0 ×10⁹/L`,
  },
  {
    id: 'platelet-count',
    label: 'platelet count',
    names: ['platelet count', 'platelets', 'Plt'],
    units: [BILLION_PER_L, PER_CUBIC_MM],
    low: 150,
    high: 400,
    plausible: [0, 3000],
    bare: true,
    source: `${NBME}: 150 to 400 ×10⁹/L`,
  },
  {
    id: 'sodium',
    label: 'sodium',
    names: ['sodium', 'Na+', 'Na'],
    units: [MMOL_PER_L],
    low: 136,
    high: 146,
    plausible: [90, 200],
    bare: true,
    source: `${NBME}: 136 to 146 mmol/L`,
  },
  {
    id: 'potassium',
    label: 'potassium',
    names: ['potassium', 'K+', 'K'],
    units: [MMOL_PER_L],
    low: 3.5,
    high: 5,
    plausible: [1, 10],
    bare: true,
    source: `${NBME}: 3.5 to 5.0 mmol/L`,
  },
  {
    id: 'creatinine',
    label: 'creatinine',
    names: ['serum creatinine', 'creatinine', 'Cr'],
    units: byMass('umol/L', 88.4),
    low: 0.6,
    high: 1.2,
    plausible: [0.1, 25],
    bare: true,
    source: `${NBME}: 0.6 to 1.2 mg/dL; 88.4 µmol/L per mg/dL`,
  },
  {
    id: 'urea-nitrogen',
    label: 'urea nitrogen',
    names: ['blood urea nitrogen', 'urea nitrogen', 'BUN', 'urea'],
    units: byMass('mmol/L', 0.357),
    low: 7,
    high: 18,
    plausible: [1, 300],
    bare: false,
    source: `${NBME}: 7 to 18 mg/dL; 0.357 mmol/L urea per mg/dL of its nitrogen`,
  },
  {
    id: 'glucose',
    label: 'glucose',
    names: ['blood glucose level', 'blood glucose', 'fasting glucose', 'blood sugar', 'glucose'],
    units: byMass('mmol/L', 0.0555),
    low: 70,
    high: 100,
    plausible: [10, 2000],
    bare: false,
    source: `${NBME}: fasting 70 to 100 mg/dL; 0.0555 mmol/L per mg/dL`,
  },
  {
    id: 'lactate',
    label: 'lactate',
    names: ['lactate', 'lactic acid'],
    units: [MMOL_PER_L, unit('mg/dL', 'mg/dL', 0.111, ['mg/dl'])],
    low: 0.5,
    high: 2.2,
    plausible: [0, 40],
    bare: true,
    source: 'ABIM Laboratory Test Reference Ranges (2024), venous: 0.5 to 2.2 mmol/L',
  },
  {
    id: 'c-reactive-protein',
    label: 'C-reactive protein',
    names: ['C-reactive protein', 'CRP'],
    units: [unit('mg/L', 'mg/L', 1, ['mg/l']), unit('mg/dL', 'mg/dL', 10, ['mg/dl'])],
    high: 10,
    plausible: [0, 800],
    bare: true,
    source: 'ABIM Laboratory Test Reference Ranges (2024): up to 1.0 mg/dL',
  },
  {
    id: 'troponin',
    label: 'troponin',
    names: ['troponin I', 'troponin T', 'troponin', 'hs-troponin'],
    units: [
      unit('ng/mL', 'ng/mL', 1, ['ng/ml', 'ug/L', 'µg/L']),
      unit('ng/L', 'ng/L', 0.001, ['ng/l', 'pg/mL']),
    ],
    high: 0.04,
    plausible: [0, 1000],
    bare: false,
    source: `${NBME}, troponin I: up to 0.04 ng/mL`,
  },
  {
    id: 'd-dimer',
    label: 'D-dimer',
    names: ['D-dimer', 'D dimer'],
    units: [
      unit('ng/mL', 'ng/mL', 1, ['ng/ml', 'ug/L', 'µg/L']),
      unit('mg/L', 'mg/L', 1000, ['mg/l', 'ug/mL', 'µg/mL']),
    ],
    high: 250,
    plausible: [0, 200000],
    bare: false,
    source: `${NBME}: up to 250 ng/mL`,
  },
  {
    id: 'bilirubin',
    label: 'bilirubin',
    names: ['total bilirubin', 'bilirubin'],
    units: byMass('umol/L', 17.1),
    low: 0.1,
    high: 1,
    plausible: [0, 80],
    bare: false,
    source: `${NBME}: total 0.1 to 1.0 mg/dL; 17.1 µmol/L per mg/dL`,
  },
  {
    id: 'alt',
    label: 'ALT',
    names: ['alanine aminotransferase', 'alanine transaminase', 'ALT', 'SGPT'],
    units: [UNIT_PER_L],
    low: 10,
    high: 40,
    plausible: [0, 30000],
    bare: true,
    source: `${NBME}: 10 to 40 U/L`,
  },
  {
    id: 'ast',
    label: 'AST',
    names: ['aspartate aminotransferase', 'aspartate transaminase', 'AST', 'SGOT'],
    units: [UNIT_PER_L],
    low: 12,
    high: 38,
    plausible: [0, 30000],
    bare: true,
    source: `${NBME}: 12 to 38 U/L`,
  },
  {
    id: 'alkaline-phosphatase',
    label: 'alkaline phosphatase',
    names: ['alkaline phosphatase', 'ALP', 'alk phos'],
    units: [UNIT_PER_L],
    low: 25,
    high: 100,
    plausible: [0, 10000],
    bare: true,
    source: `${NBME}: 25 to 100 U/L`,
  },
  {
    id: 'albumin',
    label: 'albumin',
    names: ['serum albumin', 'albumin'],
    units: [GRAM_PER_DL, GRAM_PER_L],
    low: 3.5,
    high: 5.5,
    plausible: [0.5, 9],
    bare: true,
    source: `${NBME}: 3.5 to 5.5 g/dL`,
  },
  {
    id: 'calcium',
    label: 'calcium',
    names: ['total calcium', 'serum calcium', 'calcium', 'Ca2+', 'Ca'],
    units: byMass('mmol/L', 0.2495),
    low: 8.4,
    high: 10.2,
    plausible: [4.5, 25],
    bare: true,
    source: `${NBME}: total 8.4 to 10.2 mg/dL; 0.2495 mmol/L per mg/dL`,
  },
  {
    id: 'tsh',
    label: 'TSH',
    names: ['thyroid-stimulating hormone', 'thyroid stimulating hormone', 'TSH'],
    units: [unit('m[IU]/L', 'mU/L', 1, ['mIU/L', 'uU/mL', 'µU/mL', 'mIU/l', 'uIU/mL', 'µIU/mL'])],
    low: 0.4,
    high: 4,
    plausible: [0, 500],
    bare: true,
    source: `${NBME}: 0.4 to 4.0 mU/L`,
  },
  {
    id: 'inr',
    label: 'INR',
    names: ['international normalized ratio', 'international normalised ratio', 'INR'],
    units: [unit('1', '', 1)],
    low: 0.8,
    high: 1.2,
    plausible: [0.3, 30],
    bare: true,
    source: 'ABIM Laboratory Test Reference Ranges (2024), not anticoagulated: 0.8 to 1.2',
  },
  {
    id: 'ph',
    label: 'pH',
    names: ['arterial pH', 'blood pH', 'pH'],
    units: [unit('[pH]', '', 1)],
    low: 7.35,
    high: 7.45,
    plausible: [6.5, 7.9],
    bare: true,
    source: `${NBME}, arterial: 7.35 to 7.45`,
  },
  {
    id: 'pco2',
    label: 'pCO2',
    names: ['partial pressure of carbon dioxide', 'PaCO2', 'pCO2'],
    units: [MM_HG, KPA],
    low: 33,
    high: 45,
    plausible: [5, 200],
    bare: false,
    source: `${NBME}, arterial: 33 to 45 mmHg; 1 kPa is 7.50062 mmHg`,
  },
  {
    id: 'bicarbonate',
    label: 'bicarbonate',
    names: ['bicarbonate', 'HCO3-', 'HCO3'],
    units: [MMOL_PER_L],
    low: 22,
    high: 28,
    plausible: [1, 70],
    bare: true,
    source: `${NBME}: 22 to 28 mmol/L`,
  },
  {
    id: 'hba1c',
    label: 'HbA1c',
    names: [
      'haemoglobin A1c',
      'hemoglobin A1c',
      'glycated haemoglobin',
      'glycated hemoglobin',
      'Hgb A1c',
      'Hb A1c',
      'HbA1c',
      'A1c',
    ],
    units: [
      PERCENT,
      { ucum: 'mmol/mol', shown: 'mmol/mol', written: [], factor: 0.09148, offset: 2.152 },
    ],
    high: 6,
    plausible: [2, 25],
    bare: false,
    source: `${NBME}: up to 6 %; IFCC to NGSP by the master equation 0.09148 x + 2.152`,
  },
  {
    id: 'lipase',
    label: 'lipase',
    names: ['serum lipase', 'lipase'],
    units: [UNIT_PER_L],
    low: 10,
    high: 140,
    plausible: [0, 50000],
    bare: true,
    source: 'ABIM Laboratory Test Reference Ranges (2024): 10 to 140 U/L',
  },
  {
    id: 'age-at-menarche',
    label: 'age at menarche',
    names: [
      'menarche',
      'first period',
      'started periods',
      'periods',
      'first menses',
      'began menstruating',
      'started menstruating',
    ],
    units: [unit('a', 'years', 1, ['years', 'yrs', 'years old', 'years of age'])],
    low: 11,
    high: 15,
    plausible: [8, 20],
    bare: true,
    source: 'ACOG Committee Opinion 651 (2015): median 12 to 13 years, 98 % by 15 years',
  },
];

/** A vocabulary concept that a measured value decides. */
export interface MeasuredConcept {
  readonly quantity: string;
  readonly concept: string;
  /** In the quantity's own unit: present from here on. */
  readonly presentFrom?: number;
  readonly presentBelow?: number;
  readonly absentFrom?: number;
  readonly absentBelow?: number;
  readonly source: string;
}

export const MEASURED_CONCEPTS: readonly MeasuredConcept[] = [
  {
    quantity: 'temperature',
    concept: 'fever',
    presentFrom: 38,
    absentBelow: 37.5,
    source:
      'NICE NG51 and IDSA: fever from 38.0 °C; below 37.5 °C counts as afebrile, between the two nothing is concluded',
  },
  {
    quantity: 'bmi',
    concept: 'obesity',
    presentFrom: 30,
    absentBelow: 30,
    source: 'WHO: obesity from 30 kg/m²',
  },
  {
    quantity: 'bmi',
    concept: 'underweight',
    presentBelow: 18.5,
    absentFrom: 18.5,
    source: 'WHO: underweight below 18.5 kg/m²',
  },
  {
    quantity: 'age-at-menarche',
    concept: 'early-menarche',
    presentBelow: 12,
    absentFrom: 12,
    source:
      'DDXPlus evidence "first period before the age of 12"; early menarche as a breast cancer risk, Lancet Oncology 2012;13:1141',
  },
];
