import { createAudit } from '@/lib/audit/audit';
import type { Verdict } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import type { Engine, EngineEvent, GenerateRequest } from '@/lib/engine/engine';
import { assembleExplanation } from '@/lib/explanation/assemble';
import type { Explanation } from '@/lib/explanation/explanation';
import { type Fault, FaultError } from '@/lib/text/outcome';
import { createTraceRecorder } from '@/lib/trace/record-trace';
import type { LiveTrace, RunManifest, Trace } from '@/lib/trace/trace';

/** What to generate, and what the manifest says beyond it. */
export interface ReasoningRequest extends GenerateRequest {
  /** ISO 8601, UTC. Given, so that the same request gives the same record. */
  readonly startedAt: string;
  /** Version of Rationale. */
  readonly application: string;
}

export type RunProgress =
  /** After each event of the engine, what has been read and checked so far; cheap at any length. */
  | {
      readonly type: 'progress';
      readonly event: EngineEvent;
      readonly trace: LiveTrace;
      readonly verdicts: readonly Verdict[];
    }
  /** Once, last. `fault` says why a run failed after it had said something. */
  | {
      readonly type: 'finished';
      readonly trace: Trace;
      readonly explanation: Explanation;
      readonly fault?: Fault;
    };

/** What ran, ready to be kept. */
export function manifestOf(engine: Engine, request: ReasoningRequest): RunManifest {
  return {
    engine: engine.description,
    sampling: request.sampling,
    seed: request.seed,
    maxTokens: request.maxTokens,
    startedAt: request.startedAt,
    application: request.application,
  };
}

/**
 * Runs an engine on a case, and records, reads, checks and explains what it says while it says it. A run that is aborted,
 * or that fails after its first token, finishes with what was said until then. Throws `FaultError` when the engine cannot
 * begin.
 */
export async function* reasonAbout(
  engine: Engine,
  reading: CaseReading,
  request: ReasoningRequest,
  signal: AbortSignal,
): AsyncGenerator<RunProgress, void, undefined> {
  const { prompt } = request;
  const recorder = createTraceRecorder({
    prompt: prompt.text,
    prefill: prompt.prefill,
    manifest: manifestOf(engine, request),
  });
  const audit = createAudit(reading);
  let fault: Fault | undefined;
  let begun = false;
  try {
    for await (const event of engine.generate(request, signal)) {
      begun ||= event.type === 'token';
      recorder.push(event);
      const trace = recorder.snapshot();
      yield { type: 'progress', event, trace, verdicts: audit.update(trace) };
    }
  } catch (error) {
    if (!begun || !(error instanceof FaultError)) {
      throw error;
    }
    fault = error.fault;
  }
  recorder.finish(fault === undefined ? 'stopped' : 'failed');
  const trace = recorder.record();
  const explanation = assembleExplanation(reading, trace, audit.conclude(trace));
  yield { type: 'finished', trace, explanation, ...(fault === undefined ? {} : { fault }) };
}
