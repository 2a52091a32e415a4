import type { ReactNode } from 'react';
import { VerdictBadge } from '@/components/verdict/verdict-badge';
import type { Verdict } from '@/lib/audit/verdict';
import { sliceSpan } from '@/lib/text/span';

/** One verdict: how it came out, the words that were judged, why, and what leads to the places that it is about. */
export function VerdictLine({
  text,
  verdict,
  places,
}: {
  text: string;
  verdict: Verdict;
  places?: ReactNode;
}) {
  const words = sliceSpan(text, verdict.trace).trim();
  return (
    <li tabIndex={-1} data-fault-line="" className="grid gap-1 text-xs">
      <div className="flex flex-wrap items-start gap-x-2 gap-y-0.5">
        <VerdictBadge outcome={verdict.outcome} />
        <p className="min-w-0 grow basis-64 pt-0.5 wrap-anywhere text-ink-2">
          {words === '' ? null : <q className="font-medium text-ink">{shortened(words)}</q>}{' '}
          {verdict.detail}
        </p>
      </div>
      {places === undefined ? null : <div className="flex flex-wrap gap-1">{places}</div>}
    </li>
  );
}

const LONGEST_QUOTE = 160;

/** A quote that would fill the pane is cut; the words themselves stand in the step. */
function shortened(words: string): string {
  return words.length <= LONGEST_QUOTE ? words : `${words.slice(0, LONGEST_QUOTE).trimEnd()}…`;
}
