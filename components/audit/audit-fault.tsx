'use client';

import { Button } from '@/components/ui/button';
import { FaultNotice } from '@/components/ui/notice';
import type { Fault } from '@/lib/text/outcome';

/** Why the texts cannot be checked; where they seem swapped, one press swaps them. */
export function AuditFault({
  fault,
  onSwap,
  onAsGiven,
  onDismiss,
}: {
  fault: Fault;
  onSwap: () => void;
  onAsGiven: () => void;
  onDismiss: () => void;
}) {
  return (
    <div className="grid gap-1.5">
      <FaultNotice fault={fault} onDismiss={onDismiss} />
      {fault.code === 'case-and-trace-swapped' ? (
        <div className="flex flex-wrap gap-1.5">
          <Button emphasis="primary" icon="swap" onClick={onSwap}>
            Swap and check
          </Button>
          <Button emphasis="outlined" onClick={onAsGiven}>
            Check them as they are
          </Button>
        </div>
      ) : null}
    </div>
  );
}
