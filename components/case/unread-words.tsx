import { PlainText } from '@/components/ui/plain-text';
import { overlaps, type Span, sliceSpan } from '@/lib/text/span';

/** A part of a stretch, and whether it was left unread. */
interface Part extends Span {
  readonly isUnread: boolean;
}

/** Cuts a stretch into what was read and what was not, in order and without gaps; `unread` is ascending and apart. */
export function partsOf(stretch: Span, unread: readonly Span[]): readonly Part[] {
  const parts: Part[] = [];
  let at = stretch.start;
  for (const span of unread) {
    if (!overlaps(span, stretch)) continue;
    const start = Math.max(span.start, stretch.start);
    const end = Math.min(span.end, stretch.end);
    if (start > at) parts.push({ start: at, end: start, isUnread: false });
    if (end > start) parts.push({ start, end, isUnread: true });
    at = end;
  }
  if (at < stretch.end) parts.push({ start: at, end: stretch.end, isUnread: false });
  return parts;
}

/** Words of a case, those that the embedded model does not read dimmed and dotted underneath, and said so aloud. */
export function UnreadWords({
  text,
  stretch,
  unread,
}: {
  text: string;
  stretch: Span;
  unread: readonly Span[];
}) {
  return partsOf(stretch, unread).map((part) => {
    const words = <PlainText key={part.start} text={sliceSpan(text, part)} />;
    if (!part.isUnread) return words;
    return (
      <span
        key={part.start}
        data-unread=""
        title="The embedded model does not read this"
        className="text-ink-2 underline decoration-ink-3 decoration-dotted decoration-2 underline-offset-4"
      >
        <span className="sr-only">not read: </span>
        {words}
        <span className="sr-only"> (end of what is not read)</span>
      </span>
    );
  });
}
