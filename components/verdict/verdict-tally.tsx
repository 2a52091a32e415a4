import { VerdictBadge } from '@/components/verdict/verdict-badge';
import { OUTCOMES, type Verdict } from '@/lib/audit/verdict';

/** How many statements came out how. */
export function VerdictTally({ verdicts }: { verdicts: readonly Verdict[] }) {
  const counted = OUTCOMES.map((outcome) => ({
    outcome,
    count: verdicts.filter((verdict) => verdict.outcome === outcome).length,
  })).filter(({ count }) => count > 0);
  if (counted.length === 0) return null;
  return (
    <ul aria-label="Statements checked" className="flex flex-wrap gap-1">
      {counted.map(({ outcome, count }) => (
        <li key={outcome}>
          <VerdictBadge outcome={outcome} count={count} />
        </li>
      ))}
    </ul>
  );
}
