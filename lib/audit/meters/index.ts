import { createAfterAnswerMeter } from '@/lib/audit/meters/after-answer';
import { createBeforeAnswerMeter } from '@/lib/audit/meters/before-answer';
import { createFormMeter } from '@/lib/audit/meters/form';
import { createLengthMeter } from '@/lib/audit/meters/length';
import type { MeteredRun } from '@/lib/audit/meters/live-meter';
import { createLoopMeter } from '@/lib/audit/meters/loop';
import type { Meter } from '@/lib/audit/meters/meter';
import { createRepetitionMeter } from '@/lib/audit/meters/repetition';
import { createStepCountMeter } from '@/lib/audit/meters/step-count';
import { createWordScanner, type Word } from '@/lib/audit/meters/words';
import type { LiveTraceReading, Trace, TraceReading } from '@/lib/trace/trace';

/** How many tokens a run has generated and may generate. */
export interface TokenUse {
  readonly tokens: number;
  readonly budget: number;
}

/** All meters of one run. */
export interface Meters {
  /** Takes text that came, in the order of the trace. One more token costs the same at any length. */
  push(text: string): void;
  /** What the meters say of the text so far; `trace` is the reading of exactly this text. */
  read(trace: TraceReading | LiveTraceReading, use?: TokenUse): readonly Meter[];
  /** What they say of a run that has ended. No text can be taken afterwards. */
  conclude(trace: TraceReading | LiveTraceReading, use?: TokenUse): readonly Meter[];
  /** Whether the text has gone in a loop, enough to stop the run. */
  readonly looped: boolean;
}

/** Meters for one run. What they say is a function of the text, whatever the chunks it came in. */
export function createMeters(): Meters {
  const scanner = createWordScanner();
  const loop = createLoopMeter();
  const meters = [
    createFormMeter(),
    createStepCountMeter(),
    createLengthMeter(),
    createRepetitionMeter(),
    loop,
    createBeforeAnswerMeter(),
    createAfterAnswerMeter(),
  ];
  let words = 0;

  const take = (more: readonly Word[]) => {
    for (const word of more) {
      for (const meter of meters) meter.take(word);
    }
    words += more.length;
  };
  const read = (
    trace: TraceReading | LiveTraceReading,
    use: TokenUse | undefined,
    ended: boolean,
  ) => {
    const run: MeteredRun = { trace, steps: closedSteps(trace), words, ...use, ended };
    return meters.map((meter) => meter.read(run));
  };

  return {
    push: (text) => take(scanner.push(text)),
    read: (trace, use) => read(trace, use, false),
    conclude(trace, use) {
      take(scanner.finish());
      return read(trace, use, true);
    },
    get looped() {
      return loop.looped;
    },
  };
}

function closedSteps(trace: TraceReading | LiveTraceReading): number {
  return 'closedSteps' in trace
    ? trace.closedSteps
    : trace.steps.filter(({ closed }) => closed).length;
}

/** What the meters say of a whole trace, recorded or from elsewhere. */
export function measureTrace(trace: Trace | TraceReading): readonly Meter[] {
  const meters = createMeters();
  meters.push(trace.text);
  return meters.conclude(trace, tokenUseOf(trace));
}

/** The tokens of a recorded run; undefined for a text from elsewhere. */
function tokenUseOf(trace: Trace | TraceReading): TokenUse | undefined {
  return 'manifest' in trace
    ? { tokens: trace.tokens.length, budget: trace.manifest.maxTokens }
    : undefined;
}
