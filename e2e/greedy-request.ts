import type { GenerateRequest } from '@/lib/engine/engine';

/** A few greedy tokens after a text. */
export function greedy(text: string): GenerateRequest {
  return {
    prompt: { text, prefill: '' },
    sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
    seed: 0,
    maxTokens: 12,
    alternatives: 0,
  };
}
