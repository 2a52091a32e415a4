import type { Check } from '@/lib/audit/check';
import { CITATIONS } from '@/lib/audit/checks/citations';
import { DEMOGRAPHICS } from '@/lib/audit/checks/demographics';
import { FORM } from '@/lib/audit/checks/form';
import { PATIENT_STATEMENTS } from '@/lib/audit/checks/patient-statements';
import { TIME } from '@/lib/audit/checks/time';

/** The checks that every trace goes through, in the order in which their verdicts are listed. */
export const CHECKS: readonly Check[] = [CITATIONS, PATIENT_STATEMENTS, DEMOGRAPHICS, TIME, FORM];
