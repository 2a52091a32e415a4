import type { ChoiceInput, NumberInput, YesNoInput } from '@/lib/knowledge/calculators/calculator';

/**
 * Inputs that several formulas share. Molar masses from IUPAC standard atomic weights; urea nitrogen counts the two nitrogen
 * atoms of urea, so that mg/dL of nitrogen become mmol/L of urea. Ranges are bounds of plausibility, not of health.
 */

function measured(
  label: string,
  symbol: string,
  unit: string,
  range: readonly [number, number],
  more: Partial<Omit<NumberInput, 'kind' | 'label' | 'symbol' | 'unit' | 'range'>> = {},
): NumberInput {
  return { kind: 'number', label, symbol, unit, range, ...more };
}

/** A yes or a no. */
export function yesNo(label: string): YesNoInput {
  return { kind: 'yes-no', label };
}

/** One of several. */
export function choice<const Value extends string>(
  label: string,
  choices: readonly (readonly [Value, string])[],
): ChoiceInput<Value> {
  return {
    kind: 'choice',
    label,
    choices: choices.map(([value, shown]) => ({ value, label: shown })),
  };
}

/** A number of its own formula. */
export const number = measured;

const MONOVALENT = { otherUnits: ['meq/L'], charge: 1 };

export const SEX = choice('Sex', [
  ['female', 'female'],
  ['male', 'male'],
]);
export const AGE = measured('Age', 'age', 'a', [18, 120], { otherUnits: ['mo'] });
export const WEIGHT = measured('Body mass', 'weight', 'kg', [1, 400], {
  otherUnits: ['[lb_av]'],
  written: ['weight', 'body weight', 'weighs', 'weighing'],
});
export const HEIGHT = measured('Height', 'height', 'cm', [40, 250], {
  otherUnits: ['m', '[in_i]'],
  written: ['height'],
});

export const SODIUM = measured('Sodium', 'Na', 'mmol/L', [90, 200], {
  ...MONOVALENT,
  molarMass: 22.99,
  written: ['sodium', 'serum sodium', 'Na+', 'Na'],
});
export const POTASSIUM = measured('Potassium', 'K', 'mmol/L', [1, 10], {
  ...MONOVALENT,
  molarMass: 39.098,
  written: ['potassium', 'serum potassium', 'K+', 'K'],
});
export const CHLORIDE = measured('Chloride', 'Cl', 'mmol/L', [50, 160], {
  ...MONOVALENT,
  molarMass: 35.45,
  written: ['chloride', 'serum chloride', 'Cl-', 'Cl−', 'Cl'],
});
export const BICARBONATE = measured('Bicarbonate', 'HCO₃', 'mmol/L', [1, 60], {
  ...MONOVALENT,
  molarMass: 61.016,
  written: ['bicarbonate', 'bicarb', 'HCO3-', 'HCO3−', 'HCO3', 'HCO₃'],
});
export const GLUCOSE = measured('Glucose', 'glucose', 'mg/dL', [10, 2000], {
  otherUnits: ['mmol/L'],
  molarMass: 180.156,
  written: ['glucose', 'blood glucose', 'serum glucose', 'blood sugar'],
});
export const UREA_NITROGEN = measured('Urea nitrogen', 'BUN', 'mg/dL', [1, 300], {
  otherUnits: ['mmol/L'],
  molarMass: 28.0134,
  written: ['blood urea nitrogen', 'urea nitrogen', 'BUN'],
});
export const CREATININE = measured('Creatinine', 'Cr', 'mg/dL', [0.1, 25], {
  otherUnits: ['umol/L'],
  molarMass: 113.12,
  written: ['creatinine', 'serum creatinine', 'Cr'],
});
export const ALBUMIN = measured('Albumin', 'albumin', 'g/dL', [0.5, 7], {
  otherUnits: ['g/L'],
  written: ['albumin', 'serum albumin'],
});
export const CALCIUM = measured('Calcium, total', 'Ca', 'mg/dL', [3, 20], {
  otherUnits: ['mmol/L'],
  molarMass: 40.078,
  written: ['calcium', 'serum calcium', 'total calcium', 'Ca2+', 'Ca'],
});
export const BILIRUBIN = measured('Bilirubin, total', 'bilirubin', 'mg/dL', [0.1, 60], {
  otherUnits: ['umol/L'],
  molarMass: 584.66,
  written: ['bilirubin', 'total bilirubin', 'serum bilirubin'],
});
export const INR = measured('INR', 'INR', '1', [0.5, 20], { written: ['INR'] });
export const AST = measured('AST', 'AST', 'U/L', [1, 20_000], { written: ['AST', 'SGOT'] });
export const ALT = measured('ALT', 'ALT', 'U/L', [1, 20_000], { written: ['ALT', 'SGPT'] });
export const PLATELETS = measured('Platelets', 'platelets', '10*9/L', [1, 3000], {
  otherUnits: ['/mm3'],
  written: ['platelets', 'platelet count', 'Plt'],
});
export const HAEMATOCRIT = measured('Haematocrit', 'Hct', '%', [5, 75], {
  otherUnits: ['1'],
  written: ['hematocrit', 'haematocrit', 'Hct', 'HCT'],
});

