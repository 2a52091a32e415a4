import type { CaseReading, Finding } from '@/lib/case/case';
import type { Observation } from '@/lib/knowledge/likelihoods';
import { conceptById } from '@/lib/knowledge/vocabulary';

/**
 * The findings of the vocabulary that a case states, each concept once, where it is said first; a concept that the case both
 * states and denies is left out.
 */
export function statedFindings({ findings }: CaseReading): readonly Finding[] {
  const first = new Map<string, Finding>();
  const disputed = new Set<string>();
  for (const finding of findings) {
    if (conceptById(finding.concept) === undefined) continue;
    const earlier = first.get(finding.concept);
    if (earlier === undefined) first.set(finding.concept, finding);
    else if (earlier.polarity !== finding.polarity) disputed.add(finding.concept);
  }
  return [...first.values()].filter(({ concept }) => !disputed.has(concept));
}

/** What the frequencies can take of a case: `findings` of it, age and sex. */
export function observationOf(
  { demographics: { age, sex } }: CaseReading,
  findings: readonly Pick<Finding, 'concept' | 'polarity'>[],
): Observation {
  return {
    findings: findings.map(({ concept, polarity }) => ({ concept, polarity })),
    ...(age === undefined ? {} : { ageYears: age.years }),
    ...(sex === undefined ? {} : { sex: sex.value }),
  };
}
