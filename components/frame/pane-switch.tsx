'use client';

import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

export const PANES = ['case', 'reasoning', 'explanation'] as const;
export type PaneName = (typeof PANES)[number];

const LABELS: Record<PaneName, string> = {
  case: 'Case',
  reasoning: 'Reasoning',
  explanation: 'Explanation',
};

/** Chooses the pane to look at where only one fits on the screen. */
export function PaneSwitch({
  shown,
  notes,
  onShow,
}: {
  shown: PaneName;
  /** A sign beside a pane's name, for example how many steps it has. */
  notes: Partial<Record<PaneName, ReactNode>>;
  onShow: (pane: PaneName) => void;
}) {
  return (
    <nav
      aria-label="Panes"
      className="grid shrink-0 grid-cols-3 border-t border-line bg-pane split:hidden"
    >
      {PANES.map((pane) => (
        <button
          key={pane}
          type="button"
          aria-current={pane === shown ? 'true' : undefined}
          onClick={() => onShow(pane)}
          className={classNames(
            'flex h-12 items-center justify-center gap-1.5 border-t-2 text-xs -outline-offset-2',
            pane === shown ? 'border-ink font-semibold text-ink' : 'border-transparent text-ink-2',
          )}
        >
          {LABELS[pane]}
          {notes[pane] === undefined ? null : (
            <span className="rounded bg-sunken px-1 inline-flex h-5 min-w-5 items-center justify-center font-mono text-2xs">
              {notes[pane]}
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
