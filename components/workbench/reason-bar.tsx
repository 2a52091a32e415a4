'use client';

import { Button } from '@/components/ui/button';
import { Keycap } from '@/components/ui/keycap';

/** The one thing to do with a case: reason about it; while that goes on, stop. */
export function ReasonBar({
  underWay,
  again,
  note,
  onReason,
  onStop,
}: {
  underWay: boolean;
  /** The case was reasoned about already. */
  again: boolean;
  note: string;
  onReason: () => void;
  onStop: () => void;
}) {
  return (
    <div className="flex items-center justify-between gap-3">
      <p className="min-w-0 text-2xs text-ink-3">{note}</p>
      {underWay ? (
        <Button
          key="stop"
          icon="stop"
          emphasis="outlined"
          className="h-10 px-4 text-sm"
          onClick={onStop}
        >
          Stop <Keycap>Esc</Keycap>
        </Button>
      ) : (
        <Button
          key="reason"
          icon="run"
          emphasis="primary"
          className="h-10 px-5 text-sm"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          title="Reason about this case (Ctrl or ⌘ + Enter)"
          onClick={onReason}
        >
          {again ? 'Reason again' : 'Reason'}
        </Button>
      )}
    </div>
  );
}
