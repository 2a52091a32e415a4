import { CaseSpanChip } from '@/components/case/case-chip';
import { Portions } from '@/components/ui/portions';
import { StepLink } from '@/components/ui/step-link';
import { faultsOf } from '@/components/verdict/faults';
import { VerdictLine } from '@/components/verdict/verdict-line';
import { VerdictTally } from '@/components/verdict/verdict-tally';
import { CHECKS } from '@/lib/audit/checks';
import { partTakenBack } from '@/lib/audit/taken-back';
import type { Verdict } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import type { Explanation } from '@/lib/explanation/explanation';
import { overlaps } from '@/lib/text/span';

/** What each check found, and every statement that did not hold, with where it is said and what decided. */
export function Statements({
  reading,
  explanation,
}: {
  reading: CaseReading;
  explanation: Explanation;
}) {
  const { claimed } = partTakenBack(explanation.verdicts, explanation.corrections);
  const groups = groupByCheck(claimed);
  if (groups.length === 0) {
    return <p className="text-xs text-ink-2">Nothing that could be checked was said.</p>;
  }
  return (
    <div className="grid grid-cols-1 gap-3">
      {groups.map(({ title, verdicts }) => (
        <section key={title} className="grid gap-2">
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <h4 className="text-xs text-ink-2">{title}</h4>
            <VerdictTally verdicts={verdicts} />
          </div>
          <Faults reading={reading} explanation={explanation} verdicts={verdicts} />
        </section>
      ))}
    </div>
  );
}

function Faults({
  reading,
  explanation,
  verdicts,
}: {
  reading: CaseReading;
  explanation: Explanation;
  verdicts: readonly Verdict[];
}) {
  const { steps, trace } = explanation;
  const faults = faultsOf(verdicts);
  if (faults.length === 0) return null;
  return (
    <Portions items={faults} size={40} what="statements">
      {(shown) => (
        <ul className="grid grid-cols-1 gap-3 border-l-2 border-line pl-3">
          {shown.map((verdict) => {
            const step = steps.findIndex((candidate) => overlaps(candidate, verdict.trace));
            return (
              <VerdictLine
                key={`${verdict.trace.start}-${verdict.trace.end}-${verdict.detail}`}
                text={trace.text}
                verdict={verdict}
                steps={steps}
                from="explanation"
                places={
                  <>
                    {step === -1 ? null : (
                      <StepLink step={step} caseSpans={verdict.case} passages={[verdict.trace]} />
                    )}
                    {verdict.case.map((span) => (
                      <CaseSpanChip
                        key={span.start}
                        reading={reading}
                        span={span}
                        from="explanation"
                      />
                    ))}
                  </>
                }
              />
            );
          })}
        </ul>
      )}
    </Portions>
  );
}

/** Verdicts under the title of the check that gave them, in the checks' order; under its id where a check is gone. */
function groupByCheck(
  verdicts: readonly Verdict[],
): readonly { readonly title: string; readonly verdicts: readonly Verdict[] }[] {
  const ids = new Set([...CHECKS.map(({ id }) => id), ...verdicts.map(({ check }) => check)]);
  return [...ids]
    .map((id) => ({
      title: CHECKS.find((check) => check.id === id)?.title ?? id,
      verdicts: verdicts.filter(({ check }) => check === id),
    }))
    .filter((group) => group.verdicts.length > 0);
}
