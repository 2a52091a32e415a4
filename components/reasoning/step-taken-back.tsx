'use client';

import { Icon } from '@/components/ui/icon';
import { QuotedText } from '@/components/ui/plain-text';
import { StepLinks } from '@/components/ui/step-link';
import { shortened } from '@/components/verdict/verdict-line';
import { VERDICT_WORDS } from '@/components/verdict/verdict-words';
import type { Verdict } from '@/lib/audit/verdict';
import { overlaps, type Span, sliceSpan } from '@/lib/text/span';
import type { Correction } from '@/lib/trace/trace';

/** What of this step the model took back later, and what it takes back here; each with a link to the other end. */
export function TakenBack({
  text,
  step,
  steps,
  corrections,
  verdicts,
}: {
  text: string;
  step: Span;
  steps: readonly Span[];
  corrections: readonly Correction[];
  /** Those on statements that were taken back; they are not counted. */
  verdicts: readonly Verdict[];
}) {
  if (corrections.length === 0) return null;
  return (
    <ul aria-label="Taken back" className="grid gap-1 border-l-2 border-line-strong pl-2 text-xs">
      {corrections.map((correction) => {
        const here = overlaps(correction.takesBack, step);
        return (
          <li
            key={`${correction.at.start}-${correction.takesBack.start}`}
            className="flex flex-wrap items-baseline gap-x-1.5 gap-y-0.5 text-ink-2"
          >
            <span className="inline-flex items-center gap-1 font-medium whitespace-nowrap">
              <Icon name="back" size={12} /> {here ? 'Taken back' : 'Takes back'}
            </span>
            <q className="min-w-0 wrap-anywhere">
              <QuotedText text={shortened(sliceSpan(text, correction.takesBack).trim())} />
            </q>
            <span className="inline-flex items-baseline gap-1">
              {here ? 'by' : 'of'}
              <StepLinks
                steps={steps}
                passages={[here ? correction.at : correction.takesBack]}
                from="reasoning"
              />
            </span>
          </li>
        );
      })}
      {verdicts.length === 0 ? null : (
        <li className="text-2xs text-ink-3">
          Checked before it was taken back, and not counted:{' '}
          {verdicts.map((verdict) => VERDICT_WORDS[verdict.outcome].toLowerCase()).join(', ')}.
        </li>
      )}
    </ul>
  );
}
