import { type Contestant, createStopwatch } from '@/bench/decoding/contest';
import { runRequest } from '@/components/reasoning/run-request';
import type { ComputingEngine } from '@/lib/engine/engine';

/** Rationale's engine, asked as the page asks it: exact log-probabilities and alternatives for every token. */
export function ownLoop(engine: ComputingEngine): Contestant {
  return {
    async generate(prompt, count) {
      const request = { ...runRequest(prompt, new Date()), maxTokens: count };
      const { signal } = new AbortController();
      const stopwatch = createStopwatch();
      for await (const event of engine.generate(request, signal)) {
        if (event.type === 'token') stopwatch.token(event.token.id);
      }
      return stopwatch.read();
    },
  };
}
