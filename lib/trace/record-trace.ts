import type { EngineEvent, StopReason, Timings } from '@/lib/engine/engine';
import { createTraceReader } from '@/lib/trace/read-trace';
import type { LiveTrace, RunManifest, Trace, TracedToken } from '@/lib/trace/trace';

export interface RecordingStart {
  /** What was put before the model. */
  readonly prompt: string;
  /** Text put into the model's mouth: part of the trace's text, but of no token. */
  readonly prefill: string;
  readonly manifest: RunManifest;
}

export interface TraceRecorder {
  /** Takes the next event of the engine. Throws on a token after the run has ended. */
  push(event: EngineEvent): void;
  /** Ends a run whose engine gave no stop event; nothing happens when it has ended. */
  finish(reason: StopReason): void;
  /** The trace so far, at the same cost however long it is. Its `stop` is `stopped` until the run has ended. */
  snapshot(): LiveTrace;
  /** The trace as plain data, for keeping. */
  record(): Trace;
}

const NO_TIME: Timings = { prefill: 0, decode: 0 };

/** Records the events of one run as a trace. */
export function createTraceRecorder(start: RecordingStart): TraceRecorder {
  const reader = createTraceReader();
  const tokens: TracedToken[] = [];
  let position = start.prefill.length;
  let promptTokens = 0;
  let stop: StopReason = 'stopped';
  let ended = false;
  let timings = NO_TIME;
  reader.push(start.prefill);

  function finish(reason: StopReason): void {
    if (ended) {
      return;
    }
    ended = true;
    stop = reason;
    reader.finish();
  }

  function snapshot(): LiveTrace {
    const reading = reader.snapshot();
    const count = tokens.length;
    let seen: readonly TracedToken[] | undefined;
    return {
      text: reading.text,
      channels: reading.channels,
      thinkingClosed: reading.thinkingClosed,
      closedSteps: reading.closedSteps,
      ...(reading.lastClosed === undefined ? {} : { lastClosed: reading.lastClosed }),
      get steps() {
        return reading.steps;
      },
      ...(reading.answer === undefined ? {} : { answer: reading.answer }),
      differential: reading.differential,
      corrections: reading.corrections,
      prompt: start.prompt,
      promptTokens,
      get tokens() {
        seen ??= tokens.slice(0, count);
        return seen;
      },
      stop,
      timings,
      manifest: start.manifest,
    };
  }

  return {
    push(event) {
      switch (event.type) {
        case 'prompt':
          promptTokens = event.tokens;
          break;
        case 'token': {
          const { token } = event;
          reader.push(token.text, token.channel);
          const end = position + token.text.length;
          tokens.push({ ...token, span: { start: position, end } });
          position = end;
          break;
        }
        case 'stop':
          timings = event.timings;
          finish(event.reason);
          break;
      }
    },
    finish,
    snapshot,
    record() {
      const { closedSteps: _, lastClosed: __, ...trace } = snapshot();
      return trace;
    },
  };
}
