import type { Span } from '@/lib/text/span';

const PART_END =
  /[,;:()–—]|\b(?:and|but|who|which|where|while|along with|alongside|followed by|as well as)\b/giu;

/** The part of a sentence that `span` stands in: up to the nearest comma or joining word on either side. */
export function partAround(text: string, span: Span): Span {
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(PART_END)) {
    if (index + mark.length <= span.start) start = index + mark.length;
    else if (index >= span.end) return { start, end: index };
  }
  return { start, end: text.length };
}
