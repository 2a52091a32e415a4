'use client';

import type { ReadDraft } from '@/components/case/use-case-draft';
import { PointingProvider } from '@/components/pointing/use-pointing';
import { WorkbenchPanes } from '@/components/workbench/workbench-panes';

/** The whole page: a case, the reasoning about it, and the explanation. `first` is the case of a first visit. */
export function Workbench({ first }: { first: ReadDraft }) {
  return (
    <PointingProvider>
      <WorkbenchPanes first={first} />
    </PointingProvider>
  );
}
