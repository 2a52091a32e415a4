import type { ReactNode } from 'react';
import type { PointingSide } from '@/components/pointing/pointing';
import { PlainText, QuotedText } from '@/components/ui/plain-text';
import { VerdictBadge } from '@/components/verdict/verdict-badge';
import { WorkingView } from '@/components/verdict/working-view';
import type { Verdict } from '@/lib/audit/verdict';
import { type Span, sliceSpan } from '@/lib/text/span';

/** One verdict: how it came out, the words that were judged, why, how it was computed, and what it is about. */
export function VerdictLine({
  text,
  verdict,
  steps,
  from,
  places,
}: {
  text: string;
  verdict: Verdict;
  steps: readonly Span[];
  from: PointingSide;
  places?: ReactNode;
}) {
  const words = sliceSpan(text, verdict.trace).trim();
  return (
    <li tabIndex={-1} data-fault-line="" className="grid grid-cols-1 gap-1 text-xs">
      <div className="flex flex-wrap items-start gap-x-2 gap-y-0.5">
        <VerdictBadge outcome={verdict.outcome} />
        <p className="min-w-0 grow basis-64 pt-0.5 wrap-anywhere text-ink-2">
          {words === '' ? null : (
            <q className="font-medium text-ink">
              <QuotedText text={shortened(words)} />
            </q>
          )}{' '}
          <PlainText text={verdict.detail} />
        </p>
      </div>
      {verdict.working === undefined ? null : (
        <WorkingView working={verdict.working} steps={steps} from={from} />
      )}
      {places === undefined ? null : <div className="flex flex-wrap gap-1">{places}</div>}
    </li>
  );
}

const LONGEST_QUOTE = 160;

/** A quote that would fill the pane is cut; the words themselves stand in the step. */
export function shortened(words: string): string {
  return words.length <= LONGEST_QUOTE ? words : `${words.slice(0, LONGEST_QUOTE).trimEnd()}…`;
}
