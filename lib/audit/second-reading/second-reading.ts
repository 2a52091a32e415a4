import type { Coverage } from '@/lib/audit/second-reading/coverage';
import type { SecondOpinion, SecondReading } from '@/lib/audit/second-reading/second-reader';
import { evidenceTerms } from '@/lib/audit/second-reading/weights';
import type { CaseReading } from '@/lib/case/case';
import { observationOf } from '@/lib/case/observation';
import type { Condition } from '@/lib/knowledge/concept';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import { conditionMeant } from '@/lib/knowledge/conditions-in-text';
import { posterior } from '@/lib/knowledge/likelihoods';
import type { TraceReading } from '@/lib/trace/trace';

/** How many conditions are taken apart. */
const SHOWN = 5;

/** The condition of the model's answer: what it names, else the text of the option that it chose. */
export function answeredCondition(
  reading: CaseReading,
  { answer }: Pick<TraceReading, 'answer'>,
): Condition | undefined {
  const option = reading.case.options.find(({ letter }) => letter === answer?.option);
  const name = answer?.diagnosis ?? option?.text;
  return name === undefined ? undefined : conditionMeant(name);
}

/** The conditions that the model ranked, first first; an answer without a differential has the first place. */
export function modelRanks(
  reading: CaseReading,
  trace: Pick<TraceReading, 'answer' | 'differential'>,
): ReadonlyMap<Condition, number> {
  const ranks = new Map<Condition, number>();
  for (const [index, { name }] of trace.differential.entries()) {
    const condition = conditionMeant(name);
    if (condition !== undefined && !ranks.has(condition)) {
      ranks.set(condition, index + 1);
    }
  }
  const answered = answeredCondition(reading, trace);
  if (answered !== undefined && !ranks.has(answered)) {
    ranks.set(answered, 1);
  }
  return ranks;
}

function limitsOf(reading: CaseReading, coverage: Coverage): readonly string[] {
  return [
    `It knows ${CONDITIONS.length} conditions and takes up ${coverage.counted.length} of the case's ${reading.findings.length} findings; no other diagnosis and no other finding can move it.`,
    'It treats the findings as independent within each condition (naive Bayes), so related findings count more than once and its probabilities lie too near 0 and 1.',
    'Its prior is counted over synthetic DDXPlus patients, not over people; its frequencies are such counts and estimates of our own, which no clinician has reviewed.',
    'The terms are worked out in the order age, sex, findings as the case has them; another order shares out the same sum differently.',
  ];
}

/**
 * The exact naive Bayes posterior of the case over the known conditions, the most probable ones taken apart into terms.
 * Undefined where the case lies outside what was counted (`coverage.outside` says why).
 */
export function secondReadingOf(
  reading: CaseReading,
  trace: Pick<TraceReading, 'answer' | 'differential'>,
  coverage: Coverage,
): SecondReading | undefined {
  if (coverage.outside !== undefined) {
    return undefined;
  }
  const ranks = modelRanks(reading, trace);
  const { counted, share } = coverage;
  const opinions = posterior(observationOf(reading, counted))
    .slice(0, SHOWN)
    .map(({ condition, probability }): SecondOpinion => {
      const rankOfModel = ranks.get(condition);
      return {
        condition: condition.id,
        name: condition.name,
        probability,
        terms: evidenceTerms(reading, counted, condition),
        ...(rankOfModel === undefined ? {} : { rankOfModel }),
      };
    });
  return { opinions, coverage: share, limits: limitsOf(reading, coverage) };
}
