import type { Span } from '@/lib/text/span';

export const OUTCOMES = [
  'supported',
  'contradicted',
  'not-in-case',
  'miscalculated',
  'cannot-tell',
] as const;
export type VerdictOutcome = (typeof OUTCOMES)[number];

/** The outcome of one check on one span of the trace. */
export interface Verdict {
  readonly check: string;
  readonly outcome: VerdictOutcome;
  readonly trace: Span;
  /** The spans of the case that decided. */
  readonly case: readonly Span[];
  /** For a person: what was compared, and which rule decided. */
  readonly detail: string;
  /** Indices into `CaseReading.findings` of the findings that the span was linked to. */
  readonly findings: readonly number[];
}
