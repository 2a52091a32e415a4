import { matchesOf } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';

const PART_END =
  /[,;:()–—]|\b(?:and|but|who|which|where|while|along with|alongside|followed by|as well as)\b/gi;

/** The part of a sentence that `span` stands in: up to the nearest comma or joining word on either side. */
export function partAround(text: string, span: Span): Span {
  let start = 0;
  for (const { index, 0: mark } of matchesOf(PART_END, text)) {
    if (index + mark.length <= span.start) start = index + mark.length;
    else if (index >= span.end) return { start, end: index };
  }
  return { start, end: text.length };
}

/** So long are the pieces in which a text is read that may be one line of a megabyte. UTF-16 code units. */
const LONGEST_PIECE = 1500;

/**
 * Cuts the part of `text` inside `span` into pieces of at most `longest` UTF-16 code units, at white space where there is any,
 * so that what is worked out for each pair of words in a piece stays bounded however long a line is.
 */
export function piecesOf(text: string, span: Span, longest = LONGEST_PIECE): readonly Span[] {
  const pieces: Span[] = [];
  let { start } = span;
  while (span.end - start > longest) {
    const space = text.lastIndexOf(' ', start + longest);
    const end = space > start ? space : start + longest;
    pieces.push({ start, end });
    start = end;
  }
  if (start < span.end) pieces.push({ start, end: span.end });
  return pieces;
}
