import type { Span } from '@/lib/text/span';

/** Large enough that a step touches few blocks, small enough that joining two costs nothing. UTF-16 code units. */
const BLOCK = 4096;

/** A growing text of which any part can be had without touching the rest. */
export interface TextLog {
  append(text: string): void;
  /** The part inside the span, at a cost that depends on its length alone. */
  slice(span: Span): string;
}

/**
 * Keeps a growing text in blocks. A plain string that grows by concatenation is laid out anew, whole, whenever a part of it
 * is taken, so that taking each step of a long run would cost the square of its length.
 */
export function createTextLog(): TextLog {
  const blocks: string[] = [];
  let open = '';
  return {
    append(text) {
      open += text;
      while (open.length >= BLOCK) {
        blocks.push(open.slice(0, BLOCK));
        open = open.slice(BLOCK);
      }
    },
    slice({ start, end }) {
      const first = Math.floor(start / BLOCK);
      const last = Math.floor(end / BLOCK);
      let text = '';
      for (let index = first; index <= last; index += 1) {
        text += blocks[index] ?? (index === blocks.length ? open : '');
      }
      return text.slice(start - first * BLOCK, end - first * BLOCK);
    },
  };
}
