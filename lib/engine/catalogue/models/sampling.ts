import type { Sampling } from '../../engine';

/** Sampling in which everything that is not given is switched off. */
export function samplingOf(given: Partial<Sampling> & Pick<Sampling, 'temperature'>): Sampling {
  return { topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, ...given };
}
