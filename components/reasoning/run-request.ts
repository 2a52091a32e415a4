import type { Prompt } from '@/lib/engine/engine';
import type { ReasoningRequest } from '@/lib/explanation/reasoning-run';
import { version } from '@/package.json';

/** More than any whole answer of the embedded model needs; the engine stops at its context's end in any case. */
const MOST_TOKENS = 640;

/** Alternatives that the raw text shows for each token. */
const ALTERNATIVES = 5;

/** How the page asks for a run: greedy, so that the same case gives the same run on every device. */
export function runRequest(prompt: Prompt, startedAt: Date): ReasoningRequest {
  return {
    prompt,
    sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
    seed: 0,
    maxTokens: MOST_TOKENS,
    alternatives: ALTERNATIVES,
    startedAt: startedAt.toISOString(),
    application: version,
  };
}
