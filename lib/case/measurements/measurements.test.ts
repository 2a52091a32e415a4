import { describe, expect, it } from 'vitest';
import { readMeasurements } from './measurements';

function read(text: string): string[] {
  return readMeasurements(text, { start: 0, end: text.length }).map(
    (finding) =>
      `${finding.concept}: ${finding.label} <${text.slice(finding.span.start, finding.span.end)}>`,
  );
}

function labels(text: string): string[] {
  return readMeasurements(text, { start: 0, end: text.length }).map((finding) => finding.label);
}

/** The labels of the measurements, without the findings that their values make. */
function measured(text: string): string[] {
  return readMeasurements(text, { start: 0, end: text.length })
    .filter((finding) => finding.concept.startsWith('measurement/'))
    .map((finding) => finding.label);
}

describe('readMeasurements', () => {
  it('reads vital signs with and without units', () => {
    expect(measured('HR 104, BP 86/54 mmHg, RR 24, SpO2 91% on air')).toEqual([
      'heart rate 104 /min, high',
      'systolic blood pressure 86 mmHg, low',
      'diastolic blood pressure 54 mmHg, low',
      'respiratory rate 24 /min, high',
      'oxygen saturation 91 %, low',
    ]);
  });

  it('concludes on fever from the temperature, in either scale', () => {
    expect(read('Temp 39.2')).toEqual([
      'measurement/temperature: temperature 39.2 °C, high <Temp 39.2>',
      'fever: fever <Temp 39.2>',
    ]);
    expect(labels('temperature was 102.4 F')).toContain('fever');
    expect(labels('temperature of 98.6°F')).toContain('no fever');
    expect(labels('Temp 37.7')).toEqual(['temperature 37.7 °C, normal']);
  });

  it('concludes on weight from the body mass index', () => {
    expect(labels('BMI 17.2 kg/m2')).toEqual(
      expect.arrayContaining(['body mass index 17.2 kg/m², low']),
    );
    const concepts = readMeasurements('BMI of 38', { start: 0, end: 9 }).map(
      (finding) => `${finding.concept} ${finding.polarity}`,
    );
    expect(concepts).toEqual(['measurement/bmi present', 'obesity present', 'underweight absent']);
  });

  it('reads laboratory values in conventional and SI units alike', () => {
    expect(measured('creatinine 2.04 mg/dL')).toEqual(['creatinine 2.04 mg/dL, high']);
    expect(measured('creatinine 180 µmol/L')).toEqual(['creatinine 180 µmol/L, high']);
    expect(measured('WBC 15,000/mm3')).toEqual(['white cell count 15000 /mm³, high']);
    expect(measured('WBC 7.2 x10^9/L')).toEqual(['white cell count 7.2 ×10⁹/L, normal']);
    expect(measured('Hb 62 g/L')).toEqual(['haemoglobin 62 g/L, low']);
    expect(measured('PaCO2 8 kPa')).toEqual(['pCO2 8 kPa, high']);
    expect(measured('Hgb A1c was found to be 5.1%')).toEqual(['HbA1c 5.1 %, normal']);
  });

  it('carries value and UCUM unit', () => {
    const [finding] = readMeasurements('lactate 4.1', { start: 0, end: 11 });
    expect(finding).toMatchObject({ value: 4.1, unit: 'mmol/L', interpretation: 'high' });
  });

  it.each([
    'Vitamin K 10 mg was given',
    'glucose 5',
    'HR 900',
    'T 4 level',
    'pulse oximetry',
    'room 12',
    'BP rose',
  ])('reads nothing in %j', (text) => {
    expect(labels(text)).toEqual([]);
  });
});
