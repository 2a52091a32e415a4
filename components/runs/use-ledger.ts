'use client';

import { useCallback, useEffect, useState } from 'react';
import { type OpenLedger, openLedger } from '@/components/runs/open-ledger';
import type { RunSummary } from '@/lib/ledger/runs';
import type { Fault } from '@/lib/text/outcome';

export interface LedgerView {
  /** The ledger, once it is open. */
  readonly ledger: Promise<OpenLedger>;
  /** Newest first; `undefined` until they have been read. */
  readonly runs: readonly RunSummary[] | undefined;
  /** Why runs are not kept beyond this tab, or could not be read. */
  readonly fault: Fault | undefined;
  readonly report: (fault: Fault) => void;
  readonly dismissFault: () => void;
}

/** The ledger of this browser and the runs it tells of, kept up to date with this and other tabs. */
export function useLedger(): LedgerView {
  const [opening] = useState(() => deferred<OpenLedger>());
  const [runs, setRuns] = useState<readonly RunSummary[]>();
  const [fault, setFault] = useState<Fault>();

  useEffect(() => {
    let unsubscribe = () => {};
    let over = false;
    const refresh = async (ledger: OpenLedger) => {
      try {
        const read = await ledger.runs();
        if (!over) setRuns(read);
      } catch (error) {
        if (!over) setFault(ledger.faultOf(error));
      }
    };
    openLedger(setFault).then((ledger) => {
      opening.resolve(ledger);
      if (over) return;
      const stopAsking = askBeforeLoss(ledger);
      const stopListening = ledger.subscribe(() => void refresh(ledger));
      unsubscribe = () => {
        stopAsking();
        stopListening();
      };
      void refresh(ledger);
    });
    return () => {
      over = true;
      unsubscribe();
    };
  }, [opening]);

  const dismissFault = useCallback(() => setFault(undefined), []);
  return { ledger: opening.promise, runs, fault, report: setFault, dismissFault };
}

/** Lets the browser ask before it leaves a page that holds runs which are kept nowhere else; returns what ends that. */
function askBeforeLoss(ledger: OpenLedger): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (ledger.holdsUnkept()) event.preventDefault();
  };
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}

function deferred<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
