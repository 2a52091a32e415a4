import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Fault } from '@/lib/text/outcome';

/** What went wrong and what to do next, announced when it appears. */
export function FaultNotice({
  fault,
  action,
  onDismiss,
}: {
  fault: Fault;
  action?: ReactNode;
  onDismiss?: () => void;
}) {
  return (
    <div
      role="alert"
      data-fault={fault.code}
      className="flex items-start gap-2.5 rounded-md border border-contradicted bg-contradicted-bg px-3 py-2 text-xs text-ink"
    >
      <span className="pt-0.5 text-contradicted">
        <Icon name="warning" />
      </span>
      <div className="min-w-0 grow">
        <p className="font-semibold">{fault.message}</p>
        <p className="text-ink-2">{fault.remedy}</p>
        {action}
      </div>
      {onDismiss === undefined ? null : (
        <Button
          icon="close"
          iconOnly
          aria-label="Dismiss"
          className="-my-0.5"
          onClick={onDismiss}
        />
      )}
    </div>
  );
}

/** Something to know that is not wrong, with at most one thing to do about it. */
export function Hint({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div
      role="status"
      className="flex items-center justify-between gap-3 rounded-md border border-line bg-raised py-1 pr-1 pl-3 text-xs text-ink-2"
    >
      <p>{children}</p>
      {action}
    </div>
  );
}
