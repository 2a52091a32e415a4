import type { OpenedModel } from '@/components/engine/open-model';
import type { FurtherRun, Said } from '@/components/reasoning/run-state';
import type { OpenLedger } from '@/components/runs/open-ledger';
import type { CaseReading } from '@/lib/case/case';
import type { Prompt } from '@/lib/engine/engine';
import type { Explanation } from '@/lib/explanation/explanation';
import type { ReasoningRequest } from '@/lib/explanation/reasoning-run';
import type { KeptRun } from '@/lib/ledger/kept-run';
import type { RunId } from '@/lib/ledger/record';
import { type Fault, FaultError } from '@/lib/text/outcome';
import type { Trace } from '@/lib/trace/trace';

/** What is to be run. */
export interface RunTask {
  readonly reading: CaseReading;
  readonly prompt: Prompt;
  /** The run that this one goes on from. */
  readonly continues?: { readonly run: RunId | undefined; readonly trace: Trace };
}

export interface RunResult {
  readonly said: Said;
  readonly explanation: Explanation;
  /** Present where the run can go on. */
  readonly further?: FurtherRun;
  readonly fault?: Fault;
}

/** What a run tells while it goes on. */
export interface RunListener {
  started(run: RunId | undefined): void;
  said(said: Said): void;
  /** Its server has no room yet; why, in words. */
  waiting(because: string): void;
  /** The run goes on, but it could not be kept. */
  notKept(fault: Fault): void;
}

/**
 * Runs the model on a case and keeps the run in the ledger: at its start, as it goes, and at its end. A ledger that fails
 * is told and does not stop the run. Throws `FaultError` when the run cannot begin.
 */
export async function performRun(
  model: OpenedModel,
  ledger: OpenLedger,
  task: RunTask,
  signal: AbortSignal,
  listener: RunListener,
): Promise<RunResult> {
  const { reading } = task;
  const { engine } = model;
  const pipeline = await import('@/components/reasoning/run-pipeline');
  const request = await requestFor(task, model);

  let kept: KeptRun | undefined;
  try {
    const manifest = pipeline.manifestOf(engine, request);
    const continues = task.continues?.run;
    kept = await ledger.keep({
      case: reading.case,
      manifest,
      ...(continues === undefined ? {} : { continues }),
    });
  } catch (error) {
    listener.notKept(ledger.faultOf(error));
  }
  listener.started(kept?.run);

  const frames = onePerFrame(listener.said);
  const decodedBefore = task.continues?.trace.timings.decode ?? 0;
  let firstTokenAt: number | undefined;
  let text = task.continues?.trace.text ?? '';
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
        const further = pipeline.furtherRun(trace);
        return {
          said,
          explanation,
          ...(further === undefined ? {} : { further }),
          ...(fault === undefined ? {} : { fault }),
        };
      }
      if (progress.event.type === 'waiting') listener.waiting(progress.event.because);
      if (progress.event.type !== 'token') continue;
      const now = performance.now();
      firstTokenAt ??= now;
      const decode = decodedBefore + now - firstTokenAt;
      text = progress.trace.text;
      kept?.progress(text);
      frames.ask(() => pipeline.saidSoFar(reading, progress, decode));
    }
    throw new Error('the run ended without a result');
  } catch (error) {
    await kept?.interrupt(text).catch((cause: unknown) => listener.notKept(ledger.faultOf(cause)));
    throw error;
  } finally {
    frames.cancel();
  }
}

/** Throws `FaultError` where a run cannot go on, or where the case leaves no room for an answer. */
async function requestFor(
  { prompt: given, continues }: RunTask,
  model: OpenedModel,
): Promise<ReasoningRequest> {
  const prompt = (await model.engine.inOwnForm?.(given)) ?? given;
  const { continuedRequest, fittedTo, runRequest } = await import(
    '@/components/reasoning/run-pipeline'
  );
  if (continues === undefined) {
    return fittedTo(model, runRequest(prompt, new Date(), model.settings));
  }
  const { description } = model.engine;
  const request = continuedRequest(continues.trace, prompt, description, new Date());
  if (!request.ok) throw new FaultError(request.fault);
  return request.value;
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
