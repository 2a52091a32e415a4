/**
 * How often each finding occurs in each condition, counted over DDXPlus patients (CC BY 4.0; see NOTICE) and estimated by us,
 * and the exact naive Bayes posterior that follows. The counts are written by `training/count-likelihoods.ts`.
 */
import { AGE_BAND_COUNT, ageBand } from './age-bands';
import { associatedFrequency, isAssociated } from './associations';
import type { Background, Concept, ConceptId, Condition, ConditionId } from './concept';
import { CONDITIONS } from './conditions';
import counts from './data/likelihoods.generated.json';
import { CONCEPTS } from './vocabulary';

/**
 * Patients' worth of belief in a finding's frequency before any patient with the condition is counted: an empirical Bayes
 * prior, Beta with the frequency among all conditions for which DDXPlus lists the evidence as its mean (Efron and Morris
 * 1975, doi:10.1080/01621459.1975.10479864). It keeps a finding that was never counted from ruling a condition out, and
 * conditions of which few patients were counted from agreeing with everything.
 */
const PRIOR_PATIENTS = 2;

/**
 * Patients' worth of belief in our own estimate for a finding that DDXPlus' patients were asked for as well. Chosen on the
 * development notes and on DDXPlus patients that are not held out.
 */
const ESTIMATE_PATIENTS = 30;

/** How often people show a finding for which nothing is stated or counted in their condition: our own estimates. */
const BACKGROUND: Readonly<Record<Background, number>> = {
  anyone: 0.15,
  uncommon: 0.04,
  specific: 0.01,
};

/**
 * Share of a finding's overall frequency among DDXPlus' patients at which it is met in conditions for which DDXPlus does not
 * list it: people have histories and symptoms that do not belong to their disease. Chosen on the development notes.
 */
const SHARE_ELSEWHERE = 0.2;

/** Keeps a probability off 0 and 1 for findings that no patient, or every patient, has. */
const LEAST_PROBABILITY = 0.001;

/** Pseudo-count of each condition, age band and sex: Jeffreys' prior (Jeffreys 1946, doi:10.1098/rspa.1946.0056). */
const PRIOR = 0.5;

interface ConditionCounts {
  readonly patients: number;
  readonly female: number;
  readonly ageBands: readonly number[];
  readonly present: Readonly<Record<string, number>>;
  /** The evidence codes that DDXPlus lists for the condition. */
  readonly evidences: readonly string[];
}

const countsByCondition = new Map<string, ConditionCounts>(Object.entries(counts.conditions));
/** Patients of all conditions, with the pseudo-count of each. */
const ALL_PATIENTS = CONDITIONS.reduce(
  (sum, condition) => sum + countsOf(condition).patients + PRIOR,
  0,
);

function countsOf(condition: Condition): ConditionCounts {
  const found = countsByCondition.get(condition.id);
  if (found === undefined) throw new Error(`No counts for condition "${condition.id}".`);
  return found;
}

/** How often a finding that DDXPlus asks for occurs: among the conditions that list it, and among all patients. */
interface Pooled {
  readonly code: string;
  readonly whereListed: number;
  readonly overall: number;
}

function pool(concept: Concept): readonly [ConceptId, Pooled][] {
  if (concept.evidence === undefined) return [];
  const { code } = concept.evidence;
  let present = 0;
  let patients = 0;
  let all = 0;
  for (const condition of countsByCondition.values()) {
    all += condition.patients;
    if (!condition.evidences.includes(code)) continue;
    present += condition.present[concept.id] ?? 0;
    patients += condition.patients;
  }
  const whereListed = patients === 0 ? 0 : present / patients;
  return [[concept.id, { code, whereListed, overall: present / all }]];
}

const pooled = new Map(CONCEPTS.flatMap(pool));
const backgrounds = new Map(
  CONCEPTS.map((concept) => [
    concept.id,
    concept.background === undefined
      ? Math.min(
          BACKGROUND.anyone,
          Math.max(BACKGROUND.specific, (pooled.get(concept.id)?.overall ?? 0) * SHARE_ELSEWHERE),
        )
      : BACKGROUND[concept.background],
  ]),
);

/**
 * P(finding present | condition), from 0.001 to 0.999: the count where DDXPlus asks the condition's patients for it, drawn
 * towards our own estimate where there is one, else towards the frequency in all conditions asked; without a count, that
 * estimate; without either, the finding's background.
 */
export function likelihood(concept: ConceptId, condition: Condition): number {
  let found = remembered.get(concept);
  if (found === undefined) {
    found = new Map(CONDITIONS.map((each) => [each.id, estimate(concept, each)]));
    remembered.set(concept, found);
  }
  return found.get(condition.id) ?? LEAST_PROBABILITY;
}

/** How often people show a finding for which nothing is stated or counted in their disease, 0 to 1. */
export function backgroundFrequency(concept: ConceptId): number {
  return backgrounds.get(concept) ?? LEAST_PROBABILITY;
}

const remembered = new Map<ConceptId, ReadonlyMap<ConditionId, number>>();

