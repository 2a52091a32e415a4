import type { CheckContext, CheckRun, StatefulCheck } from '@/lib/audit/check';
import { claimsOf, type PatientClaim } from '@/lib/audit/consistency/claims';
import { conclusionVerdicts } from '@/lib/audit/consistency/conclusion';
import { CONSISTENCY_ID, contradictionsAmong } from '@/lib/audit/consistency/contradictions';

function beginConsistency({ reading }: CheckContext): CheckRun {
  const claims: PatientClaim[] = [];
  return {
    inspect(step) {
      claims.push(...claimsOf(step));
      return [];
    },
    conclude: (trace) => [
      ...contradictionsAmong(claims, trace.corrections, reading),
      ...conclusionVerdicts(trace, reading),
    ],
  };
}

/**
 * Whether the trace agrees with itself. What was said may be taken back until the end, so verdicts are given once the
 * trace has ended.
 */
export const CONSISTENCY: StatefulCheck = {
  id: CONSISTENCY_ID,
  title: 'Consistency',
  begin: beginConsistency,
};
