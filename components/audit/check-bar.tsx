'use client';

import { Button } from '@/components/ui/button';
import { Keycap } from '@/components/ui/keycap';

/** The one thing to do with a case and a reasoning: check; while that goes on, how far it is and a way to cancel. */
export function CheckBar({
  share,
  again,
  onCheck,
  onCancel,
}: {
  /** Of the reasoning, how much has been read; `undefined` while nothing is being checked. */
  share: number | undefined;
  again: boolean;
  onCheck: () => void;
  onCancel: () => void;
}) {
  if (share !== undefined) {
    const percent = Math.floor(share * 100);
    return (
      <div className="flex items-center justify-between gap-3">
        <label className="flex min-w-0 grow items-center gap-2 text-2xs text-ink-2">
          {share === 1 ? 'Putting it together…' : `Checking, ${percent} %`}
          <progress value={share} max={1} className="h-1.5 min-w-0 grow accent-accent" />
        </label>
        <Button emphasis="outlined" icon="stop" className="h-10 px-4 text-sm" onClick={onCancel}>
          Cancel <Keycap>Esc</Keycap>
        </Button>
      </div>
    );
  }
  return (
    <div className="flex items-center justify-between gap-3">
      <p className="min-w-0 text-2xs text-ink-3">No model is needed. Nothing leaves this device.</p>
      <Button
        icon="check"
        emphasis="primary"
        className="h-10 px-5 text-sm"
        aria-keyshortcuts="Control+Enter Meta+Enter"
        title="Check the reasoning against the case (Ctrl or ⌘ + Enter)"
        onClick={onCheck}
      >
        {again ? 'Check again' : 'Check'}
      </Button>
    </div>
  );
}
