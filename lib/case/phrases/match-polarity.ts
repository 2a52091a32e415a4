import type { Polarity } from '@/lib/case/case';
import type { PhraseMatch } from '@/lib/case/phrases/match-phrases';
import type { RecognisedFinding } from '@/lib/case/recognise-findings';
import type { Scopes } from '@/lib/case/scope/scope';
import { type Term, wordsBetween } from '@/lib/case/terms/terms';

/** The finding that a match states, present or absent as the negators of its sentence make it. */
export function findingOf(
  match: PhraseMatch,
  text: string,
  terms: readonly Term[],
  scopes: Scopes,
): RecognisedFinding {
  const own = new Set(match.positions);
  const negated = match.positions.some((position) => {
    const negators = (scopes.negatedBy[position] ?? []).filter((negator) => !own.has(negator));
    return negators.length % 2 === 1 && reverses(match, negators, text, terms);
  });
  const polarity = negated ? opposite(match.phrase.polarity) : match.phrase.polarity;
  const first = terms[match.positions[0] ?? 0];
  const last = terms[match.positions.at(-1) ?? 0];
  const concept = match.phrase.concept;
  return {
    concept: concept.id,
    label: polarity === 'present' ? concept.label : concept.absentLabel,
    polarity,
    span: { start: first?.start ?? 0, end: last?.end ?? 0 },
  };
}

/** So many words may stand between a negator and the wording of absence that it turns round ("not at all afebrile"). */
const LARGEST_REVERSAL_GAP = 3;

/**
 * Whether negators turn a match into its opposite. A wording of absence in a negated list ("no dyspnoea, chest clear") states
 * absence as the rest of the list does; only a negator of its own reverses it ("the chest is not clear").
 */
function reverses(
  match: PhraseMatch,
  negators: readonly number[],
  text: string,
  terms: readonly Term[],
): boolean {
  if (match.phrase.polarity === 'present') return true;
  const last = match.positions.at(-1) ?? 0;
  return negators.some((negator) => {
    if (wordsBetween(terms, negator, last) > LARGEST_REVERSAL_GAP) return false;
    return !/[,;:]|\b(?:and|or)\b/u.test(
      text.slice(terms[negator]?.end ?? 0, terms[last]?.start ?? 0),
    );
  });
}

function opposite(polarity: Polarity): Polarity {
  return polarity === 'present' ? 'absent' : 'present';
}
