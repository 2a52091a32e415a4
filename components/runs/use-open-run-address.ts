'use client';

import { useEffect, useRef } from 'react';
import type { RunId } from '@/lib/ledger/record';
import { isRunId } from '@/lib/ledger/run-id';

const PREFIX = '#run-';

/** Keeps the shown run in the address, so that a reload shows it again. */
export function useOpenRunAddress(
  shown: RunId | undefined,
  open: (run: RunId) => Promise<boolean>,
): void {
  const settled = useRef(false);

  useEffect(() => {
    if (settled.current) return;
    settled.current = true;
    const named = location.hash.startsWith(PREFIX) ? location.hash.slice(PREFIX.length) : '';
    if (isRunId(named)) void open(named);
  }, [open]);

  useEffect(() => {
    if (shown === undefined) return;
    history.replaceState(history.state, '', `${PREFIX}${shown}`);
    return () => history.replaceState(history.state, '', location.pathname + location.search);
  }, [shown]);
}
