import type { Said } from '@/components/reasoning/run-state';
import { auditTrace } from '@/lib/audit/audit';
import type { Verdict } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import { assembleExplanation } from '@/lib/explanation/assemble';
import type { Explanation } from '@/lib/explanation/explanation';
import { createTraceReader } from '@/lib/trace/read-trace';
import type { LiveTrace, Trace } from '@/lib/trace/trace';

/** What a run under way has said so far; `decode` is in milliseconds. */
export function saidSoFar(
  reading: CaseReading,
  trace: LiveTrace,
  verdicts: readonly Verdict[],
  decode: number,
): Said {
  return {
    text: trace.text,
    channels: trace.channels,
    steps: assembleExplanation(reading, trace, verdicts).steps,
    closedSteps: trace.closedSteps,
    verdicts,
    corrections: trace.corrections,
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
