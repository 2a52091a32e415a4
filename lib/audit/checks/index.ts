import type { Check } from '@/lib/audit/check';
import { ARITHMETIC } from '@/lib/audit/checks/arithmetic';
import { CALCULATIONS } from '@/lib/audit/checks/calculations';
import { CITATIONS } from '@/lib/audit/checks/citations';
import { CONSISTENCY } from '@/lib/audit/checks/consistency';
import { DEMOGRAPHICS } from '@/lib/audit/checks/demographics';
import { FORM } from '@/lib/audit/checks/form';
import { LATERALITY } from '@/lib/audit/checks/laterality';
import { MEASURED_VALUES } from '@/lib/audit/checks/measured-values';
import { PATIENT_STATEMENTS } from '@/lib/audit/checks/patient-statements';
import { RELATIVES } from '@/lib/audit/checks/relatives';
import { TIME } from '@/lib/audit/checks/time';

/** The checks that every trace goes through, in the order in which their verdicts are listed. */
export const CHECKS: readonly Check[] = [
  CITATIONS,
  PATIENT_STATEMENTS,
  DEMOGRAPHICS,
  TIME,
  LATERALITY,
  RELATIVES,
  MEASURED_VALUES,
  ARITHMETIC,
  CALCULATIONS,
  CONSISTENCY,
  FORM,
];
