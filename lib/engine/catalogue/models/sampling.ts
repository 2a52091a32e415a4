import type { Sampling } from '../../engine';

/** Sampling in which everything that is not given is switched off. */
export function samplingOf(given: Partial<Sampling> & Pick<Sampling, 'temperature'>): Sampling {
  return { topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, ...given };
}

/**
 * How a reasoning model is asked of which no recommendation is known. DeepSeek-R1's card, "Usage Recommendations", which most
 * open reasoning models share; greedy decoding makes them loop.
 */
export const USUAL_SAMPLING: Sampling = samplingOf({ temperature: 0.6, topP: 0.95 });
