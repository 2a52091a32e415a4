import type { Omission } from '@/lib/audit/omissions/omission';

/** The kinds of what was left unsaid, in the order in which they are shown, with their headings. */
export const OMISSION_TITLES: readonly (readonly [Omission['kind'], string])[] = [
  ['cant-miss-not-mentioned', 'Not to be missed, and never mentioned'],
  ['contradiction-not-addressed', 'Speaks against the answer, and not addressed'],
  ['finding-not-used', 'Findings that no step used'],
];
