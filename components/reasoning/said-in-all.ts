import type { Said } from '@/components/reasoning/run-state';
import type { Explanation } from '@/lib/explanation/explanation';
import type { Trace } from '@/lib/trace/trace';

/** What a finished run said; without its trace there are no tokens to show. */
export function saidInAll(explanation: Explanation, trace: Trace | undefined): Said {
  return {
    text: explanation.trace.text,
    channels: explanation.trace.channels,
    steps: explanation.steps,
    closedSteps: explanation.steps.length,
    verdicts: explanation.verdicts,
    corrections: explanation.corrections,
    meters: explanation.meters,
    tokens: trace?.tokens ?? [],
    decode: trace?.timings.decode ?? 0,
  };
}
