import { INTENSITIES } from '@/lib/case/measurements/pain-degrees';
import type { PhraseMatch } from '@/lib/case/phrases/match-phrases';
import { isSite } from '@/lib/case/phrases/phrase-drafts';
import type { SentenceTerms, TopicMention } from '@/lib/case/places/body-topics';
import { topicAt } from '@/lib/case/places/site-topics';
import type { Scopes } from '@/lib/case/scope/scope';
import { wordsBetween } from '@/lib/case/terms/terms';

const INTENSITY: ReadonlySet<string> = new Set(INTENSITIES);

/** "Chest" fits the upper chest, the lower and the back of it alike, and so names none of them. */
export function withoutAmbiguousSites(matches: readonly PhraseMatch[]): PhraseMatch[] {
  const conceptsByPlace = new Map<string, Set<string>>();
  const placeOf = (match: PhraseMatch): string | undefined =>
    match.phrase.concept.within === undefined || match.coverage === 1
      ? undefined
      : `${match.phrase.concept.within} ${match.positions.join(' ')}`;
  for (const match of matches) {
    const place = placeOf(match);
    if (place === undefined) continue;
    const concepts = conceptsByPlace.get(place);
    if (concepts === undefined) conceptsByPlace.set(place, new Set([match.phrase.concept.id]));
    else concepts.add(match.phrase.concept.id);
  }
  return matches.filter((match) => (conceptsByPlace.get(placeOf(match) ?? '')?.size ?? 1) <= 1);
}

/**
 * Whether the sentence puts the pain, rash or swelling at this site: "pain in the jaw", "the ankles look swollen". A name made of
 * both ("jaw pain") puts it there too, unless DDXPlus asks for just that as a finding of its own.
 */
export function isPlaced(
  match: PhraseMatch,
  sentence: SentenceTerms,
  mentions: readonly TopicMention[],
  facts: readonly PhraseMatch[],
): boolean {
  const { within } = match.phrase.concept;
  if (within === undefined) return false;
  const first = match.positions[0] ?? 0;
  const last = match.positions.at(-1) ?? first;
  if (!isSite(match.phrase.concept)) {
    return mentions.some(
      ({ position, topic }) =>
        topic === within && position < first && wordsBetween(sentence.terms, position, first) > 0,
    );
  }
  const { topic, name } = topicAt(sentence, first, last, mentions, undefined);
  if (topic === undefined || name === undefined || within !== 'pain') return topic === within;
  return !facts.some(
    ({ phrase, coverage, positions }) =>
      phrase.concept.within === undefined &&
      phrase.concept.evidence !== undefined &&
      coverage === 1 &&
      positions.includes(name) &&
      match.positions.every((position) => positions.includes(position)),
  );
}

/**
 * "No swelling of the shin, the calf or the ankle" denies each of them, though its commas look like the end of a denial; a
 * degree is of no pain where there is none: "severe asthma, no pain".
 */
export function isOfDeniedTopic(
  match: PhraseMatch,
  sentence: SentenceTerms,
  mentions: readonly TopicMention[],
  scopes: Scopes,
): boolean {
  const isDenied = (position: number): boolean =>
    (scopes.negatedBy[position] ?? []).length % 2 === 1;
  const { concept } = match.phrase;
  if (!isSite(concept)) {
    const own = mentions.filter(({ topic }) => topic === concept.within);
    return (
      INTENSITY.has(concept.id) &&
      own.length > 0 &&
      own.every(({ position }) => isDenied(Math.ceil(position))) &&
      !match.positions.some(isDenied)
    );
  }
  const first = match.positions[0] ?? 0;
  const last = match.positions.at(-1) ?? first;
  const { leading } = topicAt(sentence, first, last, mentions, undefined);
  return leading !== undefined && isDenied(leading) && !match.positions.some(isDenied);
}
