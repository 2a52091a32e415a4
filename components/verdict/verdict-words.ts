import type { VerdictOutcome } from '@/lib/audit/verdict';

/** What each outcome is called on screen and on paper. */
export const VERDICT_WORDS: Record<VerdictOutcome, string> = {
  supported: 'Supported',
  contradicted: 'Contradicted',
  'not-in-case': 'Not in the case',
  miscalculated: 'Miscalculated',
  'cannot-tell': 'Cannot tell',
};

/** Text and background of each outcome. */
export const VERDICT_COLOURS: Record<VerdictOutcome, string> = {
  supported: 'text-supported bg-supported-bg',
  contradicted: 'text-contradicted bg-contradicted-bg',
  'not-in-case': 'text-not-in-case bg-not-in-case-bg',
  miscalculated: 'text-miscalculated bg-miscalculated-bg',
  'cannot-tell': 'text-cannot-tell bg-cannot-tell-bg',
};

/** The line under a statement; its form differs as well as its colour. */
export const VERDICT_UNDERLINES: Record<VerdictOutcome, string> = {
  supported: 'decoration-supported/60 decoration-solid',
  contradicted: 'decoration-contradicted decoration-wavy',
  'not-in-case': 'decoration-not-in-case decoration-dashed',
  miscalculated: 'decoration-miscalculated decoration-double',
  'cannot-tell': 'decoration-cannot-tell decoration-dotted',
};
