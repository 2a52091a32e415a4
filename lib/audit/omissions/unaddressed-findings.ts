import type { Omission } from '@/lib/audit/omissions/omission';
import type { CountedFinding, Coverage } from '@/lib/audit/second-reading/coverage';
import { FREQUENCIES_SOURCE } from '@/lib/audit/second-reading/frequency-sources';
import { answeredCondition } from '@/lib/audit/second-reading/second-reading';
import type { CaseReading } from '@/lib/case/case';
import { observationOf } from '@/lib/case/observation';
import type { ConceptId, Condition } from '@/lib/knowledge/concept';
import { conditionMeant } from '@/lib/knowledge/conditions-in-text';
import { posterior, weightOfEvidence } from '@/lib/knowledge/likelihoods';
import { conceptById } from '@/lib/knowledge/vocabulary';
import type { Role, TraceReading } from '@/lib/trace/trace';

/**
 * Likelihood ratio of 0.2: it takes about 30 points of probability away (McGee 2002,
 * doi:10.1046/j.1525-1497.2002.10750.x).
 */
const AGAINST = Math.log(0.2);
/** Likelihood ratio of 0.1, about 45 points: a symptom may be missing from a note for many reasons, so it takes more. */
const ABSENCE_AGAINST = Math.log(0.1);
/** Steps that only tell the case again address nothing. */
const TELLING_THE_CASE: ReadonlySet<Role> = new Set(['problem representation', 'finding']);
const MOST = 5;

/** What the parts of a trace take up of the case, as indices of findings. */
export interface TakenUp {
  /** For each step, in order, what it names or cites. */
  readonly findingsOfSteps: readonly (readonly number[])[];
  /** For each line of the differential, in order, what it sets against its diagnosis. */
  readonly findingsAgainst: readonly (readonly number[])[];
}

/** Findings that a step beyond the summary takes up, or that the differential sets against the lead. */
function addressed(
  trace: TraceReading,
  { findingsOfSteps, findingsAgainst }: TakenUp,
  lead: Condition,
): ReadonlySet<number> {
  const indices = trace.steps.flatMap((step, index) =>
    step.roles.every((role) => TELLING_THE_CASE.has(role)) ? [] : (findingsOfSteps[index] ?? []),
  );
  const listed = trace.differential.flatMap(({ name }, index) =>
    conditionMeant(name)?.id === lead.id ? (findingsAgainst[index] ?? []) : [],
  );
  return new Set([...indices, ...listed]);
}

/**
 * The weight of a finding for `lead` against the others as all other findings leave them: what none of the conditions in
 * question has does not speak against one of them.
 */
function weightAmongRivals(
  reading: CaseReading,
  finding: CountedFinding,
  counted: readonly CountedFinding[],
  lead: Condition,
): number {
  const others = counted.filter((other) => other !== finding);
  return weightOfEvidence(finding, lead, posterior(observationOf(reading, others)));
}

function omissionOf(finding: CountedFinding, weight: number, lead: Condition): Omission {
  const times = Math.round(Math.exp(-weight));
  const ratio = times >= 10 ? 'at least 10 times' : `about ${times} times`;
  return {
    kind: 'contradiction-not-addressed',
    label: `${finding.label} against ${lead.name}`,
    detail: `By counting it is ${ratio} less to be expected in ${lead.name} than in the conditions that the other findings leave possible, and no step says how it fits.`,
    case: [{ start: finding.span.start, end: finding.span.end }],
    findings: [finding.index],
    source: FREQUENCIES_SOURCE,
  };
}

/** A history or an exposure makes a disease more or less likely; what a disease has to explain are symptoms. */
function isSymptom(concept: ConceptId): boolean {
  return conceptById(concept)?.kind === 'symptom';
}

/** Symptoms that weigh against the model's answer and that no step takes up. Empty where the case lies outside the counts. */
export function unaddressedFindingOmissions(
  reading: CaseReading,
  trace: TraceReading,
  takenUp: TakenUp,
  { counted, outside }: Coverage,
): readonly Omission[] {
  const lead = answeredCondition(reading, trace);
  if (outside !== undefined || lead === undefined) {
    return [];
  }
  const dealtWith = addressed(trace, takenUp, lead);
  return counted
    .filter(({ index, concept }) => !dealtWith.has(index) && isSymptom(concept))
    .map((finding) => ({
      finding,
      weight: weightAmongRivals(reading, finding, counted, lead),
    }))
    .filter(
      ({ finding, weight }) =>
        weight <= (finding.polarity === 'present' ? AGAINST : ABSENCE_AGAINST),
    )
    .sort((a, b) => a.weight - b.weight)
    .slice(0, MOST)
    .map(({ finding, weight }) => omissionOf(finding, weight, lead));
}
