'use client';

import { Fragment, memo, type ReactNode, useRef } from 'react';
import { FindingMark } from '@/components/case/finding-mark';
import { segmentSentence } from '@/components/case/segments';
import { usePointed, useRevealLit } from '@/components/pointing/use-pointing';
import { classNames } from '@/components/ui/class-names';
import { PlainText } from '@/components/ui/plain-text';
import type { CaseReading, NumberedSentence } from '@/lib/case/case';
import { covers, overlaps, type Span, sliceSpan } from '@/lib/text/span';

type DrawWords = (stretch: Span) => ReactNode;

/** The narrative as numbered sentences, with what was read out of them marked where it stands. */
export const CaseText = memo(function CaseText({
  reading,
  words,
}: {
  reading: CaseReading;
  /** How words of the case are drawn, where not plainly. */
  words?: DrawWords | undefined;
}) {
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
            words={words}
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
  words,
  opensParagraph,
}: {
  reading: CaseReading;
  sentence: NumberedSentence;
  words: DrawWords | undefined;
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
        {segmentSentence(sentence.span, reading.findings).map((segment) => {
          const drawn = words?.(segment) ?? (
            <PlainText text={sliceSpan(reading.case.text, segment)} />
          );
          return segment.findings.length === 0 ? (
            <Fragment key={segment.start}>{drawn}</Fragment>
          ) : (
            <FindingMark key={segment.start} reading={reading} segment={segment}>
              {drawn}
            </FindingMark>
          );
        })}
      </span>
    </li>
  );
}
