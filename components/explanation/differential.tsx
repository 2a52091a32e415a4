import { CaseSpanChip } from '@/components/case/case-chip';
import { QuotedText } from '@/components/ui/plain-text';
import { ProbabilityBar } from '@/components/ui/probability';
import type { CaseReading } from '@/lib/case/case';
import type { ExplainedDiagnosis } from '@/lib/explanation/explanation';
import type { Span } from '@/lib/text/span';

/** The ranked diagnoses, each with what speaks for it and against it in the case. */
export function Differential({
  reading,
  differential,
}: {
  reading: CaseReading;
  differential: readonly ExplainedDiagnosis[];
}) {
  if (differential.length === 0) {
    return <p className="text-xs text-ink-2">The model gave no differential.</p>;
  }
  return (
    <ol className="grid">
      {differential.map((diagnosis, position) => (
        <li
          key={diagnosis.trace.start}
          className="grid grid-cols-[1.5rem_minmax(0,1fr)] border-t border-line py-2 first:border-t-0 first:pt-0"
        >
          <span className="font-mono text-xs leading-6 text-ink-3">{position + 1}</span>
          <div className="grid gap-1">
            <div className="flex flex-wrap items-center justify-between gap-x-3">
              <h4 className="min-w-0 font-medium wrap-anywhere">
                <QuotedText text={diagnosis.name} />
              </h4>
              {diagnosis.probability === undefined ? null : (
                <span className="ml-auto">
                  <ProbabilityBar probability={diagnosis.probability} />
                </span>
              )}
            </div>
            <Side reading={reading} word="For" spans={diagnosis.for} />
            <Side reading={reading} word="Against" spans={diagnosis.against} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Side({
  reading,
  word,
  spans,
}: {
  reading: CaseReading;
  word: string;
  spans: readonly Span[];
}) {
  return (
    <div className="grid grid-cols-[3.75rem_minmax(0,1fr)] items-baseline text-2xs">
      <span className="text-ink-3">{word}</span>
      {spans.length === 0 ? (
        <span className="text-ink-3">nothing cited</span>
      ) : (
        <ul className="flex flex-wrap gap-1">
          {spans.map((span) => (
            <li key={span.start} className="max-w-full">
              <CaseSpanChip reading={reading} span={span} from="explanation" />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
