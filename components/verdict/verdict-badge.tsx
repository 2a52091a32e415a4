import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { VERDICT_COLOURS, VERDICT_WORDS } from '@/components/verdict/verdict-words';
import type { VerdictOutcome } from '@/lib/audit/verdict';

/** An outcome as icon, word and colour, with a count where several statements share it. */
export function VerdictBadge({ outcome, count }: { outcome: VerdictOutcome; count?: number }) {
  return (
    <span
      className={classNames(
        'inline-flex h-6 items-center gap-1 rounded px-1.5 text-2xs font-medium whitespace-nowrap',
        VERDICT_COLOURS[outcome],
      )}
    >
      <Icon name={outcome} size={13} />
      {count === undefined ? null : <span className="tabular-nums">{count}</span>}
      {count === undefined ? VERDICT_WORDS[outcome] : VERDICT_WORDS[outcome].toLowerCase()}
    </span>
  );
}
