import type { Said } from '@/components/reasoning/run-state';
import { saidInAll } from '@/components/reasoning/said-in-all';
import { auditTrace } from '@/lib/audit/audit';
import type { CaseReading } from '@/lib/case/case';
import { assembleExplanation, explainSteps } from '@/lib/explanation/assemble';
import type { RunProgress } from '@/lib/explanation/reasoning-run';
import { createTraceReader } from '@/lib/trace/read-trace';

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

/** What can be told from the text alone that an unfinished run left. */
export function saidInText(reading: CaseReading, text: string): Said {
  const reader = createTraceReader();
  reader.push(text);
  reader.finish();
  const trace = reader.snapshot();
  const verdicts = auditTrace(reading, trace);
  return saidInAll(assembleExplanation(reading, trace, verdicts), undefined);
}
