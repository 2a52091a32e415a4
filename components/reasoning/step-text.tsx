'use client';

import type { ReactNode } from 'react';
import { usePointed, usePointer } from '@/components/pointing/use-pointing';
import { annotate, type Piece } from '@/components/reasoning/annotate';
import { classNames } from '@/components/ui/class-names';
import { PlainText, plainTitle } from '@/components/ui/plain-text';
import { VERDICT_UNDERLINES, VERDICT_WORDS } from '@/components/verdict/verdict-words';
import type { Verdict } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import type { ExplainedStep } from '@/lib/explanation/explanation';
import { bodyOfStep } from '@/lib/explanation/step-body';
import { overlaps, type Span, sliceSpan } from '@/lib/text/span';

const NONE: readonly Span[] = [];

/** The words of a step as the model wrote them: judged statements underlined, those taken back struck through. */
export function StepText({
  reading,
  text,
  step,
  index,
  verdicts,
  takenBack = NONE,
}: {
  reading: CaseReading;
  text: string;
  step: ExplainedStep;
  index: number;
  verdicts: readonly Verdict[];
  takenBack?: readonly Span[];
}) {
  const lit = useLitPassages(step);
  const pieces = annotate(bodyOfStep(text, step, step.title), {
    citations: step.citations.map((citation) => citation.trace),
    verdicts,
    takenBack,
    lit,
  });
  return (
    <p dir="auto" className="max-w-[75ch] wrap-anywhere whitespace-pre-line">
      {pieces.map((piece) => (
        <MarkedPiece key={piece.start} piece={piece}>
          <PieceText
            reading={reading}
            words={sliceSpan(text, piece)}
            piece={piece}
            step={step}
            index={index}
          />
        </MarkedPiece>
      ))}
    </p>
  );
}

/** The passages of this step that are pointed at; drawn again only when they change. */
function useLitPassages(step: Span): readonly Span[] {
  const lit = usePointed((target) =>
    (target?.passages ?? NONE)
      .filter((span) => overlaps(span, step))
      .map(({ start, end }) => `${start}-${end}`)
      .join(' '),
  );
  if (lit === '') return NONE;
  return lit.split(' ').map((pair) => {
    const [start = 0, end = 0] = pair.split('-').map(Number);
    return { start, end };
  });
}

function MarkedPiece({ piece, children }: { piece: Piece; children: ReactNode }) {
  const lit = piece.lit ? 'rounded-sm bg-lit' : undefined;
  if (piece.takenBack) {
    return <del className={classNames('text-ink-2 decoration-ink-2', lit)}>{children}</del>;
  }
  return lit === undefined ? children : <mark className={`text-ink ${lit}`}>{children}</mark>;
}

function PieceText({
  reading,
  words,
  piece,
  step,
  index,
}: {
  reading: CaseReading;
  words: string;
  piece: Piece;
  step: ExplainedStep;
  index: number;
}) {
  const citation = piece.citation === undefined ? undefined : step.citations[piece.citation];
  if (citation !== undefined) {
    return <InlineCitation words={words} {...(citation.case ? { span: citation.case } : {})} />;
  }
  if (piece.verdict === undefined || !/[\p{L}\p{N}]/u.test(words)) {
    return <PlainText text={words} />;
  }
  return <JudgedWords reading={reading} words={words} verdict={piece.verdict} step={index} />;
}

/** Repeats for the pointer what the chips under the step do for everyone, so it takes no focus of its own. */
function InlineCitation({ words, span }: { words: string; span?: Span }) {
  const handlers = usePointer({
    from: 'reasoning',
    to: 'case',
    caseSpans: span === undefined ? [] : [span],
    findings: [],
    steps: [],
  });
  return (
    <span
      onPointerEnter={handlers.onPointerEnter}
      onPointerLeave={handlers.onPointerLeave}
      className={classNames(
        'mx-px rounded-sm px-0.5 font-mono text-2xs hover:bg-lit',
        span === undefined ? 'bg-contradicted-bg text-contradicted' : 'bg-sunken text-ink-2',
      )}
    >
      <PlainText text={words} />
    </span>
  );
}

function JudgedWords({
  reading,
  words,
  verdict,
  step,
}: {
  reading: CaseReading;
  words: string;
  verdict: Verdict;
  step: number;
}) {
  const handlers = usePointer({
    from: 'reasoning',
    to: 'case',
    caseSpans:
      verdict.case.length > 0
        ? verdict.case
        : verdict.findings.flatMap((index) => reading.findings[index]?.span ?? []),
    findings: [],
    steps: [step],
  });
  const bare = words.trim();
  const at = words.indexOf(bare);
  return (
    <>
      {words.slice(0, at)}
      <span
        title={plainTitle(`${VERDICT_WORDS[verdict.outcome]}: ${verdict.detail}`)}
        onPointerEnter={handlers.onPointerEnter}
        onPointerLeave={handlers.onPointerLeave}
        className={classNames(
          'underline decoration-1 underline-offset-4',
          VERDICT_UNDERLINES[verdict.outcome],
        )}
      >
        <PlainText text={bare} />
      </span>
      {words.slice(at + bare.length)}
    </>
  );
}
