import { FREQUENCIES_SOURCE } from '@/lib/audit/second-reading/frequency-sources';
import type { Finding } from '@/lib/case/case';
import type { ConceptId } from '@/lib/knowledge/concept';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import { isCounted, likelihood } from '@/lib/knowledge/likelihoods';
import { QUANTITIES } from '@/lib/knowledge/reference-intervals';
import { conceptById } from '@/lib/knowledge/vocabulary';

/** How much a finding that nobody used matters, and why. Smaller `tier` first; in it, larger `amount` first. */
export interface FindingWeight {
  readonly tier: number;
  readonly amount: number;
  /** Follows "No step uses it". */
  readonly reason: string;
  readonly source?: string;
}

/**
 * A likelihood ratio of 2 moves a probability by about 15 points; below it, a finding tells little (McGee 2002,
 * doi:10.1046/j.1525-1497.2002.10750.x).
 */
const TELLING_RATIO = 2;

const quantities = new Map(QUANTITIES.map((quantity) => [`measurement/${quantity.id}`, quantity]));

/** How far a value lies outside its interval, in widths of the interval; 1 where an end of it is open. */
function distanceOutside(finding: Finding): number {
  const quantity = quantities.get(finding.concept);
  if (quantity?.low === undefined || quantity.high === undefined || finding.value === undefined) {
    return 1;
  }
  const { low, high } = quantity;
  const beyond = finding.interpretation === 'low' ? low - finding.value : finding.value - high;
  return Math.max(0, beyond) / (high - low);
}

function mean(concept: ConceptId, cantMiss: boolean): number {
  const among = CONDITIONS.filter((condition) => condition.cantMiss === cantMiss);
  return among.reduce((sum, condition) => sum + likelihood(concept, condition), 0) / among.length;
}

/** How many times as frequent a finding is in conditions that must not be missed as in the others, each counted alike. */
function dangerRatio(concept: ConceptId): number {
  return mean(concept, true) / mean(concept, false);
}

/** Above ten the ratio rests on few patients, so its digits say nothing. */
function timesAsFrequent(ratio: number): string {
  return ratio > 10 ? 'more than 10 times' : `about ${ratio.toFixed(0)} times`;
}

/**
 * Where a finding stands among those left out: values outside their reference interval, the furthest first; then findings
 * that point to conditions that must not be missed, the more telling first; then what else is present, what describes
 * another finding, and what is absent or normal.
 */
export function weightOfFinding(finding: Finding): FindingWeight {
  const { interpretation, concept, polarity } = finding;
  if (interpretation === 'low' || interpretation === 'high') {
    const source = quantities.get(concept)?.source;
    return {
      tier: 1,
      amount: distanceOutside(finding),
      reason: `it is ${interpretation} against its reference interval`,
      ...(source === undefined ? {} : { source }),
    };
  }
  if (polarity === 'absent') {
    return { tier: 5, amount: 0, reason: 'it is a negative finding' };
  }
  if (interpretation === 'normal') {
    return { tier: 6, amount: 0, reason: 'its value is normal' };
  }
  const describes = conceptById(concept)?.kind === 'attribute';
  const ratio = isCounted(concept) ? dangerRatio(concept) : 0;
  if (!describes && ratio >= TELLING_RATIO) {
    return {
      tier: 2,
      amount: ratio,
      reason: `it is ${timesAsFrequent(ratio)} as frequent in the conditions that must not be missed as in the others`,
      source: FREQUENCIES_SOURCE,
    };
  }
  return describes
    ? { tier: 4, amount: 0, reason: 'it describes another finding' }
    : { tier: 3, amount: 0, reason: 'it is present' };
}
