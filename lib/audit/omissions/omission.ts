import type { Span } from '@/lib/text/span';

/** Something that the reasoning left unsaid. */
export interface Omission {
  readonly kind: 'finding-not-used' | 'cant-miss-not-mentioned' | 'contradiction-not-addressed';
  /** The finding or the condition, as it is shown. */
  readonly label: string;
  /** Why it is listed and where among the others: abnormal and severe ones come first. */
  readonly detail: string;
  /** The spans of the case that it rests on. */
  readonly case: readonly Span[];
  /** Indices into `CaseReading.findings`. */
  readonly findings: readonly number[];
  /** For a fact of medicine in it. */
  readonly source?: string;
}
