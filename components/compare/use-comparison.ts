'use client';

import { useCallback, useRef, useState } from 'react';
import type { ModelChoice } from '@/components/engine/model-choice';
import { formOf, openModel } from '@/components/engine/open-model';
import { performRun } from '@/components/reasoning/perform-run';
import { NOTHING_SAID, type Said } from '@/components/reasoning/run-state';
import type { OpenLedger } from '@/components/runs/open-ledger';
import type { CaseReading } from '@/lib/case/case';
import type { Explanation } from '@/lib/explanation/explanation';
import type { RunId } from '@/lib/ledger/record';
import { type Fault, FaultError } from '@/lib/text/outcome';

/** How far one of the two models is. */
export type SideState =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'loading' }
  | { readonly phase: 'running'; readonly said: Said; readonly startedAt: number }
  | {
      readonly phase: 'ended';
      readonly said: Said;
      readonly explanation: Explanation;
      readonly run: RunId | undefined;
      readonly milliseconds: number;
    }
  | { readonly phase: 'failed'; readonly fault: Fault };

/** One of the two models, as it was chosen, and how far it is. */
export interface Side {
  readonly choice: ModelChoice;
  readonly name: string;
  readonly state: SideState;
}

export interface Comparison {
  readonly reading: CaseReading;
  readonly sides: readonly [Side, Side];
}

type Chosen = Pick<Side, 'choice' | 'name'>;

/** Runs two models on one case, each as a run of its own in the ledger. */
export function useComparison(ledger: Promise<OpenLedger>, onLedgerFault: (fault: Fault) => void) {
  const [comparison, setComparison] = useState<Comparison>();
  const [underWay, setUnderWay] = useState(false);
  const controller = useRef<AbortController>(undefined);

  const start = useCallback(
    async (reading: CaseReading, chosen: readonly [Chosen, Chosen]) => {
      const abort = new AbortController();
      controller.current = abort;
      const waiting: SideState = { phase: 'waiting' };
      const [first, second] = chosen;
      setComparison({
        reading,
        sides: [
          { ...first, state: waiting },
          { ...second, state: waiting },
        ],
      });
      setUnderWay(true);
      const runSide = async ({ choice }: Chosen, index: 0 | 1) => {
        const show = (state: SideState) =>
          setComparison((before) => withSide(before, index, state));
        if (abort.signal.aborted) return show({ phase: 'failed', fault: STOPPED });
        const kept = await ledger;
        await runOne(reading, choice, kept, abort.signal, { show, onLedgerFault }).catch(
          (error: unknown) => show({ phase: 'failed', fault: faultOf(error) }),
        );
      };
      if (sharesDevice(first, second)) {
        await runSide(first, 0);
        await runSide(second, 1);
      } else {
        await Promise.all([runSide(first, 0), runSide(second, 1)]);
      }
      setUnderWay(false);
    },
    [ledger, onLedgerFault],
  );
  const stop = useCallback(() => controller.current?.abort(), []);
  return { comparison, underWay, start, stop };
}

/** Two models on this device would halve each other's speed and could exhaust its memory: they run one after the other. */
function sharesDevice(first: Chosen, second: Chosen): boolean {
  return first.choice.kind !== 'endpoint' && second.choice.kind !== 'endpoint';
}

function withSide(
  before: Comparison | undefined,
  index: 0 | 1,
  state: SideState,
): Comparison | undefined {
  if (before === undefined) return undefined;
  const [first, second] = before.sides;
  return {
    ...before,
    sides: index === 0 ? [{ ...first, state }, second] : [first, { ...second, state }],
  };
}

/** Opens a model, runs it and closes it. Throws what opening and running throw. */
async function runOne(
  reading: CaseReading,
  choice: ModelChoice,
  ledger: OpenLedger,
  signal: AbortSignal,
  {
    show,
    onLedgerFault,
  }: { readonly show: (state: SideState) => void; readonly onLedgerFault: (fault: Fault) => void },
): Promise<void> {
  const { promptFor } = await import('@/components/reasoning/run-pipeline');
  const prompt = promptFor(await formOf(choice), reading);
  if (!prompt.ok) throw new FaultError(prompt.fault);
  show({ phase: 'loading' });
  const model = await openModel(choice, () => undefined);
  try {
    const startedAt = performance.now();
    let run: RunId | undefined;
    show({ phase: 'running', said: NOTHING_SAID, startedAt });
    const task = { reading, prompt: prompt.value };
    const { said, explanation, fault } = await performRun(model, ledger, task, signal, {
      started(kept) {
        run = kept;
      },
      said: (said) => show({ phase: 'running', said, startedAt }),
      waiting: () => undefined,
      notKept: onLedgerFault,
    });
    if (fault !== undefined) throw new FaultError(fault);
    const milliseconds = performance.now() - startedAt;
    show({ phase: 'ended', said, explanation, run, milliseconds });
  } finally {
    await model.engine.dispose();
  }
}

const STOPPED: Fault = {
  code: 'stopped',
  message: 'You stopped the comparison before this model began.',
  remedy: 'Press Compare to begin again.',
};

function faultOf(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault;
  return {
    code: 'engine-failed',
    message: `The run failed: ${error instanceof Error ? error.message : String(error)}`,
    remedy: 'Press Compare to try again.',
  };
}
