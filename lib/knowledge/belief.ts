/**
 * What may honestly be believed of a case: naive Bayes made less sure of itself, every condition as likely before anything is
 * read (the data set's shares are those of no ward), and with room for a disease that is none of the known ones. The embedded model is taught to say this, and it decides when no diagnosis is given.
 */
import type { ConceptId, Condition } from './concept';
import { CONDITIONS } from './conditions';
import {
  backgroundFrequency,
  likelihood,
  logDemographics,
  type Observation,
  offTheEnds,
  type Posterior,
} from './likelihoods';
import { OTHER_DISEASES } from './other-diseases';

/** Probabilities of the known conditions, most probable first, and of none of them; they sum to 1. */
export interface Belief {
  readonly ranked: readonly Posterior[];
  readonly none: number;
}

/**
 * Findings of one patient depend on each other, so that each adds less than naive Bayes has it: the evidence is raised to
 * this power (Grünwald 2012, "The Safe Bayesian", doi:10.1007/978-3-642-34106-9_16). Chosen on the development notes.
 */
const EVIDENCE_EXPONENT = 0.6;

/** Belief in a disease outside the known ones before anything is read. Chosen on the development notes. */
const PRIOR_OF_NONE = 0.5;

/** Belief in a disease outside the known ones from which none of the known is concluded. Chosen on the development notes. */
export const OUTSIDE_FROM = 0.5;

/**
 * ln P(finding | disease) by polarity: for each known condition in order, for each other disease, and last for one that
 * nobody described.
 */
interface LogTable {
  readonly present: readonly number[];
  readonly absent: readonly number[];
}

const KNOWN = CONDITIONS.length;

const tables = new Map<ConceptId, LogTable>();

/** A disease that nobody described has a finding as often as the known conditions have on average. */
function tableOf(concept: ConceptId): LogTable {
  const remembered = tables.get(concept);
  if (remembered !== undefined) return remembered;
  const known = CONDITIONS.map((condition) => likelihood(concept, condition));
  const others = OTHER_DISEASES.map(({ frequencies }) =>
    offTheEnds(frequencies.get(concept) ?? backgroundFrequency(concept)),
  );
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const all = [...known, ...others, mean];
  const table = {
    present: all.map((value) => Math.log(value)),
    absent: all.map((value) => Math.log1p(-value)),
  };
  tables.set(concept, table);
  return table;
}

/** A belief that findings change one by one. */
export interface GrowingBelief {
  add(finding: Observation['findings'][number]): void;
  /**
   * The belief over `among` as it is now: all 49 conditions and none of them, unless given; then nothing is left for a
   * disease that is none of those.
   */
  now(among?: readonly Condition[]): Belief;
}

/** The belief before any finding is known. `ageYears` in years. */
export function startBelief(person: Pick<Observation, 'ageYears' | 'sex'>): GrowingBelief {
  const none =
    Math.log(PRIOR_OF_NONE) -
    Math.log(OTHER_DISEASES.length + 1) +
    EVIDENCE_EXPONENT * meanDemographics(person);
  const logs = [
    ...CONDITIONS.map(
      (condition) =>
        Math.log(1 - PRIOR_OF_NONE) -
        Math.log(KNOWN) +
        EVIDENCE_EXPONENT * logDemographics(person, condition),
    ),
    ...OTHER_DISEASES.map(() => none),
    none,
  ];
  return {
    add({ concept, polarity }) {
      const table = tableOf(concept)[polarity];
      for (const [index, value] of table.entries()) {
        logs[index] = (logs[index] ?? 0) + EVIDENCE_EXPONENT * value;
      }
    },
    now(among) {
      const chosen = among ?? CONDITIONS;
      const others = among === undefined ? logs.slice(KNOWN) : [];
      const own = chosen.map((condition) => logs[CONDITIONS.indexOf(condition)] ?? 0);
      const highest = Math.max(...others, ...own);
      const weights = own.map((log) => Math.exp(log - highest));
      const none = others.reduce((sum, log) => sum + Math.exp(log - highest), 0);
      const total = weights.reduce((sum, weight) => sum + weight, none);
      return {
        ranked: chosen
          .map((condition, index) => ({ condition, probability: (weights[index] ?? 0) / total }))
          .sort((a, b) => b.probability - a.probability),
        none: none / total,
      };
    },
  };
}

function meanDemographics(person: Pick<Observation, 'ageYears' | 'sex'>): number {
  const mean =
    CONDITIONS.reduce((sum, condition) => sum + Math.exp(logDemographics(person, condition)), 0) /
    CONDITIONS.length;
  return Math.log(mean);
}

/** The belief after all that is observed. */
export function beliefIn(observation: Observation, among?: readonly Condition[]): Belief {
  const belief = startBelief(observation);
  for (const finding of observation.findings) belief.add(finding);
  return belief.now(among);
}
