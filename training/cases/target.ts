import type { CaseReading, Finding } from '@/lib/case/case';
import { observationOf, statedFindings } from '@/lib/case/observation';
import { bearing, weightFor } from '@/lib/engine/prompt/bearing';
import { type Candidate, rankCandidates, statedPercent } from '@/lib/engine/prompt/candidates';
import {
  ANSWER_LABEL,
  BARE_LINE,
  CONFIDENCE_LABEL,
  citedFinding,
  DIFFERENTIAL_LINES,
  FINDING_SEPARATOR,
  HYPOTHESIS_SEPARATOR,
  NEXT_STEP_LABEL,
  NO_FINDING,
  nextStepOf,
  personLine,
  withArticle,
} from '@/lib/engine/prompt/embedded-form';
import { nothingReadAnswer } from '@/lib/engine/prompt/nothing-read';
import { UNDECIDED_ANSWERS, type Undecided } from '@/lib/engine/prompt/undecided';
import {
  FEWEST_ARGUED,
  LISTED_FROM,
  worthArguing,
  worthConsidering,
} from '@/lib/engine/prompt/worth-considering';
import { beliefIn } from '@/lib/knowledge/belief';
import type { Condition } from '@/lib/knowledge/concept';
import { isCounted, likelihood, type Posterior } from '@/lib/knowledge/likelihoods';
import { CONCEPTS, conceptById } from '@/lib/knowledge/vocabulary';

/** How much is written out: every step and the evidence for each diagnosis, or hypotheses, conclusion and probabilities alone. */
export type ReasoningStyle = 'short' | 'long';

/** How many conditions the bare lines of a differential name at most. */
export const MOST_BARE_LINES = 16;

/** The findings that speak for or against a condition: the strongest `most`, in the case's order. */
function evidence(
  findings: readonly Finding[],
  condition: Condition,
  side: 'for' | 'against',
  most: number,
): Finding[] {
  const strongest = findings
    .filter((finding) => bearing(finding, condition) === side)
    .map((finding) => ({ finding, weight: Math.abs(weightFor(finding, condition)) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ finding }) => finding);
  return findings.filter((finding) => strongest.includes(finding));
}

function listOf(findings: readonly Finding[]): string {
  return findings.length === 0
    ? NO_FINDING
    : findings.map(citedFinding).join(`${FINDING_SEPARATOR} `);
}

/** The lines of a differential, by belief: those that are likely, and those that are no more than worth thinking of. */
function differentialOf(
  ranked: readonly Candidate[],
  considered: readonly Condition[],
): { readonly argued: readonly Candidate[]; readonly bare: readonly Candidate[] } {
  const likely = ranked.filter(({ probability }) => probability >= LISTED_FROM).length;
  const arguedCount = Math.min(DIFFERENTIAL_LINES, Math.max(FEWEST_ARGUED, likely));
  const argued = worthArguing(ranked, considered).slice(0, arguedCount);
  return {
    argued,
    bare: ranked
      .filter(
        (candidate) =>
          !argued.includes(candidate) && considered.some(({ id }) => id === candidate.condition.id),
      )
      .slice(0, MOST_BARE_LINES),
  };
}

/** The most probable condition that must not be missed, other than those that are `argued` already. */
function mostDangerous(ranked: readonly Posterior[], argued: readonly Condition[]): Condition {
  const dangerous = ranked.find(
    ({ condition }) => condition.cantMiss && !argued.some(({ id }) => id === condition.id),
  );
  if (dangerous === undefined) throw new Error('No condition is marked as one not to miss.');
  return dangerous.condition;
}

/** The finding not told that would speak most for `other` against `leading`. */
function wouldTurn(told: readonly Finding[], leading: Condition, other: Condition): string {
  const known = new Set(told.map(({ concept }) => concept));
  let best = '';
  let most = 0;
  for (const { id, label, within } of CONCEPTS) {
    if (known.has(id) || within !== undefined) continue;
    const inOther = likelihood(id, other);
    // A finding that is itself unlikely in the other condition is not worth asking for.
    const gain = inOther * Math.log(inOther / likelihood(id, leading));
    if (gain > most) {
      most = gain;
      best = label;
    }
  }
  return best;
}

function numbered(steps: readonly string[]): readonly string[] {
  return steps.map((text, index) => `Step ${index + 1}: ${text}`);
}

