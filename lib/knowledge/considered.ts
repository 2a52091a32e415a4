/**
 * Which conditions are worth thinking of for a patient: those that DDXPlus would list in the differential, by a network
 * of one hidden layer over findings, age and sex. It was learnt from DDXPlus patients (CC BY 4.0; see NOTICE), some of whose
 * findings were left out and others put in as a reader of notes would (`training/learn_considered.py`).
 */
import type { Condition } from './concept';
import { CONDITIONS } from './conditions';
import { consideredFeatures } from './considered-features';
import learnt from './data/considered.generated.json';
import type { Observation } from './likelihoods';

/** What each feature adds to the hidden units, by feature. */
const HIDDEN = new Map<string, readonly number[]>(Object.entries(learnt.hidden.byFeature));
const HIDDEN_UNITS = learnt.listed.byCondition[0]?.length ?? 0;
/**
 * A condition counts from this log-odds on. Of what is listed with a probability, the F1 of a list is the highest where everything
 * is named that is more probable than half of that F1 (Lipton et al. 2014, arXiv:1402.1892); it is about 0.75 here.
 */
const LEAST_LOG_ODDS = Math.log(0.375 / 0.625);

/** Whoever thinks of one disease thinks of another: of the most often listed so many are always worth it. */
const FEWEST = 2;

/** The hidden units for a patient: sums of what is known, none below zero, in units of the layer's scale. */
function hiddenUnits(observation: Observation): Float64Array {
  const units = new Float64Array(HIDDEN_UNITS);
  for (const feature of consideredFeatures(observation)) {
    const row = HIDDEN.get(feature);
    row?.forEach((weight, unit) => {
      units[unit] = (units[unit] ?? 0) + weight;
    });
  }
  return units.map((sum) => Math.max(0, sum));
}

/** The conditions worth thinking of, the most often listed first. */
export function consideredConditions(observation: Observation): readonly Condition[] {
  const units = hiddenUnits(observation);
  const scale = learnt.hidden.scale * learnt.listed.scale;
  return CONDITIONS.map((condition, index) => {
    const weights = learnt.listed.byCondition[index] ?? [];
    const sum = weights.reduce((total, weight, unit) => total + weight * (units[unit] ?? 0), 0);
    return { condition, logOdds: scale * sum };
  })
    .sort((a, b) => b.logOdds - a.logOdds)
    .filter(({ logOdds }, rank) => rank < FEWEST || logOdds >= LEAST_LOG_ODDS)
    .map(({ condition }) => condition);
}
