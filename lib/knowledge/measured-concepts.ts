const OWN_INTERVAL = 'The quantity’s reference interval, with its source beside it';

/** A vocabulary concept that a measured value decides. */
export interface MeasuredConcept {
  readonly quantity: string;
  readonly concept: string;
  /** In the quantity's own unit: present from here on. */
  readonly presentFrom?: number;
  readonly presentBelow?: number;
  readonly absentFrom?: number;
  readonly absentBelow?: number;
  /** Present beyond this end of the quantity's reference interval. */
  readonly beyond?: 'low' | 'high';
  /** Whether a value on the other side of that end says that it is absent. */
  readonly absentOtherwise?: true;
  /** The limits are those of adults. */
  readonly adultsOnly?: true;
  readonly source: string;
}

/** Findings that say no more than that a value lies beyond one end of its reference interval. */
const OUTSIDE_INTERVAL: readonly (readonly [string, string, 'low' | 'high'])[] = [
  ['white-cell-count', 'leukocytosis', 'high'],
  ['white-cell-count', 'leukopenia', 'low'],
  ['c-reactive-protein', 'raised-inflammatory-markers', 'high'],
  ['erythrocyte-sedimentation-rate', 'raised-inflammatory-markers', 'high'],
  ['haemoglobin', 'low-haemoglobin', 'low'],
  ['platelet-count', 'thrombocytopenia', 'low'],
  ['mean-corpuscular-volume', 'microcytosis', 'low'],
  ['mean-corpuscular-volume', 'macrocytosis', 'high'],
  ['ferritin', 'low-iron-stores', 'low'],
  ['troponin', 'raised-troponin', 'high'],
  ['d-dimer', 'raised-d-dimer', 'high'],
  ['creatinine', 'raised-creatinine', 'high'],
  ['lactate', 'raised-lactate', 'high'],
  ['sodium', 'hyponatraemia', 'low'],
  ['calcium', 'hypercalcaemia', 'high'],
  ['pco2', 'hypercapnia', 'high'],
  ['alt', 'raised-liver-enzymes', 'high'],
  ['ast', 'raised-liver-enzymes', 'high'],
  ['alkaline-phosphatase', 'cholestatic-liver-tests', 'high'],
  ['bilirubin', 'cholestatic-liver-tests', 'high'],
  ['lipase', 'raised-pancreatic-enzymes', 'high'],
  ['amylase', 'raised-pancreatic-enzymes', 'high'],
  ['albumin', 'hypoalbuminaemia', 'low'],
  ['csf-protein', 'raised-csf-protein', 'high'],
];

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
  {
    quantity: 'heart-rate',
    concept: 'tachycardia',
    beyond: 'high',
    adultsOnly: true,
    source: OWN_INTERVAL,
  },
  {
    quantity: 'heart-rate',
    concept: 'bradycardia',
    presentBelow: 50,
    adultsOnly: true,
    source: 'ACC/AHA/HRS 2018 bradycardia guideline: sinus rate below 50 /min',
  },
  {
    quantity: 'respiratory-rate',
    concept: 'tachypnoea',
    beyond: 'high',
    adultsOnly: true,
    source: OWN_INTERVAL,
  },
  {
    quantity: 'oxygen-saturation',
    concept: 'hypoxaemia',
    presentBelow: 94,
    absentFrom: 96,
    source:
      'BTS guideline for oxygen use 2017: target 94 to 98 %; NEWS2 scale 1: 96 % and above scores 0',
  },
  {
    quantity: 'systolic-pressure',
    concept: 'hypotension',
    presentBelow: 91,
    adultsOnly: true,
    source: 'NEWS2: 90 mmHg and below scores 3',
  },
  {
    quantity: 'systolic-pressure',
    concept: 'severely-raised-blood-pressure',
    presentFrom: 180,
    adultsOnly: true,
    source: 'ESC/ESH 2018: grade 3 hypertension from 180 mmHg',
  },
  ...OUTSIDE_INTERVAL.map(
    ([quantity, concept, beyond]): MeasuredConcept => ({
      quantity,
      concept,
      beyond,
      absentOtherwise: true,
      adultsOnly: true,
      source: OWN_INTERVAL,
    }),
  ),
];
