import type { Span } from '@/lib/text/span';

/** One thing that a framework of clinical reasoning asks for. */
export interface RubricElement {
  /** Stable. */
  readonly id: string;
  readonly title: string;
  readonly standing: 'there' | 'missing' | 'cannot-tell';
  /** Where in the trace it was found. */
  readonly trace: readonly Span[];
  /** What was looked for, and what was found. */
  readonly detail: string;
}

/** An explanation laid against one framework. There is no overall score. */
export interface Rubric {
  /** Stable. */
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly elements: readonly RubricElement[];
}
