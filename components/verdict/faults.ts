import { OUTCOMES, type Verdict } from '@/lib/audit/verdict';

/** The verdicts that found fault, in the order of `OUTCOMES`: what the case contradicts comes first. */
export function faultsOf(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts
    .filter((verdict) => verdict.outcome !== 'supported')
    .sort((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome));
}