/** The findings that a summary of the patient names: the course and the most telling of those present. */
function summary(findings: readonly Finding[], leading: Condition): readonly Finding[] {
  const present = findings.filter(({ polarity }) => polarity === 'present');
  const weight = (finding: Finding): number =>
    conceptById(finding.concept)?.kind === 'course'
      ? Number.POSITIVE_INFINITY
      : weightFor(finding, leading);
  const chosen = [...present].sort((a, b) => weight(b) - weight(a)).slice(0, 5);
  return present.filter((finding) => chosen.includes(finding));
}

/**
 * What the model is to write after `<think>` for a case: ranked by the belief in its findings, argued with them, and
 * `undecided` where no diagnosis can be given. Every finding of the patient is cited.
 */
export function writeTarget(
  reading: CaseReading,
  undecided: Undecided | undefined,
  style: ReasoningStyle,
): string {
  const findings = statedFindings(reading).filter(({ concept }) => isCounted(concept));
  if (undecided === 'nothing-read') return nothingReadAnswer(reading);
  const ranked = rankCandidates(reading);
  const { argued, bare } = differentialOf(ranked, worthConsidering(reading, undecided));
  const [first, second] = argued;
  if (first === undefined || second === undefined)
    throw new Error('A target needs two candidates.');
  const sides = argued.map(({ condition }, index) => ({
    for: evidence(findings, condition, 'for', index === 0 ? 4 : 2),
    against: evidence(findings, condition, 'against', 2),
  }));
  const [forFirst, againstFirst] = [sides[0]?.for ?? [], sides[0]?.against ?? []];
  const dangerous = mostDangerous(beliefIn(observationOf(reading, findings)).ranked, [
    first.condition,
    second.condition,
  ]);
  const hypotheses = argued
    .slice(0, 3)
    .map(({ name }) => name)
    .join(`${HYPOTHESIS_SEPARATOR} `);
  const conclusion =
    undecided === undefined
      ? `Conclusion. ${first.name} is the most likely.`
      : 'Conclusion. This does not decide.';
  const turning = wouldTurn(findings, first.condition, second.condition);
  const steps = numbered([
    `Problem representation. ${withArticle(personLine(reading))} with ${listOf(summary(findings, first.condition))}.`,
    `Hypotheses. ${hypotheses}.`,
    ...(style === 'short'
      ? []
      : [
          `Evidence for ${first.name}. ${listOf(forFirst)}.`,
          `Evidence against ${first.name}. ${listOf(againstFirst)}.`,
          `Evidence for ${second.name}. ${listOf(sides[1]?.for ?? [])}.`,
          `Evidence against ${second.name}. ${listOf(sides[1]?.against ?? [])}.`,
          `Safety check. ${dangerous.name} must not be missed. Against it: ${listOf(evidence(findings, dangerous, 'against', 2))}.`,
          `What would change the order. If there were ${turning}, ${second.name} would gain on ${first.name}.`,
        ]),
    conclusion,
  ]);
  const lines = argued.map(
    ({ name, probability }, index) =>
      `${index + 1}. ${name} (${statedPercent(probability)})${style === 'short' ? '' : ` - for: ${listOf(sides[index]?.for ?? [])} - against: ${listOf(sides[index]?.against ?? [])}`}`,
  );
  const letter = first.letter === undefined ? '' : ` (${first.letter})`;
  return [
    '',
    ...steps,
    '</think>',
    '',
    '## Clinical Assessment',
    '',
    `${ANSWER_LABEL} ${undecided === undefined ? `${first.name}${letter}` : UNDECIDED_ANSWERS[undecided]}`,
    '',
    ...(undecided === undefined
      ? [`${CONFIDENCE_LABEL} ${statedPercent(first.probability)}`, '']
      : []),
    '**Differential**:',
    ...lines,
    ...bare.map(({ name }) => `${BARE_LINE} ${name}`),
    '',
    ...(undecided === undefined
      ? [
          ...(style === 'short'
            ? []
            : [
                `**Reasoning**: ${listOf(forFirst.slice(0, 3))}. This fits ${first.name} better than ${second.name}.`,
                '',
              ]),
          `${NEXT_STEP_LABEL} ${nextStepOf(first.condition)}`,
        ]
      : [`${NEXT_STEP_LABEL} Look for ${turning}`]),
  ].join('\n');
}
