import { type Topic, topicAt, topicsOf } from '@/lib/case/body-context';
import type { Finding, Polarity } from '@/lib/case/case';
import { findPhrases, type PhraseMatch } from '@/lib/case/match-phrases';
import { buildPhraseIndex, type PhraseIndex } from '@/lib/case/phrase-index';
import { readScopes, type Scopes } from '@/lib/case/scope';
import { splitSentences } from '@/lib/case/sentences';
import { createTermReader, NEGATION_KEY, type Term } from '@/lib/case/terms';
import type { Concept } from '@/lib/knowledge/concept';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';
import type { Span } from '@/lib/text/span';

/** A finding at its exact span, not yet assigned to a numbered sentence. */
export type RecognisedFinding = Omit<Finding, 'sentence'>;

export interface Recogniser {
  recogniseFindings(text: string, span?: Span): RecognisedFinding[];
}

/** Builds a recogniser for a vocabulary; costs some milliseconds, so it is done once. */
export function createRecogniser(concepts: readonly Concept[]): Recogniser {
  const reader = createTermReader(
    concepts.flatMap((concept) => [...concept.nouns, ...concept.verbs, ...concept.absent]),
  );
  const index = buildPhraseIndex(concepts, reader);
  return {
    recogniseFindings(text, span) {
      const findings: RecognisedFinding[] = [];
      let carried: Topic | undefined;
      for (const sentence of splitSentences(text, span)) {
        const terms = reader.readTerms(text, sentence);
        const topics = topicsOf(terms);
        const inherited = topics.length === 0 ? carriedInto(terms, carried) : undefined;
        findings.push(...recogniseSentence(text, terms, index, inherited));
        carried = topics.at(-1)?.topic ?? inherited;
      }
      return findings;
    },
  };
}

/** Words with which a sentence goes on about the pain or rash of the sentence before. */
const CONTINUATION =
  /^(?:it|this|these|they|mainly|mostly|both|also)$|^(?:locat|local|describ|charact|qualit|intens|onset|sever|felt|feel|confin|worse)/u;

/** A topic outlives its sentence only while the text goes on about it. */
function carriedInto(terms: readonly Term[], carried: Topic | undefined): Topic | undefined {
  return CONTINUATION.test(terms[0]?.key.replace('~', '') ?? '') ? carried : undefined;
}

const recogniser = createRecogniser(CONCEPTS);

/**
 * The findings of the vocabulary that `text` (or the part of it inside `span`) states of the patient, with polarity and
 * exact spans, in text order.
 */
export function recogniseFindings(text: string, span?: Span): RecognisedFinding[] {
  return recogniser.recogniseFindings(text, span);
}

function recogniseSentence(
  text: string,
  terms: readonly Term[],
  index: PhraseIndex,
  carried: Topic | undefined,
): RecognisedFinding[] {
  const mentions = topicsOf(terms);
  const matches = findPhrases(terms, index).filter((match) => {
    const within = match.phrase.concept.within;
    if (within === undefined) return true;
    const first = match.positions[0] ?? 0;
    const last = match.positions.at(-1) ?? first;
    const own = match.positions.some((position) =>
      mentions.some((mention) => mention.position === position && mention.topic === within),
    );
    return own || topicAt(first, last, mentions, carried) === within;
  });
  if (matches.length === 0) return [];
  const scopes = readScopes(text, terms);
  return resolveOverlaps(
    matches.filter((match) => isFact(match, scopes)),
    terms,
    index,
  ).map((match) => findingOf(match, terms, scopes));
}

const FAMILY_KEYS = new Set(['~relative', '~mother']);

function isFact(match: PhraseMatch, scopes: Scopes): boolean {
  if (match.positions.some((position) => scopes.hypothetical[position])) return false;
  if (match.phrase.keys.some((key) => FAMILY_KEYS.has(key))) return true;
  return !match.positions.some((position) => scopes.ofRelative[position]);
}

/** Share of a match's weight that no better match may have taken. */
const SMALLEST_FRESH_SHARE = 0.6;

/** Keeps the best matches so that no two findings rest on the same words, unless they fit those words equally well. */
function resolveOverlaps(
  matches: readonly PhraseMatch[],
  terms: readonly Term[],
  index: PhraseIndex,
): PhraseMatch[] {
  const ranked = [...matches].sort(
    (a, b) => b.score - a.score || a.positions.length - b.positions.length,
  );
  const takenBy = new Map<number, PhraseMatch>();
  const kept: PhraseMatch[] = [];
  const seen = new Set<string>();
  for (const match of ranked) {
    const name = match.phrase.concept.id;
    const fresh = weightOf(
      match.positions.filter((position) => !takenBy.has(position)),
      terms,
      index,
    );
    const tied = match.positions.every((position) => takenBy.get(position)?.score === match.score);
    if (fresh < SMALLEST_FRESH_SHARE * weightOf(match.positions, terms, index) && !tied) continue;
    for (const position of match.positions) {
      if (!isContextTerm(match, terms[position]) && !takenBy.has(position))
        takenBy.set(position, match);
    }
    const key = `${name} ${match.positions[0]}`;
    if (seen.has(name) && tied) continue;
    if (seen.has(key)) continue;
    seen.add(key);
    seen.add(name);
    kept.push(match);
  }
  return kept.sort((a, b) => (a.positions[0] ?? 0) - (b.positions[0] ?? 0));
}

/** The word that makes a quality or site a finding ("pain" in "sharp pain") stays free for the finding it names itself. */
function isContextTerm(match: PhraseMatch, term: Term | undefined): boolean {
  return (
    match.phrase.concept.within !== undefined && term !== undefined && topicsOf([term]).length > 0
  );
}

function weightOf(
  positions: readonly number[],
  terms: readonly Term[],
  index: PhraseIndex,
): number {
  return positions.reduce((sum, position) => sum + index.weightOf(terms[position]?.key ?? ''), 0);
}

function findingOf(match: PhraseMatch, terms: readonly Term[], scopes: Scopes): RecognisedFinding {
  const own = new Set(match.positions);
  const content = match.positions.filter((position) => terms[position]?.key !== NEGATION_KEY);
  const anchor = content[0] ?? match.positions[0] ?? 0;
  const negators = (scopes.negatedBy[anchor] ?? []).filter((position) => !own.has(position));
  const negated = negators.length % 2 === 1;
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

function opposite(polarity: Polarity): Polarity {
  return polarity === 'present' ? 'absent' : 'present';
}
