import { OMISSION_TITLES } from '@/components/explanation/omission-words';
import { PlainText, QuotedText } from '@/components/ui/plain-text';
import { stepsOf } from '@/components/ui/step-link';
import type { Explanation } from '@/lib/explanation/explanation';
import { type Span, sliceSpan } from '@/lib/text/span';

/** Numbers of the steps that hold a passage, in words. */
export function stepWords(steps: readonly Span[], passages: readonly Span[]): string {
  const numbers = stepsOf(steps, passages).map((index) => index + 1);
  return numbers.length === 0 ? 'outside the steps' : `step ${numbers.join(', ')}`;
}

/** What the model said and withdrew. */
export function PrintedTakenBack({ explanation }: { explanation: Explanation }) {
  const { corrections, steps, trace } = explanation;
  return (
    <ul className="list-disc pl-5">
      {corrections.map(({ at, takesBack }) => (
        <li key={`${at.start}-${takesBack.start}`}>
          <del>
            <QuotedText text={sliceSpan(trace.text, takesBack).trim()} />
          </del>{' '}
          ({stepWords(steps, [takesBack])}; taken back in {stepWords(steps, [at])})
        </li>
      ))}
    </ul>
  );
}

/** What was not said: by kind, then every finding that no step used. */
export function PrintedUnsaid({ explanation }: { explanation: Explanation }) {
  const { omissions, unused, findings } = explanation;
  return (
    <>
      {OMISSION_TITLES.map(([kind, title]) => {
        const listed = omissions.filter((omission) => omission.kind === kind);
        if (listed.length === 0) return null;
        return (
          <div key={kind} className="mb-1">
            <h3 className="font-semibold">{title}</h3>
            <ul className="list-disc pl-5">
              {listed.map((omission) => (
                <li key={`${omission.label}-${omission.detail}`} className="break-inside-avoid">
                  <PlainText text={`${omission.label}. ${omission.detail}`} />
                  {omission.source === undefined ? null : ` (${omission.source})`}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <p>
        Findings not used in any step:{' '}
        {unused.length === 0
          ? 'none'
          : unused.flatMap((index) => findings[index]?.label ?? []).join('; ')}
        .
      </p>
    </>
  );
}
