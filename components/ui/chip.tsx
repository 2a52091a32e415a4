'use client';

import type { ReactNode } from 'react';
import { isSame, type Target } from '@/components/pointing/pointing';
import { usePointed, usePointer, usePointing } from '@/components/pointing/use-pointing';
import { classNames } from '@/components/ui/class-names';

/** A small control that points at a place of the case: lights it while hovered or focused, keeps it lit when pressed. */
export function PointingChip({
  target,
  title,
  broken = false,
  children,
}: {
  target: Target;
  title?: string | undefined;
  /** What it points at does not exist. */
  broken?: boolean;
  children: ReactNode;
}) {
  const pointing = usePointing();
  const handlers = usePointer(target);
  const pressed = usePointed((_, chosen) => isSame(chosen, target));
  return (
    <button
      type="button"
      title={title}
      aria-pressed={pressed}
      onClick={() => pointing.choose(target)}
      {...handlers}
      className={classNames(
        'inline-flex min-h-6 max-w-full items-center gap-1.5 rounded border px-1.5 text-left text-2xs transition-colors hover:border-lit-line hover:bg-lit',
        broken
          ? 'border-dashed border-contradicted text-contradicted'
          : 'border-line-strong bg-raised text-ink-2',
        pressed && 'border-lit-line bg-lit',
      )}
    >
      {children}
    </button>
  );
}
