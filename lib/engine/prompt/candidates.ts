import type { CaseReading } from '@/lib/case/case';
import { observationOf, statedFindings } from '@/lib/case/observation';
import { beliefIn } from '@/lib/knowledge/belief';
import type { Condition } from '@/lib/knowledge/concept';
import { conditionNamed } from '@/lib/knowledge/conditions';
import { isCounted } from '@/lib/knowledge/likelihoods';
import { diagnosesOffered } from './diagnoses-offered';
import { plainLine } from './embedded-form';

/** A diagnosis that the embedded model may give, with the belief in it. */
export interface Candidate {
  readonly condition: Condition;
  readonly probability: number;
  /** As it is to be written: the option's own wording where options are given. */
  readonly name: string;
  readonly letter?: string;
}

/**
 * The belief was milder than it was right to be: it said 0.87 on the average of training notes of which it was right in 0.93, and
 * 0.82 of development notes of which it was right in 0.84. The exponent is the one under which the truth of both is about the
 * likeliest (temperature scaling, Guo et al. 2017, arXiv:1706.04599): 1.15 for the development notes, 1.3 to 1.5 for the others.
 */
const SHARPNESS = 1.25;

/**
 * The candidates, the most probable first: the known conditions, or the options that are among them where there are options.
 * The belief is that in one of these: whether it is none of them is decided before.
 */
export function rankCandidates(reading: CaseReading): readonly Candidate[] {
  const findings = statedFindings(reading).filter(({ concept }) => isCounted(concept));
  const observation = observationOf(reading, findings);
  const offered = diagnosesOffered(reading.case).flatMap(({ letter, text }) => {
    const condition = conditionNamed(text);
    return condition === undefined ? [] : [{ letter, name: plainLine(text), condition }];
  });
  if (offered.length === 0) {
    const { ranked, none } = beliefIn(observation);
    return sharpened(
      ranked.map(({ condition, probability }) => ({
        condition,
        probability: probability / (1 - none),
        name: condition.name,
      })),
    );
  }
  const { ranked } = beliefIn(
    observation,
    offered.map(({ condition }) => condition),
  );
  return sharpened(
    offered
      .map((option) => ({
        ...option,
        probability:
          ranked.find(({ condition }) => condition.id === option.condition.id)?.probability ?? 0,
      }))
      .sort((a, b) => b.probability - a.probability),
  );
}

function sharpened(candidates: readonly Candidate[]): readonly Candidate[] {
  const weights = candidates.map(({ probability }) => probability ** SHARPNESS);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return candidates.map((candidate, index) => ({
    ...candidate,
    probability: (weights[index] ?? 0) / total,
  }));
}

/**
 * A probability as the model states it: in steps of five in a hundred, finer towards the ends. Nobody knows it more exactly, and
 * fewer numbers are learnt sooner.
 */
export function statedPercent(probability: number): string {
  const hundredths = probability * 100;
  if (hundredths < 1.5) return '1%';
  if (hundredths < 3.5) return '2%';
  if (hundredths >= 98.5) return '99%';
  if (hundredths >= 96.5) return '98%';
  return `${Math.round(hundredths / 5) * 5}%`;
}
