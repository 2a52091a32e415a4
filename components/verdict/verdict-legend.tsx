import { VerdictBadge } from '@/components/verdict/verdict-badge';
import { OUTCOMES, type VerdictOutcome } from '@/lib/audit/verdict';

const MEANINGS: Record<VerdictOutcome, string> = {
  supported: 'the case says so, or the number comes out',
  contradicted: 'the case says the opposite',
  'not-in-case': 'nothing in the case speaks of it',
  miscalculated: 'computed again, the number is another one',
  'cannot-tell': 'no rule decides it',
};

/** What each outcome means. */
export function VerdictLegend() {
  return (
    <dl className="grid grid-cols-[8.5rem_minmax(0,1fr)] items-center gap-x-2 gap-y-1.5 text-xs text-ink-2">
      {OUTCOMES.map((outcome) => (
        <div key={outcome} className="contents">
          <dt>
            <VerdictBadge outcome={outcome} />
          </dt>
          <dd>{MEANINGS[outcome]}</dd>
        </div>
      ))}
    </dl>
  );
}
