import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import type { Fault } from '@/lib/text/outcome';

/** What went wrong and what to do next, announced when it appears. */
export function FaultNotice({
  fault,
  tone = 'failure',
  onDismiss,
}: {
  fault: Fault;
  /** `warning`: something to know of what happened earlier; nothing failed now. */
  tone?: 'failure' | 'warning';
  onDismiss?: () => void;
}) {
  return (
    <div
      role="alert"
      data-fault={fault.code}
      className={classNames(
        'flex items-start gap-2.5 rounded-md border px-3 py-2 text-xs text-ink',
        tone === 'failure'
          ? 'border-contradicted bg-contradicted-bg'
          : 'border-not-in-case bg-not-in-case-bg',
      )}
    >
      <span
        className={classNames(
          'pt-0.5',
          tone === 'failure' ? 'text-contradicted' : 'text-not-in-case',
        )}
      >
        <Icon name="warning" />
      </span>
      <div className="min-w-0 grow">
        <p className="font-semibold">{fault.message}</p>
        <p className="text-ink-2">{fault.remedy}</p>
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
