import type { EngineDescription, Prompt } from '@/lib/engine/engine';
import { type ContinuationFault, continuationOf } from '@/lib/explanation/continuation';
import type { ReasoningRequest } from '@/lib/explanation/reasoning-run';
import type { Outcome } from '@/lib/text/outcome';
import type { Trace } from '@/lib/trace/trace';
import { version } from '@/package.json';

/**
 * The first budget: more than any whole answer of the embedded model needs. A run that uses it up can go on with twice as
 * many, and so on up to the end of the model's context.
 */
const FIRST_BUDGET = 640;

/** Alternatives that the raw text shows for each token. */
const ALTERNATIVES = 5;

/** How the page asks for a run: greedy, so that the same case gives the same run on every device. */
export function runRequest(prompt: Prompt, startedAt: Date): ReasoningRequest {
  return {
    prompt,
    sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
    seed: 0,
    maxTokens: FIRST_BUDGET,
    alternatives: ALTERNATIVES,
    startedAt: startedAt.toISOString(),
    application: version,
  };
}

/** How the page asks a run to go on; a fault where it would not be the same run. */
export function continuedRequest(
  trace: Trace,
  prompt: Prompt,
  engine: EngineDescription,
  startedAt: Date,
): Outcome<ReasoningRequest, ContinuationFault> {
  return continuationOf(trace, prompt, engine, {
    startedAt: startedAt.toISOString(),
    application: version,
    alternatives: ALTERNATIVES,
  });
}
