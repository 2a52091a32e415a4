import type { Said } from '@/components/reasoning/run-state';
import type { OpenLedger } from '@/components/runs/open-ledger';
import type { CaseReading } from '@/lib/case/case';
import type { Engine, Prompt } from '@/lib/engine/engine';
import type { Explanation } from '@/lib/explanation/explanation';
import type { KeptRun } from '@/lib/ledger/kept-run';
import type { RunId } from '@/lib/ledger/record';
import type { Fault } from '@/lib/text/outcome';

export interface RunResult {
  readonly said: Said;
  readonly explanation: Explanation;
  readonly fault?: Fault;
}

/** What a run tells while it goes on. */
export interface RunListener {
  started(run: RunId | undefined): void;
  said(said: Said): void;
  /** The run goes on, but it could not be kept. */
  notKept(fault: Fault): void;
}

/**
 * Runs the engine on a case and keeps the run in the ledger: at its start, as it goes, and at its end. A ledger that fails
 * is told and does not stop the run. Throws `FaultError` when the run cannot begin.
 */
export async function performRun(
  engine: Engine,
  ledger: OpenLedger,
  reading: CaseReading,
  prompt: Prompt,
  signal: AbortSignal,
  listener: RunListener,
): Promise<RunResult> {
  const pipeline = await import('@/components/reasoning/run-pipeline');
  const request = pipeline.runRequest(prompt, new Date());

  let kept: KeptRun | undefined;
  try {
    const manifest = pipeline.manifestOf(engine, request);
    kept = await ledger.keep({ case: reading.case, manifest });
  } catch (error) {
    listener.notKept(ledger.faultOf(error));
  }
  listener.started(kept?.run);

  const frames = onePerFrame(listener.said);
  let firstTokenAt: number | undefined;
  let text = '';
  try {
    for await (const progress of pipeline.reasonAbout(engine, reading, request, signal)) {
      if (progress.type === 'finished') {
        const { trace, explanation, fault } = progress;
        try {
          await kept?.finish(trace, explanation);
        } catch (error) {
          listener.notKept(ledger.faultOf(error));
        }
        const said = pipeline.saidInAll(explanation, trace);
        return { said, explanation, ...(fault === undefined ? {} : { fault }) };
      }
      if (progress.event.type !== 'token') continue;
      const now = performance.now();
      firstTokenAt ??= now;
      const decode = now - firstTokenAt;
      const { trace, verdicts } = progress;
      text = trace.text;
      kept?.progress(text);
      frames.ask(() => pipeline.saidSoFar(reading, trace, verdicts, decode));
    }
    throw new Error('the run ended without a result');
  } catch (error) {
    await kept?.interrupt(text).catch((cause: unknown) => listener.notKept(ledger.faultOf(cause)));
    throw error;
  } finally {
    frames.cancel();
  }
}

/** Makes and shows the latest of what is asked for, at most once for each frame of the screen. */
function onePerFrame<Value>(show: (value: Value) => void) {
  let frame = 0;
  let make: (() => Value) | undefined;
  return {
    ask(next: () => Value) {
      make = next;
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        if (make !== undefined) show(make());
      });
    },
    cancel() {
      cancelAnimationFrame(frame);
    },
  };
}
