'use client';

import { type ReactNode, type Ref, useState } from 'react';
import { Icon } from '@/components/ui/icon';

const KEY = 'rationale.disclosures';

/** A part that can be folded away. With an `id` it is remembered in this browser whether it was. */
export function Disclosure({
  id,
  summary,
  note,
  open: openAtFirst = false,
  className,
  ref,
  children,
}: {
  id?: string;
  summary: ReactNode;
  /** Stands at the far end of the summary. */
  note?: ReactNode;
  open?: boolean;
  className?: string;
  ref?: Ref<HTMLDetailsElement>;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(
    () => (id === undefined ? undefined : remembered()[id]) ?? openAtFirst,
  );
  return (
    <details
      ref={ref}
      open={open}
      onToggle={(event) => {
        const now = event.currentTarget.open;
        if (now === open) return;
        setOpen(now);
        if (id !== undefined) remember(id, now);
      }}
      {...(className === undefined ? {} : { className })}
    >
      <summary className="flex min-h-6 flex-wrap items-baseline justify-between gap-x-3 rounded-sm marker:content-none [&::-webkit-details-marker]:hidden">
        <span className="flex min-w-0 items-baseline gap-1">
          <span className="self-center text-ink-3 transition-transform [details[open]>summary_&]:rotate-90">
            <Icon name="next" size={12} />
          </span>
          {summary}
        </span>
        {note === undefined ? null : <span className="text-2xs text-ink-3">{note}</span>}
      </summary>
      {children}
    </details>
  );
}

function remembered(): Readonly<Record<string, boolean>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return isRecordOfBooleans(kept) ? kept : {};
  } catch {
    return {};
  }
}

function remember(id: string, open: boolean): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...remembered(), [id]: open }));
  } catch {
    // Storage is refused: it is remembered as long as the page.
  }
}

function isRecordOfBooleans(value: unknown): value is Record<string, boolean> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((member) => typeof member === 'boolean')
  );
}
