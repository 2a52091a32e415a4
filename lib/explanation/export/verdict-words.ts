import type { VerdictOutcome } from '@/lib/audit/verdict';

/** What each outcome is called in a document. */
export const VERDICT_WORDS: Readonly<Record<VerdictOutcome, string>> = {
  supported: 'Supported',
  contradicted: 'Contradicted',
  'not-in-case': 'Not in the case',
  miscalculated: 'Miscalculated',
  'cannot-tell': 'Cannot tell',
};
