import type { PhraseMatch } from '@/lib/case/phrases/match-phrases';
import { isTopicKey } from '@/lib/case/places/body-context';
import type { RecognisedFinding } from '@/lib/case/recognise-findings';
import type { Term } from '@/lib/case/terms/terms';
import { covers, overlaps, type Span } from '@/lib/text/span';

/** "Temp" in "temp 36.8" and "pulse" in "pulse 80" name what is measured; what that says of the patient, the value says. */
export function isNameOfMeasured(
  match: PhraseMatch,
  terms: readonly Term[],
  measured: readonly Span[],
): boolean {
  if (measured.length === 0) return false;
  const named = match.positions.filter((position) => {
    const term = terms[position];
    return term !== undefined && measured.some((span) => covers(span, term));
  });
  return (
    named.length > 0 &&
    match.positions.every(
      (position) => named.includes(position) || isContextTerm(match, terms[position]),
    )
  );
}

/** "Serum calcium 9.3": where words share their place with a value that decides the same concept, the value decides it. */
export function withoutNamesOfMeasured(
  stated: readonly RecognisedFinding[],
  measured: readonly RecognisedFinding[],
): RecognisedFinding[] {
  return stated.filter(
    ({ concept, span }) =>
      !measured.some((value) => value.concept === concept && overlaps(value.span, span)),
  );
}

/** The word that makes a quality or site a finding ("pain" in "sharp pain") stays free for the finding it names itself. */
export function isContextTerm(match: PhraseMatch, term: Term | undefined): boolean {
  return match.phrase.concept.within !== undefined && term !== undefined && isTopicKey(term.key);
}
