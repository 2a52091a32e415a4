import { AGE_BAND_COUNT, ageBand } from './age-bands';
import type { ConceptId } from './concept';
import type { Observation } from './likelihoods';

/** What the network of considered.ts is over: one for every patient, the age band, the sex, and the findings that are present. */
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
