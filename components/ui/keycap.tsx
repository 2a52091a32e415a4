import type { ReactNode } from 'react';

/** A key, as printed on a keyboard. */
export function Keycap({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded border border-line-strong bg-raised px-1 font-sans text-2xs text-ink-2">
      {children}
    </kbd>
  );
}