function estimate(concept: ConceptId, condition: Condition): number {
  const stated = associatedFrequency(concept, condition);
  const counted = countedPatients(concept, condition);
  const share =
    counted === undefined
      ? (stated ?? backgroundFrequency(concept))
      : (counted.present +
          priorWeight(stated) * (stated ?? pooled.get(concept)?.whereListed ?? 0)) /
        (counted.patients + priorWeight(stated));
  return offTheEnds(share);
}

/** A share of patients, kept off 0 and 1 so that no single finding decides: from 0.001 to 0.999. */
export function offTheEnds(share: number): number {
  return Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, share));
}

/** How many of a condition's DDXPlus patients show the finding; undefined where DDXPlus does not ask them for it. */
export function countedPatients(
  concept: ConceptId,
  condition: Condition,
): { readonly present: number; readonly patients: number } | undefined {
  const { patients, present, evidences } = countsOf(condition);
  const known = pooled.get(concept);
  if (known === undefined || !evidences.includes(known.code)) return undefined;
  return { present: present[concept] ?? 0, patients };
}

function priorWeight(stated: number | undefined): number {
  return stated === undefined ? PRIOR_PATIENTS : ESTIMATE_PATIENTS;
}

/** What is known of a patient, as far as the counts can use it. */
export interface Observation {
  readonly findings: readonly {
    readonly concept: ConceptId;
    readonly polarity: 'present' | 'absent';
  }[];
  readonly ageYears?: number;
  readonly sex?: 'female' | 'male';
}

export interface Posterior {
  readonly condition: Condition;
  readonly probability: number;
}

/** Share of the counted patients who have the condition. */
export function priorProbability(condition: Condition): number {
  return (countsOf(condition).patients + PRIOR) / ALL_PATIENTS;
}

/** P(age in its band | condition). `ageYears` in years. */
export function ageLikelihood(ageYears: number, condition: Condition): number {
  const { patients, ageBands } = countsOf(condition);
  return ((ageBands[ageBand(ageYears)] ?? 0) + PRIOR) / (patients + PRIOR * AGE_BAND_COUNT);
}

/** P(sex | condition). */
export function sexLikelihood(sex: 'female' | 'male', condition: Condition): number {
  const { patients, female } = countsOf(condition);
  return ((sex === 'female' ? female : patients - female) + PRIOR) / (patients + 2 * PRIOR);
}

/** Whether this finding was counted or stated for any condition; of others nothing can be concluded. */
export function isCounted(concept: ConceptId): boolean {
  return (pooled.get(concept)?.overall ?? 0) > 0 || isAssociated(concept);
}

/** ln P(age and sex | condition); what is not known contributes nothing. */
export function logDemographics(
  observation: Pick<Observation, 'ageYears' | 'sex'>,
  condition: Condition,
): number {
  const { ageYears, sex } = observation;
  const age = ageYears === undefined ? 0 : Math.log(ageLikelihood(ageYears, condition));
  return age + (sex === undefined ? 0 : Math.log(sexLikelihood(sex, condition)));
}

/**
 * The naive Bayes posterior over `among` (all 49 conditions unless given), most probable first; the probabilities sum
 * to 1. Findings that are not observed contribute nothing. The prior is the share of patients in the counts.
 */
export function posterior(
  observation: Observation,
  among: readonly Condition[] = CONDITIONS,
): readonly Posterior[] {
  const logs = among.map((condition) => {
    let sum = Math.log(priorProbability(condition)) + logDemographics(observation, condition);
    for (const { concept, polarity } of observation.findings) {
      const present = likelihood(concept, condition);
      sum += Math.log(polarity === 'present' ? present : 1 - present);
    }
    return sum;
  });
  const highest = Math.max(...logs);
  const total = logs.reduce((sum, value) => sum + Math.exp(value - highest), 0);
  return among
    .map((condition, index) => ({
      condition,
      probability: Math.exp((logs[index] ?? Number.NEGATIVE_INFINITY) - highest) / total,
    }))
    .sort((a, b) => b.probability - a.probability);
}

/**
 * Weight of evidence of one finding for `condition` against a weighted mixture of rivals, in nats: ln P(finding |
 * condition) - ln P(finding | rivals). Good 1950, "Probability and the Weighing of Evidence".
 */
export function weightOfEvidence(
  finding: Observation['findings'][number],
  condition: Condition,
  rivals: readonly Posterior[],
): number {
  const probabilityIn = (candidate: Condition) => {
    const present = likelihood(finding.concept, candidate);
    return finding.polarity === 'present' ? present : 1 - present;
  };
  const others = rivals.filter((rival) => rival.condition.id !== condition.id);
  const weight = others.reduce((sum, rival) => sum + rival.probability, 0);
  if (weight === 0) return 0;
  const mixture = others.reduce(
    (sum, rival) => sum + (rival.probability / weight) * probabilityIn(rival.condition),
    0,
  );
  return Math.log(probabilityIn(condition)) - Math.log(mixture);
}
