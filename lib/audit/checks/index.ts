import type { Check } from '@/lib/audit/check';
import { FORM } from '@/lib/audit/checks/form';

/** The checks that every trace goes through, in the order in which their verdicts are listed. */
export const CHECKS: readonly Check[] = [FORM];
