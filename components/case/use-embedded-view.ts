'use client';

import { useEffect, useState } from 'react';
import type { EmbeddedView } from '@/components/case/embedded-view';
import type { EngineView } from '@/components/engine/use-engine';
import type { CaseReading } from '@/lib/case/case';

/**
 * How the embedded model will take the case that is shown, while it is the model chosen. Known once the model is loaded: what
 * it takes to tell comes after it.
 */
export function useEmbeddedView(
  reading: CaseReading | undefined,
  { state, choice }: Pick<EngineView, 'state' | 'choice'>,
) {
  const [seen, setSeen] = useState<{ reading: CaseReading; view: EmbeddedView }>();
  const [isMarked, setIsMarked] = useState(false);
  const isChosen = choice === undefined || choice.kind === 'embedded';
  const wanted = isChosen && state.phase !== 'loading' ? reading : undefined;

  useEffect(() => {
    if (wanted === undefined) return;
    let isCurrent = true;
    void import('@/components/case/embedded-view').then(({ embeddedViewOf }) => {
      if (isCurrent) setSeen({ reading: wanted, view: embeddedViewOf(wanted) });
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted]);

  const view = isChosen && seen !== undefined && seen.reading === reading ? seen.view : undefined;
  return {
    isChosen,
    view,
    /** Whether what it does not read is marked. */
    isMarked,
    toggle: () => setIsMarked((before) => !before),
  };
}
