import type { CountedFinding } from '@/lib/audit/second-reading/coverage';
import { COUNTS_SOURCE, frequencySource } from '@/lib/audit/second-reading/frequency-sources';
import type { EvidenceTerm } from '@/lib/audit/second-reading/second-reader';
import type { CaseReading } from '@/lib/case/case';
import type { Condition } from '@/lib/knowledge/concept';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import {
  ageLikelihood,
  likelihood,
  priorProbability,
  sexLikelihood,
} from '@/lib/knowledge/likelihoods';

/** A piece of evidence: how it is shown, and how probable it is in each condition. */
interface Evidence {
  readonly shown: Omit<EvidenceTerm, 'weight' | 'probability' | 'source'>;
  readonly probabilities: ReadonlyMap<Condition, number>;
  /** What its probability in a condition rests on. */
  readonly sourceIn: (condition: Condition) => string;
}

function evidence(
  shown: Evidence['shown'],
  probabilityIn: (condition: Condition) => number,
  sourceIn: Evidence['sourceIn'] = () => COUNTS_SOURCE,
): Evidence {
  return {
    shown,
    sourceIn,
    probabilities: new Map(CONDITIONS.map((condition) => [condition, probabilityIn(condition)])),
  };
}

/** Age and sex first, then the findings in the order of the case. */
function evidenceOf(
  { demographics: { age, sex } }: CaseReading,
  counted: readonly CountedFinding[],
): readonly Evidence[] {
  const list: Evidence[] = [];
  if (age !== undefined) {
    const shown = { label: `age ${age.years}`, case: spanOf(age.span) };
    list.push(evidence(shown, (condition) => ageLikelihood(age.years, condition)));
  }
  if (sex !== undefined) {
    const shown = { label: sex.value, case: spanOf(sex.span) };
    list.push(evidence(shown, (condition) => sexLikelihood(sex.value, condition)));
  }
  for (const { concept, polarity, label, span, index } of counted) {
    const shown = { label, case: spanOf(span), finding: index };
    list.push(
      evidence(
        shown,
        (condition) => {
          const present = likelihood(concept, condition);
          return polarity === 'present' ? present : 1 - present;
        },
        (condition) => frequencySource(concept, condition),
      ),
    );
  }
  return list;
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}

/** The mean of probabilities under beliefs that need not sum to 1; `logs` are their logarithms. */
function mixture(logs: readonly number[], values: readonly number[]): number {
  const highest = Math.max(...logs);
  let total = 0;
  let sum = 0;
  for (const [index, log] of logs.entries()) {
    const weight = Math.exp(log - highest);
    total += weight;
    sum += weight * (values[index] ?? 0);
  }
  return sum / total;
}

/**
 * The log-odds of `condition` against all others together, taken apart: the prior's, then the weight of each piece of
 * evidence, ln P(evidence | condition) - ln P(evidence | others), where the others are mixed as the evidence before it left
 * them. By the chain rule the terms sum to the log-odds of the naive Bayes posterior exactly (Good 1950, "Probability and
 * the Weighing of Evidence"). Prior first, then the term that moves most.
 */
export function evidenceTerms(
  reading: CaseReading,
  counted: readonly CountedFinding[],
  condition: Condition,
): readonly EvidenceTerm[] {
  const others = CONDITIONS.filter((other) => other !== condition);
  const prior = priorProbability(condition);
  let logs = others.map((other) => Math.log(priorProbability(other)));
  const terms = evidenceOf(reading, counted).map(
    ({ shown, probabilities, sourceIn }): EvidenceTerm => {
      const inEach = others.map((other) => probabilities.get(other) ?? 0);
      const inCondition = probabilities.get(condition) ?? 0;
      const inOthers = mixture(logs, inEach);
      logs = logs.map((log, index) => log + Math.log(inEach[index] ?? 0));
      return {
        ...shown,
        weight: Math.log(inCondition) - Math.log(inOthers),
        probability: { inCondition, inOthers },
        source: sourceIn(condition),
      };
    },
  );
  return [
    { label: 'prior', weight: Math.log(prior) - Math.log1p(-prior), source: COUNTS_SOURCE },
    ...terms.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  ];
}
