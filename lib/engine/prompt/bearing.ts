import type { Finding } from '@/lib/case/case';
import type { Condition } from '@/lib/knowledge/concept';
import { type Posterior, posterior, weightOfEvidence } from '@/lib/knowledge/likelihoods';

/** A finding bears on a condition from a factor of two upwards (ln 2 nats). */
const BEARS = Math.LN2;

/** The rivals that evidence is weighed against: every condition by its frequency, the same for every case. */
const ALL_CONDITIONS: readonly Posterior[] = posterior({ findings: [] });

const weights = new Map<string, number>();

/** How much a finding speaks for a condition, in nats; negative where it speaks against it. */
export function weightFor(finding: Finding, condition: Condition): number {
  const key = `${finding.concept} ${finding.polarity} ${condition.id}`;
  const known = weights.get(key);
  if (known !== undefined) return known;
  const weight = weightOfEvidence(finding, condition, ALL_CONDITIONS);
  weights.set(key, weight);
  return weight;
}

/** Whether a finding speaks for a condition or against it; undefined where it does hardly either. */
export function bearing(finding: Finding, condition: Condition): 'for' | 'against' | undefined {
  const weight = weightFor(finding, condition);
  if (weight > BEARS) return 'for';
  return weight < -BEARS ? 'against' : undefined;
}
