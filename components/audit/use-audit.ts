'use client';

import { useCallback, useRef, useState } from 'react';
import type { AuditDraft } from '@/components/audit/audit-draft';
import type { AuditState } from '@/components/audit/audit-state';
import type { OpenLedger } from '@/components/runs/open-ledger';
import type { RunId } from '@/lib/ledger/record';
import { type Fault, FaultError } from '@/lib/text/outcome';

export interface AuditSources {
  readonly ledger: Promise<OpenLedger>;
  readonly onLedgerFault: (fault: Fault) => void;
}

/** `refused`: the texts could not be checked, and the fault says why. */
export type CheckEnd = 'checked' | 'cancelled' | 'refused';

/** The check that the page shows: made here, or opened from the ledger. */
export function useAudit({ ledger, onLedgerFault }: AuditSources) {
  const [state, setState] = useState<AuditState>({ phase: 'writing' });
  const [fault, setFault] = useState<Fault>();
  const controller = useRef<AbortController>(undefined);

  /** Checks a draft; says how that ended. */
  const check = useCallback(
    async (draft: AuditDraft, asGiven = false): Promise<CheckEnd> => {
      if (controller.current !== undefined) return 'cancelled';
      const abort = new AbortController();
      controller.current = abort;
      setFault(undefined);
      setState({ phase: 'checking', share: 0 });
      try {
        const [{ runCheck }, { saidInAll }] = await Promise.all([
          import('@/components/audit/run-check'),
          import('@/components/reasoning/said-in-all'),
        ]);
        const result = await runCheck({ ...draft, asGiven }, abort.signal, (share) =>
          setState({ phase: 'checking', share }),
        );
        if (result === undefined) {
          setState({ phase: 'writing' });
          return 'cancelled';
        }
        const { reading, explanation } = result;
        const said = saidInAll(explanation, undefined);
        const shown = { phase: 'ended', reading, explanation, said } as const;
        setState(shown);
        const run = await keep(await ledger, shown, onLedgerFault);
        if (run !== undefined) {
          setState((now) => (now === shown ? { ...shown, run } : now));
        }
        return 'checked';
      } catch (error) {
        setFault(faultOf(error));
        setState({ phase: 'writing' });
        return 'refused';
      } finally {
        controller.current = undefined;
      }
    },
    [ledger, onLedgerFault],
  );

  /** Shows a kept check; says whether there is one. The runs of a model belong to the other page. */
  const open = useCallback(
    async (run: RunId): Promise<boolean> => {
      try {
        const [content, { readKeptCase }, { saidInAll }] = await Promise.all([
          (await ledger).read(run),
          import('@/components/case/case-reader'),
          import('@/components/reasoning/said-in-all'),
        ]);
        if (content === undefined || controller.current !== undefined) return false;
        if (content.status !== 'finished' || content.trace !== undefined) {
          location.assign(`/#run-${run}`);
          return false;
        }
        const { explanation } = content;
        const reading = readKeptCase(content.case);
        setFault(undefined);
        setState({
          phase: 'ended',
          reading,
          explanation,
          said: saidInAll(explanation, undefined),
          run,
        });
        return true;
      } catch (error) {
        onLedgerFault(faultOf(error));
        return false;
      }
    },
    [ledger, onLedgerFault],
  );

  const cancel = useCallback(() => controller.current?.abort(), []);
  const write = useCallback(() => {
    setFault(undefined);
    setState((now) => (now.phase === 'ended' ? { phase: 'writing' } : now));
  }, []);
  return { state, fault, setFault, check, open, cancel, write };
}

async function keep(
  ledger: OpenLedger,
  { reading, explanation }: Extract<AuditState, { phase: 'ended' }>,
  onFault: (fault: Fault) => void,
): Promise<RunId | undefined> {
  try {
    return await ledger.keepAudit({ case: reading.case, explanation });
  } catch (error) {
    onFault(ledger.faultOf(error));
    return undefined;
  }
}

function faultOf(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault;
  return {
    code: 'audit-failed',
    message: `The check failed: ${error instanceof Error ? error.message : String(error)}.`,
    remedy: 'Both texts are as they were; check again, or reload the page.',
  };
}
