import { StepLink } from '@/components/ui/step-link';
import { VerdictLine } from '@/components/verdict/verdict-line';
import { VerdictTally } from '@/components/verdict/verdict-tally';
import type { CaseReading } from '@/lib/case/case';
import type { Explanation } from '@/lib/explanation/explanation';
import { overlaps } from '@/lib/text/span';

/** What was checked, and every statement that the case does not support, with where it is said and what decided. */
export function Statements({
  reading,
  explanation,
}: {
  reading: CaseReading;
  explanation: Explanation;
}) {
  const { verdicts, steps, trace } = explanation;
  const faults = verdicts.filter((verdict) => verdict.outcome !== 'supported');
  return (
    <div className="grid gap-3">
      <VerdictTally verdicts={verdicts} />
      {faults.length === 0 ? (
        <p className="text-xs text-ink-2">
          {verdicts.length === 0
            ? 'Nothing that could be checked was said.'
            : 'Every statement that could be checked is supported by the case.'}
        </p>
      ) : (
        <ul className="grid gap-3">
          {faults.map((verdict) => {
            const step = steps.findIndex((candidate) => overlaps(candidate, verdict.trace));
            return (
              <VerdictLine
                key={`${verdict.check}-${verdict.trace.start}-${verdict.trace.end}-${verdict.detail}`}
                reading={reading}
                text={trace.text}
                verdict={verdict}
                from="explanation"
                step={step === -1 ? undefined : <StepLink step={step} caseSpans={verdict.case} />}
              />
            );
          })}
        </ul>
      )}
    </div>
  );
}
