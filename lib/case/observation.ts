import type { CaseReading, Finding } from '@/lib/case/case';
import { measuredPresent } from '@/lib/case/measurements/measurements';
import type { Observation } from '@/lib/knowledge/likelihoods';
import { conceptById } from '@/lib/knowledge/vocabulary';

/**
 * The findings of the vocabulary that a case states, each concept once, where it is said first; a concept that the case both
 * states and denies is left out, unless words deny what a value shows ("denies fever", then 38.9 °C): then the value stays.
 */
export function statedFindings({ findings }: CaseReading): readonly Finding[] {
  const first = new Map<string, Finding>();
  const disputed = new Set<string>();
  const shown = new Set([...measuredPresent(findings)].map(({ concept }) => concept));
  for (const finding of findings) {
    if (conceptById(finding.concept) === undefined) continue;
    if (
      finding.polarity === 'absent' &&
      shown.has(finding.concept) &&
      !isOfValue(finding, findings)
    )
      continue;
    const earlier = first.get(finding.concept);
    if (earlier === undefined) first.set(finding.concept, finding);
    else if (earlier.polarity !== finding.polarity) disputed.add(finding.concept);
  }
  return [...first.values()].filter(({ concept }) => !disputed.has(concept));
}

/** Whether a finding rests on a measured value, and not on words. */
function isOfValue({ span }: Finding, findings: readonly Finding[]): boolean {
  return findings.some(
    (other) =>
      other.value !== undefined && other.span.start === span.start && other.span.end === span.end,
  );
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
