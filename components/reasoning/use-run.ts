'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { OpenedModel } from '@/components/engine/open-model';
import type { PromptForm } from '@/components/engine/run-settings';
import { performRun, type RunTask } from '@/components/reasoning/perform-run';
import { isUnderWay, NOTHING_SAID, type RunState } from '@/components/reasoning/run-state';
import type { OpenLedger } from '@/components/runs/open-ledger';
import type { CaseReading } from '@/lib/case/case';
import type { RunId } from '@/lib/ledger/record';
import { type Fault, FaultError } from '@/lib/text/outcome';

export interface RunSources {
  readonly model: () => Promise<OpenedModel>;
  /** In what form that model is given the case. */
  readonly form: () => Promise<PromptForm>;
  readonly ledger: Promise<OpenLedger>;
  /** The case is at fault, not the run: too long for the model. */
  readonly onCaseFault: (fault: Fault) => void;
  /** Something could not be kept. */
  readonly onLedgerFault: (fault: Fault) => void;
}

/** The run that the page shows: begun here, or opened from the ledger. */
export function useRun({ model, form, ledger, onCaseFault, onLedgerFault }: RunSources) {
  const [state, setState] = useState<RunState>({ phase: 'none' });
  const controller = useRef<AbortController>(undefined);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  }, [state]);

  /** Runs a task; `before` is shown again where it does not come to a run. */
  const perform = useCallback(
    async (task: RunTask, before: RunState) => {
      const { reading } = task;
      const abort = new AbortController();
      controller.current = abort;
      const earlier = before.phase === 'ended' ? before : undefined;
      const startedAt = performance.now() - (earlier?.milliseconds ?? 0);
      let run: RunId | undefined;
      let said = earlier?.said ?? NOTHING_SAID;
      const show = (next: RunState) => {
        latest.current = next;
        setState(next);
      };
      const showRunning = (waiting?: string) =>
        show({
          phase: 'running',
          reading,
          run,
          startedAt,
          said,
          ...(waiting === undefined ? {} : { waiting }),
        });
      if (earlier === undefined) show({ phase: 'waiting', reading });
      else showRunning();
      try {
        const ready = await orAborted(model(), abort.signal);
        if (ready === undefined) return show(before);
        const result = await performRun(ready, await ledger, task, abort.signal, {
          started(kept) {
            run = kept;
            showRunning();
          },
          said(next) {
            said = next;
            showRunning();
          },
          waiting: showRunning,
          notKept: onLedgerFault,
        });
        const { fault, ...ended } = result;
        said = result.said;
        if (fault !== undefined) return show({ phase: 'broken', reading, run, said, fault });
        const milliseconds = performance.now() - startedAt;
        show({ phase: 'ended', reading, run, ...ended, milliseconds });
      } catch (error) {
        const fault = runFault(error);
        if (earlier !== undefined && run === undefined) {
          return show({ ...earlier, notContinued: fault });
        }
        if (fault.code !== 'prompt-too-long') {
          return show({ phase: 'broken', reading, run, said, fault });
        }
        onCaseFault(fault);
        show({ phase: 'none' });
      }
    },
    [model, ledger, onCaseFault, onLedgerFault],
  );

  /** Begins a run; `onBegun` is called once the case is known to fit what the model can be asked. */
  const start = useCallback(
    async (reading: CaseReading, onBegun: () => void) => {
      if (isUnderWay(latest.current)) return;
      const { promptFor } = await import('@/components/reasoning/run-pipeline');
      const prompt = promptFor(await form(), reading);
      if (!prompt.ok) return onCaseFault(prompt.fault);
      // Asked for twice while the import was awaited.
      if (isUnderWay(latest.current)) return;
      onBegun();
      await perform({ reading, prompt: prompt.value }, { phase: 'none' });
    },
    [perform, form, onCaseFault],
  );

  /** Goes on from what the shown run said, with a further budget; says whether it can. */
  const goOn = useCallback(async (): Promise<boolean> => {
    const { promptFor } = await import('@/components/reasoning/run-pipeline');
    const before = latest.current;
    if (before.phase !== 'ended' || before.further === undefined) return false;
    const { reading, run } = before;
    const prompt = promptFor(await form(), reading);
    if (!prompt.ok) {
      setState({ ...before, notContinued: prompt.fault });
      return false;
    }
    const continues = { run, trace: before.further.trace };
    void perform({ reading, prompt: prompt.value, continues }, before);
    return true;
  }, [perform, form]);

  const stop = useCallback(() => controller.current?.abort(), []);

  /** Shows a kept run; says whether there is one that can be shown. */
  const open = useCallback(
    async (run: RunId): Promise<boolean> => {
      if (isUnderWay(latest.current)) return false;
      try {
        const { readKeptRun } = await import('@/components/reasoning/run-kept');
        const opened = await readKeptRun(await ledger, run);
        if (opened === undefined || isUnderWay(latest.current)) return false;
        latest.current = opened;
        setState(opened);
        return true;
      } catch (error) {
        onLedgerFault(runFault(error));
        return false;
      }
    },
    [ledger, onLedgerFault],
  );

  const close = useCallback(() => {
    if (!isUnderWay(latest.current)) setState({ phase: 'none' });
  }, []);

  return { state, start, goOn, stop, open, close };
}

/** The value, or `undefined` when the signal comes first. */
async function orAborted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal,
): Promise<Value | undefined> {
  const aborted = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  return Promise.race([promise, aborted]);
}

function runFault(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault;
  return {
    code: 'engine-failed',
    message: `The run failed: ${error instanceof Error ? error.message : String(error)}`,
    remedy: 'Press Reason to try again; if it fails again, reload the page.',
  };
}
