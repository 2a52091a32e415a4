'use client';

import { Fragment, memo } from 'react';
import { findingSummary } from '@/components/case/finding-summary';
import { findingsAt } from '@/components/case/findings-at';
import type { PointingSide } from '@/components/pointing/pointing';
import { PointingChip } from '@/components/ui/chip';
import { plainTitle, QuotedText } from '@/components/ui/plain-text';
import type { CaseReading } from '@/lib/case/case';
import { overlaps, type Span, sliceSpan } from '@/lib/text/span';

/** A chip for one finding of the case: its sign, its name and the sentence it stands in. */
export const FindingChip = memo(function FindingChip({
  reading,
  finding: index,
  from,
}: {
  reading: CaseReading;
  finding: number;
  from: PointingSide;
}) {
  const finding = reading.findings[index];
  if (finding === undefined) return null;
  return (
    <PointingChip
      target={{ from, to: 'case', caseSpans: [finding.span], findings: [], steps: [] }}
      title={`${findingSummary(finding)}, sentence ${finding.sentence}`}
    >
      <Sign absent={finding.polarity === 'absent'} />
      <span className="truncate text-ink">{finding.label}</span>
      <SentenceNumber number={finding.sentence} />
    </PointingChip>
  );
});

/** A chip for a span of the case: the findings that have this very span, or else those in it, or else its first words. */
export const CaseSpanChip = memo(function CaseSpanChip({
  reading,
  span,
  from,
}: {
  reading: CaseReading;
  span: Span;
  from: PointingSide;
}) {
  const sentence = reading.sentences.find((candidate) => overlaps(candidate.span, span));
  const findings = findingsAt(reading, span);
  const words = sliceSpan(reading.case.text, span);
  return (
    <PointingChip
      target={{ from, to: 'case', caseSpans: [span], findings: [], steps: [] }}
      title={plainTitle(words)}
    >
      <span className="line-clamp-2 py-0.5 text-ink">
        {findings.length === 0 ? (
          <QuotedText text={words} />
        ) : (
          findings.map(({ concept, span: { start }, polarity, label }, position) => (
            <Fragment key={`${concept}-${start}`}>
              {position === 0 ? null : ', '}
              <Sign absent={polarity === 'absent'} /> {label}
            </Fragment>
          ))
        )}
      </span>
      {sentence === undefined ? null : <SentenceNumber number={sentence.number} />}
    </PointingChip>
  );
});

/** A chip for a cited sentence; it says so where the case has no sentence of that number. */
export function SentenceChip({
  sentence,
  span,
  from,
}: {
  sentence: number;
  span: Span | undefined;
  from: PointingSide;
}) {
  return (
    <PointingChip
      target={{
        from,
        to: 'case',
        caseSpans: span === undefined ? [] : [span],
        findings: [],
        steps: [],
      }}
      broken={span === undefined}
      title={span === undefined ? 'The case has no sentence of this number.' : undefined}
    >
      {span === undefined ? `no sentence ${sentence}` : `sentence ${sentence}`}
    </PointingChip>
  );
}

function Sign({ absent }: { absent: boolean }) {
  return (
    <span className="font-mono text-ink-3">
      <span aria-hidden="true">{absent ? '−' : '+'}</span>
      <span className="sr-only">{absent ? 'absent:' : 'present:'}</span>
    </span>
  );
}

function SentenceNumber({ number }: { number: number }) {
  return (
    <span className="rounded-sm bg-sunken px-1 font-mono text-ink-2">
      <span className="sr-only">sentence </span>
      {number}
    </span>
  );
}
