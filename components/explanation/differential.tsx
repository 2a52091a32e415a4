import { CaseSpanChip } from '@/components/case/case-chip';
import { QuotedText } from '@/components/ui/plain-text';
import { ProbabilityBar } from '@/components/ui/probability';
import type { CaseReading } from '@/lib/case/case';
import type { ExplainedDiagnosis } from '@/lib/explanation/explanation';
import { partDifferential } from '@/lib/explanation/part-differential';
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
  const { weighed, named } = partDifferential(differential);
  return (
    <ol className="grid">
      {weighed.map((diagnosis, position) => (
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
      {named.length === 0 ? null : (
        <li className="border-t border-line py-2 first:border-t-0 first:pt-0">
          <span className="text-2xs text-ink-3">
            {weighed.length === 0 ? 'Named, nothing cited' : 'Also named, nothing cited'}
          </span>
          <ol start={weighed.length + 1} className="flex flex-wrap gap-x-4">
            {named.map((diagnosis, position) => (
              <li key={diagnosis.trace.start} className="flex min-w-0 items-baseline gap-x-1.5">
                <span className="font-mono text-xs text-ink-3">
                  {weighed.length + position + 1}
                </span>
                <span className="min-w-0 wrap-anywhere">
                  <QuotedText text={diagnosis.name} />
                </span>
              </li>
            ))}
          </ol>
        </li>
      )}
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
            <li key={`${span.start}-${span.end}`} className="max-w-full">
              <CaseSpanChip reading={reading} span={span} from="explanation" />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
