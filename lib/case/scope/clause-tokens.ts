import type { Term } from '@/lib/case/terms/terms';

/** One term of a sentence as it is written, for rules that go by the word itself. */
export interface ClauseToken {
  /** Lower case, with plain apostrophes. */
  readonly text: string;
  /** Marks between this word and the one before it. */
  readonly before: string;
  /** Marks between this word and the one after it. */
  readonly after: string;
}

/** No scope is longer than this many terms; it also keeps an endless sentence from costing more than its length. */
export const LONGEST_SCOPE = 60;

/** The tokens of one sentence; `text` is what the terms' offsets point into. */
export function clauseTokens(text: string, terms: readonly Term[]): ClauseToken[] {
  return terms.map((term, position) => ({
    text: text.slice(term.start, term.end).toLowerCase().replaceAll('’', "'"),
    before: text.slice(terms[position - 1]?.end ?? Math.max(0, term.start - 1), term.start),
    after: text.slice(term.end, terms[position + 1]?.start ?? term.end + 1),
  }));
}

/** Words with which a new statement begins, so that nothing said before governs what follows. */
export const TURNS =
  /^(?:but|however|although|though|except|yet|whereas|while|because|then|apart|besides|despite|plus|now|instead|otherwise|until|till|unless)$/u;

/** Words that can only be the subject of a new clause. */
export const SUBJECTS = /^(?:i|i'm|im|i've|ive|he|he's|she|she's|we|they|there|patient)$/u;

/** Verbs that state something of their subject. */
export const STATING_VERBS =
  /^(?:has|have|had|having|reports|reported|complains|complained|complaining|describes|described|notes|noted|admits|admitted|endorses|endorsed|presents|presented|developed|develops|is|was|are|were|feels|felt|gets|got|takes|took|states|stated|experiences|experienced|suffers|does|did|says|appears|looks|uses|drinks|smokes|lives|works|came|comes|went|goes|started|starts|began|begins|keeps|kept|woke|wakes|vomited|collapsed|shows|showed)$/u;
