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
