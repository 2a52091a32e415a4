import type { ReactNode } from 'react';
import { CaseSpanChip } from '@/components/case/case-chip';
import type { PointingSide } from '@/components/pointing/pointing';
import { VerdictBadge } from '@/components/verdict/verdict-badge';
import type { Verdict } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import { sliceSpan } from '@/lib/text/span';

/** One verdict with the words that were judged, why, and the places of the case that decided. */
export function VerdictLine({
  reading,
  text,
  verdict,
  from,
  step,
}: {
  reading: CaseReading;
  text: string;
  verdict: Verdict;
  from: PointingSide;
  /** What leads to the step where it is said. */
  step?: ReactNode;
}) {
  return (
    <li tabIndex={-1} data-fault-line="" className="grid gap-1 text-xs">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <VerdictBadge outcome={verdict.outcome} />
        <q className="min-w-0 font-medium break-words">{sliceSpan(text, verdict.trace).trim()}</q>
      </div>
      <p className="text-ink-2">{verdict.detail}</p>
      {step === undefined && verdict.case.length === 0 ? null : (
        <div className="flex flex-wrap gap-1">
          {step}
          {verdict.case.map((span) => (
            <CaseSpanChip key={span.start} reading={reading} span={span} from={from} />
          ))}
        </div>
      )}
    </li>
  );
}
