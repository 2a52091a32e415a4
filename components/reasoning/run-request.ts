import { EMBEDDED_SETTINGS, type RunSettings } from '@/components/engine/run-settings';
import type { EngineDescription, Prompt } from '@/lib/engine/engine';
import { type ContinuationFault, continuationOf } from '@/lib/explanation/continuation';
import type { ReasoningRequest } from '@/lib/explanation/reasoning-run';
import type { Outcome } from '@/lib/text/outcome';
import type { Trace } from '@/lib/trace/trace';
import { version } from '@/package.json';

/** Alternatives that the raw text shows for each token. */
const ALTERNATIVES = 5;

/** How the page asks for a run; `settings` are those of the model. */
export function runRequest(
  prompt: Prompt,
  startedAt: Date,
  { sampling, maxTokens }: Pick<RunSettings, 'sampling' | 'maxTokens'> = EMBEDDED_SETTINGS,
): ReasoningRequest {
  return {
    prompt,
    sampling,
    seed: 0,
    maxTokens,
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
