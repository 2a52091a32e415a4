'use client';

import dynamic from 'next/dynamic';
import { memo, type ReactNode } from 'react';
import { Pane } from '@/components/ui/pane';
import type { CaseReading } from '@/lib/case/case';
import type { Explanation } from '@/lib/explanation/explanation';

const ExplanationSections = dynamic(() =>
  import('@/components/explanation/explanation-sections').then(
    (module) => module.ExplanationSections,
  ),
);

/** The explanation of the run that is shown, once it has ended. */
export const ExplanationPane = memo(function ExplanationPane({
  reading,
  explanation,
  actions,
  placeholder,
}: {
  reading: CaseReading | undefined;
  explanation: Explanation | undefined;
  actions: ReactNode;
  /** What stands here while there is no explanation. */
  placeholder: ReactNode;
}) {
  return (
    <Pane id="explanation" title="Explanation" actions={actions}>
      {reading === undefined || explanation === undefined ? (
        placeholder
      ) : (
        <ExplanationSections reading={reading} explanation={explanation} />
      )}
    </Pane>
  );
});
