import type { Span } from '@/lib/text/span';

export const OUTCOMES = [
  'supported',
  'contradicted',
  'not-in-case',
  'miscalculated',
  'cannot-tell',
] as const;
export type VerdictOutcome = (typeof OUTCOMES)[number];

/** A number that entered a recomputation, where it was read, and what it was taken for. */
export interface WorkingInput {
  readonly name: string;
  readonly value: number;
  /** UCUM unit; absent for a pure number. */
  readonly unit?: string;
  /** Where it stands; absent for a constant of the formula. */
  readonly from?: Span & { readonly text: 'case' | 'trace' };
}

/** How a number was recomputed, so that a person can do it again. */
export interface Working {
  /** What was computed: "Anion gap", "Percentage". */
  readonly title: string;
  /** With the numbers filled in: "135 − (103 + 25) = 7". */
  readonly expression: string;
  readonly inputs: readonly WorkingInput[];
  readonly result: number;
  readonly stated: number;
  readonly unit?: string;
  /** How far stated and recomputed may be apart, in words. */
  readonly tolerance: string;
  /** Of the formula; absent for plain arithmetic. */
  readonly source?: string;
}

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
  readonly working?: Working;
}
