import type { Omission } from '@/lib/audit/omissions/omission';
import type { CountedFinding, Coverage } from '@/lib/audit/second-reading/coverage';
import { FREQUENCIES_SOURCE } from '@/lib/audit/second-reading/frequency-sources';
import type { CaseReading } from '@/lib/case/case';
import { observationOf } from '@/lib/case/observation';
import type { Condition } from '@/lib/knowledge/concept';
import { conditionsInText } from '@/lib/knowledge/conditions-in-text';
import { type Posterior, posterior, weightOfEvidence } from '@/lib/knowledge/likelihoods';

/** From here on DDXPlus's own scoring keeps a condition in the differential (Fansi Tchango et al., NeurIPS 2022). */
const LEAST_PROBABILITY = 0.01;
/** Likelihood ratio of 5: about 30 points of probability (McGee 2002, doi:10.1046/j.1525-1497.2002.10750.x). */
const TELLING_WEIGHT = Math.log(5);
/**
 * So many telling findings make a condition worth a word even where the posterior, which lies too near 0 and 1, rules it
 * out; but it must not be next to impossible.
 */
const FEWEST_TELLING = 3;
const LEAST_PROBABILITY_WITH_TELLING = 0.001;
/** More would be no list that anyone reads. */
const MOST = 4;
/** The frequencies and the flags are two sources. */
const SOURCE = `${FREQUENCIES_SOURCE}; which conditions must not be missed: Rationale's own list, not reviewed by a clinician`;

function tellingFindings(
  condition: Condition,
  counted: readonly CountedFinding[],
  rivals: readonly Posterior[],
): readonly CountedFinding[] {
  return counted
    .filter(({ polarity }) => polarity === 'present')
    .map((finding) => ({ finding, weight: weightOfEvidence(finding, condition, rivals) }))
    .filter(({ weight }) => weight >= TELLING_WEIGHT)
    .sort((a, b) => b.weight - a.weight)
    .map(({ finding }) => finding);
}

/** The counts are too sure of themselves for a figure near 0 or 1 to mean anything. */
function percent(probability: number): string {
  if (probability > 0.95) {
    return 'above 95 %';
  }
  const hundredfold = probability * 100;
  return `${hundredfold < 10 ? Number(hundredfold.toPrecision(1)) : Math.round(hundredfold)} %`;
}

function omissionOf(
  { condition, probability }: Posterior,
  telling: readonly CountedFinding[],
): Omission {
  const labels = telling.slice(0, 3).map(({ label }) => label);
  const because =
    labels.length === 0
      ? 'no single finding points to it'
      : `what points to it most: ${labels.join(', ')}`;
  return {
    kind: 'cant-miss-not-mentioned',
    label: condition.name,
    detail: `It must not be missed and is named nowhere; by counting, its probability is ${percent(probability)}, and ${because}.`,
    case: telling.map(({ span }) => ({ start: span.start, end: span.end })),
    findings: telling.map(({ index }) => index),
    source: SOURCE,
  };
}

/**
 * Conditions that must not be missed, that the findings leave possible, and that the text of the trace never names, by any
 * alias or as part of a group. Empty where the case lies outside the counts.
 */
export function dangerousConditionOmissions(
  reading: CaseReading,
  traceText: string,
  { counted, outside }: Coverage,
): readonly Omission[] {
  if (outside !== undefined) {
    return [];
  }
  const named = new Set(conditionsInText(traceText).map(({ condition }) => condition.id));
  const rivals = posterior({ findings: [] });
  return posterior(observationOf(reading, counted))
    .filter(
      ({ condition, probability }) =>
        condition.cantMiss &&
        !named.has(condition.id) &&
        probability >= LEAST_PROBABILITY_WITH_TELLING,
    )
    .map((item) => ({ item, telling: tellingFindings(item.condition, counted, rivals) }))
    .filter(
      ({ item, telling }) =>
        item.probability >= LEAST_PROBABILITY || telling.length >= FEWEST_TELLING,
    )
    .slice(0, MOST)
    .map(({ item, telling }) => omissionOf(item, telling));
}
