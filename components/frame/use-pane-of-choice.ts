'use client';

import { useEffect } from 'react';
import type { PaneName } from '@/components/frame/pane-switch';
import { usePointing } from '@/components/pointing/use-pointing';

/**
 * Choosing something shows the pane that it points to, where one pane fits at a time, and steps or raw text there; only
 * once there are steps.
 */
export function usePaneOfChoice(
  show: (pane: PaneName) => void,
  showRaw: (raw: boolean) => void,
  hasSteps: boolean,
): void {
  const pointing = usePointing();
  useEffect(() => {
    let before = pointing.chosen();
    return pointing.subscribe(() => {
      const chosen = pointing.chosen();
      if (chosen === before) return;
      before = chosen;
      if (chosen === undefined || (chosen.to === 'reasoning' && !hasSteps)) return;
      if (chosen.to === 'reasoning') showRaw(chosen.words !== undefined);
      show(chosen.to);
    });
  }, [pointing, show, showRaw, hasSteps]);
}
