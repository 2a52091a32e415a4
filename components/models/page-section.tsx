'use client';

import { type ReactNode, useId } from 'react';
import { useFocusKept } from '@/components/ui/use-focus-kept';

/** A part of a page that is read from top to bottom, under its own heading. */
export function PageSection({
  title,
  lead,
  actions,
  children,
}: {
  title: string;
  lead: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const heading = useId();
  const part = useFocusKept(headingOf);
  return (
    <section ref={part} aria-labelledby={heading} className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-b border-line pb-2">
        <div className="grid max-w-prose gap-0.5">
          <h2 id={heading} tabIndex={-1} className="text-base font-semibold">
            {title}
          </h2>
          <p className="text-xs text-ink-2">{lead}</p>
        </div>
        {actions === undefined ? null : <div className="flex flex-wrap gap-1.5">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

function headingOf(section: HTMLElement): HTMLElement | null {
  return section.querySelector('h2');
}

/** What stands where a list has nothing yet. */
export function Empty({ children }: { children: ReactNode }) {
  return (
    <div className="rounded-md border border-dashed border-line-strong px-4 py-3 text-sm text-ink-2">
      {children}
    </div>
  );
}
