import { clauseTokens } from '@/lib/case/scope/clause-tokens';
import { hypotheticalTerms } from '@/lib/case/scope/hypothesis-scope';
import { negatorsOf } from '@/lib/case/scope/negation-scope';
import { relativeTerms } from '@/lib/case/scope/relative-scope';
import { resolvedTerms } from '@/lib/case/scope/resolved-scope';
import type { Term } from '@/lib/case/terms/terms';

/** What a sentence says about the standing of each of its terms. */
export interface Scopes {
  /** Positions of the negating terms whose scope covers a term, by term position. */
  readonly negatedBy: readonly (readonly number[])[];
  /** Whether the term is spoken of as possible, to be excluded or conditional, and so is no fact. */
  readonly hypothetical: readonly boolean[];
  /** Positions of the terms that say that the term is over ("no longer", "has gone"). */
  readonly overBy: readonly (readonly number[])[];
  /** Positions of the words for a relative of whom the term is said. */
  readonly saidOf: readonly (readonly number[])[];
}

/**
 * Reads negation, hypothesis, resolution and family scopes of one sentence; `text` is what the terms' offsets point into, and `patient` the
 * word for the relative whom the text is about, where a relative tells it.
 */
export function readScopes(
  text: string,
  terms: readonly Term[],
  patient: string | undefined,
): Scopes {
  const tokens = clauseTokens(text, terms);
  return {
    negatedBy: negatorsOf(tokens),
    hypothetical: hypotheticalTerms(tokens),
    overBy: resolvedTerms(tokens),
    saidOf: relativeTerms(tokens, patient),
  };
}
