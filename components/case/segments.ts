import type { Finding } from '@/lib/case/case';
import { overlaps, type Span } from '@/lib/text/span';

/** A stretch of a sentence: plain text, or one that findings were read from. */
export interface Segment extends Span {
  /** Indices into the findings; empty for plain text. */
  readonly findings: readonly number[];
}

/**
 * Cuts a sentence into plain stretches and stretches with findings, in order and without gaps. Findings that overlap
 * share one stretch, so that none hides another.
 */
export function segmentSentence(sentence: Span, findings: readonly Finding[]): readonly Segment[] {
  const segments: Segment[] = [];
  let at = sentence.start;
  for (const group of groupsWithin(sentence, findings)) {
    if (group.start > at) segments.push({ start: at, end: group.start, findings: [] });
    segments.push(group);
    at = group.end;
  }
  if (at < sentence.end) segments.push({ start: at, end: sentence.end, findings: [] });
  return segments;
}

function groupsWithin(sentence: Span, findings: readonly Finding[]): readonly Segment[] {
  const clipped = findings
    .map((finding, index) => ({ span: clip(finding.span, sentence), index }))
    .filter(({ span }) => span.start < span.end)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const groups: Segment[] = [];
  for (const { span, index } of clipped) {
    const last = groups.at(-1);
    if (last !== undefined && overlaps(last, span)) {
      groups[groups.length - 1] = {
        start: last.start,
        end: Math.max(last.end, span.end),
        findings: [...last.findings, index],
      };
    } else {
      groups.push({ ...span, findings: [index] });
    }
  }
  return groups;
}

function clip(span: Span, within: Span): Span {
  return { start: Math.max(span.start, within.start), end: Math.min(span.end, within.end) };
}
