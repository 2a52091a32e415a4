import type { Verdict } from '@/lib/audit/verdict';
import { covers, type Span } from '@/lib/text/span';

/** A stretch of a step's text that is drawn in one way. */
export interface Piece extends Span {
  /** Index into the citations given. */
  readonly citation?: number;
  readonly verdict?: Verdict;
  /** The model took these words back later. */
  readonly takenBack?: true;
  /** Something points at these words. */
  readonly lit?: true;
}

/** What marks parts of a step's text. */
export interface Marks {
  readonly citations: readonly Span[];
  readonly verdicts: readonly Verdict[];
  readonly takenBack?: readonly Span[];
  readonly lit?: readonly Span[];
}

/**
 * Cuts a span of the trace at everything that marks words in it, in order and without gaps. Where verdicts
 * overlap, one that found fault comes before one that did not, then the narrower.
 */
export function annotate(span: Span, marks: Marks): readonly Piece[] {
  const { citations, verdicts, takenBack = [], lit = [] } = marks;
  const cuts = new Set([span.start, span.end]);
  const judged = verdicts.map((verdict) => verdict.trace);
  for (const mark of [...citations, ...judged, ...takenBack, ...lit]) {
    if (mark.start > span.start && mark.start < span.end) cuts.add(mark.start);
    if (mark.end > span.start && mark.end < span.end) cuts.add(mark.end);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  const ranked = [...verdicts].sort(byWeight);
  const pieces: Piece[] = [];
  for (const [position, start] of ordered.entries()) {
    const end = ordered[position + 1];
    if (end === undefined) break;
    const piece = { start, end };
    const citation = citations.findIndex((candidate) => covers(candidate, piece));
    const verdict = ranked.find((candidate) => covers(candidate.trace, piece));
    pieces.push({
      ...piece,
      ...(citation === -1 ? {} : { citation }),
      ...(verdict === undefined ? {} : { verdict }),
      ...(takenBack.some((mark) => covers(mark, piece)) ? { takenBack: true } : {}),
      ...(lit.some((mark) => covers(mark, piece)) ? { lit: true } : {}),
    });
  }
  return pieces;
}

function byWeight(a: Verdict, b: Verdict): number {
  const fault = Number(a.outcome === 'supported') - Number(b.outcome === 'supported');
  return fault !== 0 ? fault : lengthOf(a.trace) - lengthOf(b.trace);
}

function lengthOf(span: Span): number {
  return span.end - span.start;
}
