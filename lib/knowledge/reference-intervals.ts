import { BLOOD_COUNT } from '@/lib/knowledge/reference-intervals-blood';
import { CHEMISTRY } from '@/lib/knowledge/reference-intervals-chemistry';
import { GASES_AND_FLUID } from '@/lib/knowledge/reference-intervals-gases';
import { HORMONES } from '@/lib/knowledge/reference-intervals-hormones';
import { PROTEINS_AND_ENZYMES } from '@/lib/knowledge/reference-intervals-proteins';
import type { Quantity } from '@/lib/knowledge/reference-intervals-quantity';
import { VITAL_SIGNS } from '@/lib/knowledge/reference-intervals-vitals';

export {
  type Interval,
  intervalOf,
  type MeasurementUnit,
  type Quantity,
} from '@/lib/knowledge/reference-intervals-quantity';

/**
 * What is measured of a patient, with adult reference intervals. Intervals depend on laboratory and patient; an interval
 * printed in the case goes before these. SI limits are derived from the conventional ones by the factor beside them, so
 * that the two cannot disagree.
 */
export const QUANTITIES: readonly Quantity[] = [
  ...VITAL_SIGNS,
  ...BLOOD_COUNT,
  ...CHEMISTRY,
  ...PROTEINS_AND_ENZYMES,
  ...HORMONES,
  ...GASES_AND_FLUID,
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
