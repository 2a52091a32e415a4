'use client';

import { useEffect } from 'react';
import { usePointing } from '@/components/pointing/use-pointing';
import type { PaneName } from '@/components/workbench/pane-switch';

/** Where one pane fits at a time, choosing something shows the pane that it points to; steps only once there are any. */
export function usePaneOfChoice(show: (pane: PaneName) => void, hasSteps: boolean): void {
  const pointing = usePointing();
  useEffect(() => {
    let before = pointing.chosen();
    return pointing.subscribe(() => {
      const chosen = pointing.chosen();
      if (chosen === before) return;
      before = chosen;
      if (chosen === undefined || (chosen.to === 'reasoning' && !hasSteps)) return;
      show(chosen.to);
    });
  }, [pointing, show, hasSteps]);
}
