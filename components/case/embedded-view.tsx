import type { ReactNode } from 'react';
import { UnreadWords } from '@/components/case/unread-words';
import type { CaseReading } from '@/lib/case/case';
import { type CaseCoverage, caseCoverage } from '@/lib/case/coverage';
import { UNDECIDED_ANSWERS, undecidedFor } from '@/lib/engine/prompt/undecided';
import { undecidedReason } from '@/lib/explanation/undecided-reason';
import type { Span } from '@/lib/text/span';

/** What is known, before it runs, of how the embedded model will take a case. */
export interface EmbeddedView {
  readonly coverage: CaseCoverage;
  /** Why it will give no diagnosis; absent where it will. */
  readonly undecided?: string;
  /** Words of the case with those marked that it does not read. */
  readonly words: (stretch: Span) => ReactNode;
}

/** How the embedded model will take a case. Knows the vocabulary, so it is imported when it is needed. */
export function embeddedViewOf(reading: CaseReading): EmbeddedView {
  const coverage = caseCoverage(reading);
  const undecided = undecidedFor(reading);
  const reason =
    undecided === undefined ? undefined : undecidedReason(UNDECIDED_ANSWERS[undecided]);
  return {
    coverage,
    ...(reason === undefined ? {} : { undecided: reason }),
    words: (stretch) => (
      <UnreadWords text={reading.case.text} stretch={stretch} unread={coverage.unread} />
    ),
  };
}