export const PACO2 = measured('PaCO₂', 'PaCO₂', 'mm[Hg]', [5, 200], {
  otherUnits: ['kPa'],
  written: [
    'PaCO2',
    'pCO2',
    'PCO2',
    'PaCO₂',
    'pCO₂',
    'carbon dioxide tension',
    'alveolar carbon dioxide tension',
    'partial pressure of carbon dioxide',
  ],
});
export const PAO2 = measured('PaO₂', 'PaO₂', 'mm[Hg]', [10, 700], {
  otherUnits: ['kPa'],
  written: [
    'PaO2',
    'pO2',
    'PO2',
    'PaO₂',
    'pO₂',
    'arterial oxygen tension',
    'arterial partial pressure of oxygen',
  ],
});
export const FIO2 = measured('FiO₂', 'FiO₂', '1', [0.21, 1], {
  otherUnits: ['%'],
  written: ['FiO2', 'FIO2', 'FiO₂'],
});
export const SPO2 = measured('SpO₂', 'SpO₂', '%', [40, 100], {
  written: ['SpO2', 'oxygen saturation', 'O2 saturation', 'O2 sat', 'SpO₂', 'saturation'],
});
export const SYSTOLIC = measured('Systolic pressure', 'SBP', 'mm[Hg]', [30, 300], {
  otherUnits: ['kPa'],
  written: ['systolic blood pressure', 'systolic BP', 'systolic pressure', 'SBP', 'systolic'],
});
export const DIASTOLIC = measured('Diastolic pressure', 'DBP', 'mm[Hg]', [10, 200], {
  otherUnits: ['kPa'],
  written: ['diastolic blood pressure', 'diastolic BP', 'diastolic pressure', 'DBP', 'diastolic'],
});
export const HEART_RATE = measured('Heart rate', 'HR', '/min', [10, 300], {
  written: ['heart rate', 'pulse rate', 'pulse', 'HR', 'heart beat'],
});
export const RESPIRATORY_RATE = measured('Respiratory rate', 'RR', '/min', [1, 100], {
  written: ['respiratory rate', 'respiration rate', 'respirations', 'RR'],
});
export const TEMPERATURE = measured('Temperature', 'temperature', 'Cel', [25, 45], {
  otherUnits: ['[degF]'],
  written: ['temperature', 'temp'],
});
export const GLASGOW = measured('Glasgow Coma Scale', 'GCS', '1', [3, 15], {
  written: ['GCS', 'Glasgow Coma Scale', 'Glasgow coma score'],
});
export const QT = measured('QT interval', 'QT', 'ms', [150, 800], {
  otherUnits: ['s'],
  written: ['QT interval', 'QT'],
});
