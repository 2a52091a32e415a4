import type { Span } from '@/lib/text/span';

/** The last characters of the steps so far, so that each stands as far from the end as in the trace. */
export interface Passage {
  /** What stands before a step, up to `length` characters; then the step itself is added. */
  before(step: Span, text: string): string;
}

/** Begins to keep the last `length` characters. */
export function createPassage(length: number): Passage {
  let kept = '';
  let end = 0;
  return {
    before(step, text) {
      const gap = Math.max(0, Math.min(length, step.start - end));
      const before = `${kept}${' '.repeat(gap)}`.slice(-length);
      kept = `${before}${text.slice(-length)}`.slice(-length);
      end = step.end;
      return before;
    },
  };
}
