/**
 * Which conditions are worth thinking of for a patient: those that DDXPlus would list in the differential, by one logistic
 * regression a condition over findings, age and sex. The weights were learnt from DDXPlus patients (CC BY 4.0; see NOTICE)
 * by `training/learn-considered.ts`.
 */
import { AGE_BAND_COUNT, ageBand } from './age-bands';
import type { ConceptId, Condition } from './concept';
import { CONDITIONS } from './conditions';
import learnt from './data/considered.generated.json';
import type { Observation } from './likelihoods';

/** What a regression is over: one for every patient, the age band, the sex, and the findings that are present. */
export type ConsideredFeature = 'everyone' | 'female' | `age-band-${number}` | ConceptId;

/** The features of a patient; what is not known of age or sex is left out. */
export function consideredFeatures({
  findings,
  ageYears,
  sex,
}: Observation): readonly ConsideredFeature[] {
  return [
    'everyone',
    ...(ageYears === undefined ? [] : [`age-band-${ageBand(ageYears)}` as const]),
    ...(sex === 'female' ? ['female' as const] : []),
    ...findings.flatMap(({ concept, polarity }) => (polarity === 'present' ? [concept] : [])),
  ];
}

/** Every feature that does not come from a finding. */
export const PERSONAL_FEATURES: readonly ConsideredFeature[] = [
  'everyone',
  'female',
  ...Array.from({ length: AGE_BAND_COUNT }, (_, band) => `age-band-${band}` as const),
];

const WEIGHTS = new Map<string, readonly number[]>(Object.entries(learnt.weights));

/** The conditions worth thinking of, listed in half of the cases or more, the most often listed first. */
export function consideredConditions(observation: Observation): readonly Condition[] {
  const rows = consideredFeatures(observation).flatMap((feature) => {
    const row = WEIGHTS.get(feature);
    return row === undefined ? [] : [row];
  });
  return CONDITIONS.map((condition, index) => ({
    condition,
    logOdds: rows.reduce((sum, row) => sum + (row[index] ?? 0), 0),
  }))
    .filter(({ logOdds }) => logOdds >= 0)
    .sort((a, b) => b.logOdds - a.logOdds)
    .map(({ condition }) => condition);
}
