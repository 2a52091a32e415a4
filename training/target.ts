import type { CaseReading, Finding } from '@/lib/case/case';
import {
  citedFinding,
  FINDING_SEPARATOR,
  HYPOTHESIS_SEPARATOR,
  NO_FINDING,
  personLine,
  withArticle,
} from '@/lib/engine/prompt/embedded';
import type { Condition } from '@/lib/knowledge/concept';
import { conditionNamed } from '@/lib/knowledge/conditions';
import { type Posterior, posterior, weightOfEvidence } from '@/lib/knowledge/likelihoods';
import { conceptById } from '@/lib/knowledge/vocabulary';

/** A finding speaks for or against a condition from a factor of two upwards (ln 2 nats). */
const SPEAKS = Math.LN2;

/** The rivals that evidence is weighed against: every condition by its frequency, the same for every case. */
const ALL_CONDITIONS: readonly Posterior[] = posterior({ findings: [] });

function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ concept }) => {
    if (seen.has(concept) || conceptById(concept) === undefined) return false;
    seen.add(concept);
    return true;
  });
}

/** The findings that speak for (sign 1) or against (sign -1) a condition: the strongest `most`, in the case's order. */
function evidence(
  findings: readonly Finding[],
  condition: Condition,
  sign: 1 | -1,
  most: number,
): Finding[] {
  const weighed = findings
    .map((finding) => ({
      finding,
      weight: sign * weightOfEvidence(finding, condition, ALL_CONDITIONS),
    }))
    .filter(({ weight }) => weight > SPEAKS)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ finding }) => finding);
  return findings.filter((finding) => weighed.includes(finding));
}

function percent(probability: number): string {
  return `${Math.min(99, Math.max(1, Math.round(probability * 100)))}%`;
}

function listOf(findings: readonly Finding[]): string {
  return findings.length === 0
    ? NO_FINDING
    : findings.map(citedFinding).join(`${FINDING_SEPARATOR} `);
}

interface Ranked {
  readonly condition: Condition;
  readonly probability: number;
  /** As it is to be written: the option's own wording where options are given. */
  readonly name: string;
  readonly letter?: string;
}

function rank(reading: CaseReading, observed: readonly Finding[]): Ranked[] {
  const { age, sex } = reading.demographics;
  const observation = {
    findings: observed,
    ...(age === undefined ? {} : { ageYears: age.years }),
    ...(sex === undefined ? {} : { sex: sex.value }),
  };
  const { options } = reading.case;
  if (options.length === 0) {
    return posterior(observation).map((item) => ({ ...item, name: item.condition.name }));
  }
  const offered = options.flatMap((option) => {
    const condition = conditionNamed(option.text);
    return condition === undefined ? [] : [{ option, condition }];
  });
  return posterior(
    observation,
    offered.map(({ condition }) => condition),
  ).map((item) => {
    const option = offered.find(({ condition }) => condition.id === item.condition.id)?.option;
    return { ...item, name: option?.text ?? item.condition.name, letter: option?.letter ?? '' };
  });
}

/** The most probable condition that must not be missed, other than the leading one. */
function mostDangerous(observed: readonly Finding[], leading: Condition): Condition {
  const ranking = posterior({ findings: unique(observed) }).map(({ condition }) => condition);
  const dangerous = ranking.find((condition) => condition.cantMiss && condition.id !== leading.id);
  if (dangerous === undefined) throw new Error('No condition is marked as one not to miss.');
  return dangerous;
}

/**
 * What the model is to write after `<think>` for a case: ranked by the exact posterior of `observed` (which may hold
 * findings of sentences that the prompt shows as raw words), argued with the findings of `reading` alone.
 */
export function writeTarget(reading: CaseReading, observed: readonly Finding[]): string {
  const shown = unique(reading.findings);
  const ranked = rank(reading, unique(observed));
  const [first, second] = ranked;
  if (first === undefined || second === undefined)
    throw new Error('A target needs two candidates.');
  const listed = ranked.filter(
    ({ probability }, index) => index < 3 || (index < 5 && probability >= 0.02),
  );
  const present = shown.filter(({ polarity }) => polarity === 'present').slice(0, 5);
  const argued = listed.map(({ condition }, index) => ({
    for: evidence(shown, condition, 1, index === 0 ? 4 : 2),
    against: evidence(shown, condition, -1, 2),
  }));
  const [forFirst, againstFirst] = [argued[0]?.for ?? [], argued[0]?.against ?? []];
  const dangerous = mostDangerous(observed, first.condition);
  const againstDanger = evidence(shown, dangerous, -1, 2);
  const steps = [
    `Problem representation. ${withArticle(personLine(reading))} with ${listOf(present)}.`,
    `Hypotheses. ${ranked
      .slice(0, 3)
      .map(({ name }) => name)
      .join(`${HYPOTHESIS_SEPARATOR} `)}.`,
    `Evidence for ${first.name}. ${listOf(forFirst)}.`,
    `Evidence against ${first.name}. ${listOf(againstFirst)}.`,
    `Evidence for ${second.name}. ${listOf(argued[1]?.for ?? [])}.`,
    `Evidence against ${second.name}. ${listOf(argued[1]?.against ?? [])}.`,
    `Safety check. ${dangerous.name} must not be missed. Against it: ${listOf(againstDanger)}.`,
    `Conclusion. ${first.name} is the most likely.`,
  ].map((text, index) => `Step ${index + 1}: ${text}`);
  const differential = listed.map(
    ({ name, probability }, index) =>
      `${index + 1}. ${name} (${percent(probability)}) - for: ${listOf(argued[index]?.for ?? [])} - against: ${listOf(argued[index]?.against ?? [])}`,
  );
  return [
    '',
    ...steps,
    '</think>',
    '',
    '## Clinical Assessment',
    '',
    `**Primary Diagnosis**: ${first.name}${first.letter === undefined ? '' : ` (${first.letter})`}`,
    '',
    `**Confidence**: ${percent(first.probability)}`,
    '',
    '**Differential**:',
    ...differential,
    '',
    `**Reasoning**: ${listOf(forFirst.slice(0, 3))}. This fits ${first.name} better than ${second.name}.`,
    '',
    `**Next step**: ${first.condition.nextTest.replaceAll(FINDING_SEPARATOR, ',')}`,
  ].join('\n');
}
