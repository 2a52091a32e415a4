import type { CaseReading } from '@/lib/case/case';
import { observationOf, statedFindings } from '@/lib/case/observation';
import { beliefIn } from '@/lib/knowledge/belief';
import type { Condition } from '@/lib/knowledge/concept';
import { conditionNamed } from '@/lib/knowledge/conditions';
import { isCounted } from '@/lib/knowledge/likelihoods';
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
 * The candidates, the most probable first: the known conditions, or the options that are among them where there are options.
 * The belief is that in one of these: whether it is none of them is decided before, and on the development notes the diagnoses
 * given are then right about as often as stated.
 */
export function rankCandidates(reading: CaseReading): readonly Candidate[] {
  const findings = statedFindings(reading).filter(({ concept }) => isCounted(concept));
  const observation = observationOf(reading, findings);
  const offered = reading.case.options.flatMap(({ letter, text }) => {
    const condition = conditionNamed(text);
    return condition === undefined ? [] : [{ letter, name: plainLine(text), condition }];
  });
  if (offered.length === 0) {
    const { ranked, none } = beliefIn(observation);
    return ranked.map(({ condition, probability }) => ({
      condition,
      probability: probability / (1 - none),
      name: condition.name,
    }));
  }
  const { ranked } = beliefIn(
    observation,
    offered.map(({ condition }) => condition),
  );
  return offered
    .map((option) => ({
      ...option,
      probability:
        ranked.find(({ condition }) => condition.id === option.condition.id)?.probability ?? 0,
    }))
    .sort((a, b) => b.probability - a.probability);
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
