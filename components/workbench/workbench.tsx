'use client';

import { PointingProvider } from '@/components/pointing/use-pointing';
import { WorkbenchPanes } from '@/components/workbench/workbench-panes';

/** The whole page: a case, the reasoning about it, and the explanation. */
export function Workbench() {
  return (
    <PointingProvider>
      <WorkbenchPanes />
    </PointingProvider>
  );
}
