'use client';

import { useEffect, useState } from 'react';
import { describeMachine } from '@/lib/engine/capability/describe-machine';
import type { Machine } from '@/lib/engine/capability/machine';

/** What this machine has, once it has been looked up. */
export function useMachine(): Machine | undefined {
  const [machine, setMachine] = useState<Machine>();
  useEffect(() => {
    let left = false;
    describeMachine().then((found) => {
      if (!left) setMachine(found);
    });
    return () => {
      left = true;
    };
  }, []);
  return machine;
}
