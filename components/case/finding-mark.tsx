'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { findingSummary } from '@/components/case/finding-summary';
import type { Segment } from '@/components/case/segments';
import { usePointed, usePointer, usePointing } from '@/components/pointing/use-pointing';
import { classNames } from '@/components/ui/class-names';
import type { CaseReading } from '@/lib/case/case';
import { overlaps } from '@/lib/text/span';

/**
 * The words of the case that findings were read from: a solid line under what is present, a broken one under what is
 * absent. Pressing it lights every step that uses one of them.
 */
export function FindingMark({
  reading,
  segment,
  children,
}: {
  reading: CaseReading;
  segment: Segment;
  /** The words of the segment. */
  children: ReactNode;
}) {
  const pointing = usePointing();
  const target = {
    from: 'case',
    to: 'reasoning',
    caseSpans: [segment],
    findings: segment.findings,
    steps: [],
  } as const;
  const handlers = usePointer(target);
  const lit = usePointed(
    (pointed) => pointed?.caseSpans.some((s) => overlaps(s, segment)) ?? false,
  );
  const pressed = usePointed(
    (_, chosen) =>
      chosen?.from === 'case' && chosen.findings.some((index) => segment.findings.includes(index)),
  );
  const findings = segment.findings.flatMap((index) => reading.findings[index] ?? []);
  const absent = findings.every((finding) => finding.polarity === 'absent');

  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    pointing.choose(target);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a <button> cannot break across lines, and these are words in a sentence
    <span
      role="button"
      tabIndex={0}
      aria-pressed={pressed}
      title={findings.map(findingSummary).join('; ')}
      data-finding={segment.findings.join(' ')}
      data-lit={lit}
      onClick={() => pointing.choose(target)}
      onKeyDown={press}
      {...handlers}
      className={classNames(
        'rounded-sm box-decoration-clone py-0.5 underline decoration-1 underline-offset-4 transition-[background-color] hover:bg-lit',
        absent ? 'decoration-ink-3 decoration-dashed' : 'decoration-ink-2 decoration-solid',
        lit && 'bg-lit decoration-lit-line decoration-2',
        pressed && 'ring-1 ring-lit-line',
      )}
    >
      {children}
    </span>
  );
}
