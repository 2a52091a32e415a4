import type { Said } from '@/components/reasoning/run-state';
import { auditTrace } from '@/lib/audit/audit';
import type { CaseReading } from '@/lib/case/case';
import { assembleExplanation, explainSteps } from '@/lib/explanation/assemble';
import type { Explanation } from '@/lib/explanation/explanation';
import type { RunProgress } from '@/lib/explanation/reasoning-run';
import { createTraceReader } from '@/lib/trace/read-trace';
import type { Trace } from '@/lib/trace/trace';

/** What a run under way has said so far; `decode` is in milliseconds. */
export function saidSoFar(
  reading: CaseReading,
  { trace, verdicts, meters }: Extract<RunProgress, { type: 'progress' }>,
  decode: number,
): Said {
  return {
    text: trace.text,
    channels: trace.channels,
    steps: explainSteps(reading, trace, verdicts),
    closedSteps: trace.closedSteps,
    verdicts,
    corrections: trace.corrections,
    meters,
    tokens: trace.tokens,
    decode,
  };
}

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

/** What can be told from the text alone that an unfinished run left. */
export function saidInText(reading: CaseReading, text: string): Said {
  const reader = createTraceReader();
  reader.push(text);
  reader.finish();
  const trace = reader.snapshot();
  const verdicts = auditTrace(reading, trace);
  return saidInAll(assembleExplanation(reading, trace, verdicts), undefined);
}
