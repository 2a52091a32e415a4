import { createAudit } from '@/lib/audit/audit';
import { createMeters } from '@/lib/audit/meters';
import type { Meter } from '@/lib/audit/meters/meter';
import type { Verdict } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import type { Engine, EngineEvent, GenerateRequest } from '@/lib/engine/engine';
import { assembleExplanation } from '@/lib/explanation/assemble';
import { tokenIdsOf } from '@/lib/explanation/continuation';
import type { Explanation } from '@/lib/explanation/explanation';
import { type Fault, FaultError } from '@/lib/text/outcome';
import { createTraceRecorder } from '@/lib/trace/record-trace';
import type { LiveTrace, RunManifest, Trace } from '@/lib/trace/trace';

/** What to generate, and what the manifest says beyond it. */
export interface ReasoningRequest extends Omit<GenerateRequest, 'said'> {
  /** ISO 8601, UTC. Given, so that the same request gives the same record. */
  readonly startedAt: string;
  /** Version of Rationale. */
  readonly application: string;
  /** An earlier run of the same request that this one goes on from; `maxTokens` counts its tokens too. */
  readonly continues?: Trace;
}

export type RunProgress =
  /** After each event of the engine, what has been read and checked so far; cheap at any length. */
  | {
      readonly type: 'progress';
      readonly event: EngineEvent;
      readonly trace: LiveTrace;
      readonly verdicts: readonly Verdict[];
      readonly meters: readonly Meter[];
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
  const { continues } = request;
  return {
    engine: engine.description,
    sampling: request.sampling,
    seed: request.seed,
    maxTokens: request.maxTokens,
    ...(continues === undefined
      ? {}
      : {
          continuedAfter: [...(continues.manifest.continuedAfter ?? []), continues.tokens.length],
        }),
    startedAt: request.startedAt,
    application: request.application,
  };
}

/**
 * Runs an engine on a case, and records, reads, measures, checks and explains what it says while it says it. A run that is
 * aborted, that goes in a loop, or that fails after its first token, finishes with what was said until then. Throws
 * `FaultError` when the engine cannot begin.
 */
export async function* reasonAbout(
  engine: Engine,
  reading: CaseReading,
  request: ReasoningRequest,
  signal: AbortSignal,
): AsyncGenerator<RunProgress, void, undefined> {
  const recording = createRecording(engine, request);
  const audit = createAudit(reading);
  const stopping = new AbortController();
  const stop = () => stopping.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  let fault: Fault | undefined;
  try {
    for await (const event of engine.generate(engineRequest(request), stopping.signal)) {
      // What comes after the word that closed the loop, because it was under way already, is no part of the run.
      if (recording.looped && event.type === 'token') continue;
      recording.push(event);
      if (recording.looped) stopping.abort();
      const trace = recording.snapshot();
      const verdicts = audit.update(trace);
      yield { type: 'progress', event, trace, verdicts, meters: recording.meters(trace) };
    }
  } catch (error) {
    if (!recording.begun || !(error instanceof FaultError)) {
      throw error;
    }
    fault = error.fault;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  const { trace, meters } = recording.finish(fault === undefined ? 'stopped' : 'failed');
  const explanation = assembleExplanation(reading, trace, audit.conclude(trace), meters);
  yield { type: 'finished', trace, explanation, ...(fault === undefined ? {} : { fault }) };
}

function engineRequest(request: ReasoningRequest): GenerateRequest {
  const { prompt, sampling, seed, maxTokens, alternatives, continues } = request;
  const asked = { prompt, sampling, seed, maxTokens, alternatives };
  if (continues === undefined) return asked;
  const said = tokenIdsOf(continues);
  if (said === undefined) throw new Error('a run without token ids cannot be continued');
  return { ...asked, said };
}

/** The trace and the meters of one run, beginning with what the run that it continues had said. */
function createRecording(engine: Engine, request: ReasoningRequest) {
  const { prompt, continues, maxTokens } = request;
  const recorder = createTraceRecorder({
    prompt: prompt.text,
    prefill: prompt.prefill,
    manifest: manifestOf(engine, request),
  });
  const meters = createMeters();
  let tokens = 0;
  const push = (event: EngineEvent) => {
    recorder.push(event);
    if (event.type !== 'token') return;
    meters.push(event.token.text);
    tokens += 1;
  };
  meters.push(prompt.prefill);
  for (const { span: _, ...token } of continues?.tokens ?? []) push({ type: 'token', token });

  return {
    push(event: EngineEvent) {
      push(event.type === 'stop' ? asWhole(event, meters.looped, continues) : event);
    },
    /** Whether a token was generated, in this run or in the one that it continues. */
    get begun() {
      return tokens > 0;
    },
    get looped() {
      return meters.looped;
    },
    snapshot: () => recorder.snapshot(),
    meters: (trace: LiveTrace) => meters.read(trace, { tokens, budget: maxTokens }),
    finish(reason: 'stopped' | 'failed') {
      recorder.finish(meters.looped ? 'looped' : reason);
      const trace = recorder.record();
      return { trace, meters: meters.conclude(trace, { tokens, budget: maxTokens }) };
    },
  };
}

type StopEvent = Extract<EngineEvent, { type: 'stop' }>;

/** The stop of a run as a whole: why it was really stopped, and the time of all its parts. */
function asWhole(stop: StopEvent, looped: boolean, continues: Trace | undefined): StopEvent {
  const { prefill, decode } = stop.timings;
  return {
    type: 'stop',
    reason: looped ? 'looped' : stop.reason,
    timings: {
      prefill: prefill + (continues?.timings.prefill ?? 0),
      decode: decode + (continues?.timings.decode ?? 0),
    },
  };
}
