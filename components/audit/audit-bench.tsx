'use client';

import { AuditPanes } from '@/components/audit/audit-panes';
import { PointingProvider } from '@/components/pointing/use-pointing';

/** The whole page on which a reasoning that was written elsewhere is checked. */
export function AuditBench() {
  return (
    <PointingProvider>
      <AuditPanes />
    </PointingProvider>
  );
}
