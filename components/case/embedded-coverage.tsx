import { coverageWords } from '@/components/case/coverage-words';
import type { EmbeddedView } from '@/components/case/embedded-view';
import { Button } from '@/components/ui/button';

/** What share of the case the embedded model reads, and the switch that marks the rest. */
export function EmbeddedCoverage({
  view: { coverage },
  isMarked,
  onToggle,
}: {
  view: EmbeddedView;
  isMarked: boolean;
  onToggle: () => void;
}) {
  return (
    <div className="flex items-center justify-between gap-3 text-xs text-ink-2">
      <p>
        The embedded model reads {coverageWords(coverage)}.
        {isMarked && coverage.unread.length > 0 ? (
          <>
            {' '}
            It does not read what is{' '}
            <span className="underline decoration-ink-3 decoration-dotted decoration-2 underline-offset-4">
              dotted
            </span>
            .
          </>
        ) : null}
      </p>
      <Button
        emphasis={isMarked ? 'outlined' : 'quiet'}
        aria-pressed={isMarked}
        disabled={coverage.unread.length === 0}
        shortcut="M"
        title="Mark what the embedded model does not read"
        onClick={onToggle}
      >
        Mark the rest
      </Button>
    </div>
  );
}
