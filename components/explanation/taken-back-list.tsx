import { QuotedText } from '@/components/ui/plain-text';
import { Portions } from '@/components/ui/portions';
import { StepLinks } from '@/components/ui/step-link';
import { VerdictBadge } from '@/components/verdict/verdict-badge';
import { shortened } from '@/components/verdict/verdict-line';
import { partTakenBack } from '@/lib/audit/taken-back';
import type { Explanation } from '@/lib/explanation/explanation';
import { sliceSpan } from '@/lib/text/span';

/** What the model said and took back later: struck through, with where, and what had been found of it. */
export function TakenBackList({ explanation }: { explanation: Explanation }) {
  const { corrections, steps, trace, verdicts } = explanation;
  return (
    <Portions items={corrections} size={40} what="statements">
      {(shown) => (
        <ul className="grid grid-cols-1 gap-2 text-xs">
          {shown.map((correction) => {
            const { takenBack } = partTakenBack(verdicts, [correction]);
            return (
              <li
                key={`${correction.at.start}-${correction.takesBack.start}`}
                className="grid gap-1"
              >
                <p className="wrap-anywhere">
                  <del className="text-ink-2">
                    <QuotedText
                      text={shortened(sliceSpan(trace.text, correction.takesBack).trim())}
                    />
                  </del>
                </p>
                <p className="flex flex-wrap items-center gap-1 text-2xs text-ink-2">
                  said in <StepLinks steps={steps} passages={[correction.takesBack]} /> taken back
                  in <StepLinks steps={steps} passages={[correction.at]} />
                  {takenBack.map((verdict) => (
                    <VerdictBadge
                      key={`${verdict.check}-${verdict.trace.start}-${verdict.trace.end}`}
                      outcome={verdict.outcome}
                    />
                  ))}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </Portions>
  );
}
