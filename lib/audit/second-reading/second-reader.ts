import type { Span } from '@/lib/text/span';

/** One term of the sum: what it is, and by how much it moves a condition against all the others together. */
export interface EvidenceTerm {
  readonly label: string;
  /** Weight of evidence in nats; positive speaks for the condition (Good 1950). */
  readonly weight: number;
  /** Where it stands in the case; absent for the prior. */
  readonly case?: Span;
  /** Index into `CaseReading.findings`; absent for prior, age and sex. */
  readonly finding?: number;
  /** P(finding | condition), and in the mixture of the others. */
  readonly probability?: { readonly inCondition: number; readonly inOthers: number };
  readonly source: string;
}

export interface SecondOpinion {
  /** Id of the condition. */
  readonly condition: string;
  readonly name: string;
  readonly probability: number;
  /** Prior first, then by how much each moves; they sum to the log-odds of `probability`. */
  readonly terms: readonly EvidenceTerm[];
  /** The model's own place for it, from 1, when its differential or answer names it. */
  readonly rankOfModel?: number;
}

/** What exact counting makes of the findings, beside what the model made of them. */
export interface SecondReading {
  /** Most probable first; the rest of the conditions are left out. */
  readonly opinions: readonly SecondOpinion[];
  /** Share of the case's findings that it could use. */
  readonly coverage: number;
  /** What it knows and what it does not, one sentence each. */
  readonly limits: readonly string[];
}
