'use client';

import { memo, useRef } from 'react';
import { FindingMark } from '@/components/case/finding-mark';
import { segmentSentence } from '@/components/case/segments';
import { usePointed, useRevealLit } from '@/components/pointing/use-pointing';
import { classNames } from '@/components/ui/class-names';
import { PlainText } from '@/components/ui/plain-text';
import type { CaseReading, NumberedSentence } from '@/lib/case/case';
import { covers, overlaps } from '@/lib/text/span';

/** The narrative as numbered sentences, with what was read out of them marked where it stands. */
export const CaseText = memo(function CaseText({ reading }: { reading: CaseReading }) {
  const list = useRef<HTMLOListElement>(null);
  useRevealLit(list, 'case');
  return (
    <ol ref={list} aria-label="Sentences of the case" className="grid gap-px">
      {reading.sentences.map((sentence, position) => {
        const before = reading.sentences[position - 1];
        const gap = reading.case.text.slice(
          before?.span.end ?? sentence.span.start,
          sentence.span.start,
        );
        return (
          <Sentence
            key={sentence.number}
            reading={reading}
            sentence={sentence}
            opensParagraph={/\n\s*\n/u.test(gap)}
          />
        );
      })}
    </ol>
  );
});

function Sentence({
  reading,
  sentence,
  opensParagraph,
}: {
  reading: CaseReading;
  sentence: NumberedSentence;
  opensParagraph: boolean;
}) {
  const lit = usePointed((target) => {
    if (target === undefined) return 'no';
    if (target.caseSpans.some((span) => covers(span, sentence.span))) return 'whole';
    return target.caseSpans.some((span) => overlaps(span, sentence.span)) ? 'part' : 'no';
  });
  return (
    <li
      id={`sentence-${sentence.number}`}
      data-lit={lit !== 'no'}
      className={classNames(
        'grid grid-cols-[1.75rem_minmax(0,1fr)] rounded-sm border-l-2 py-0.5 pr-1 transition-[background-color,border-color]',
        lit === 'no' ? 'border-transparent' : 'border-lit-line',
        lit === 'whole' && 'bg-lit',
        opensParagraph && 'mt-2.5',
      )}
    >
      <span
        className={classNames(
          'pt-1 pr-2 text-right font-mono text-2xs',
          lit === 'no' ? 'text-ink-3' : 'font-semibold text-accent',
        )}
      >
        {sentence.number}
      </span>
      <span dir="auto" className="leading-7 wrap-anywhere whitespace-pre-line">
        {segmentSentence(sentence.span, reading.findings).map((segment) =>
          segment.findings.length === 0 ? (
            <PlainText
              key={segment.start}
              text={reading.case.text.slice(segment.start, segment.end)}
            />
          ) : (
            <FindingMark key={segment.start} reading={reading} segment={segment} />
          ),
        )}
      </span>
    </li>
  );
}
