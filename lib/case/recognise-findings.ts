import type { Finding } from '@/lib/case/case';
import { withOnsetSpeed } from '@/lib/case/course/onset-speed';
import { timeExpressions, timeOf } from '@/lib/case/course/time-expressions';
import { readMeasurements } from '@/lib/case/measurements/measurements';
import { readPainIntensity } from '@/lib/case/measurements/pain-scores';
import { withoutOverreaching } from '@/lib/case/phrases/competing-matches';
import {
  isContextTerm,
  isNameOfMeasured,
  withoutNamesOfMeasured,
} from '@/lib/case/phrases/match-measured';
import { findPhrases, type PhraseMatch } from '@/lib/case/phrases/match-phrases';
import { findingOf } from '@/lib/case/phrases/match-polarity';
import { buildPhraseIndex, type PhraseIndex } from '@/lib/case/phrases/phrase-index';
import {
  isOfDeniedTopic,
  isPlaced,
  withoutAmbiguousSites,
} from '@/lib/case/phrases/placed-matches';
import type { Topic } from '@/lib/case/places/body-context';
import { type SentenceTerms, type TopicMention, topicsOf } from '@/lib/case/places/body-topics';
import { topicAt } from '@/lib/case/places/site-topics';
import { patientOfAccount } from '@/lib/case/scope/relative-scope';
import { readScopes, type Scopes } from '@/lib/case/scope/scope';
import { splitSentences } from '@/lib/case/sentences';
import { withoutFrameWords } from '@/lib/case/terms/frame-words';
import { createTermReader, type Term } from '@/lib/case/terms/terms';
import type { Concept } from '@/lib/knowledge/concept';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';
import { piecesOf } from '@/lib/text/parts';
import { rememberingTexts } from '@/lib/text/remembered';
import { overlaps, type Span, sliceSpan } from '@/lib/text/span';

/** A finding at its exact span, not yet assigned to a numbered sentence. */
export type RecognisedFinding = Omit<Finding, 'sentence'>;

export interface Recogniser {
  recogniseFindings(text: string, span?: Span): RecognisedFinding[];
}

/** Builds a recogniser for a vocabulary; costs some milliseconds, so it is done once. */
export function createRecogniser(concepts: readonly Concept[]): Recogniser {
  const reader = withoutFrameWords(
    createTermReader(
      concepts.flatMap((concept) => [...concept.nouns, ...concept.verbs, ...concept.absent]),
    ),
  );
  const index = buildPhraseIndex(concepts, reader);
  const known = new Map<string, Concept>(concepts.map((concept) => [concept.id, concept]));
  return {
    recogniseFindings(text, span) {
      const findings: RecognisedFinding[] = [];
      let carried: Topic | undefined;
      const patient = patientOfAccount(span === undefined ? text : sliceSpan(text, span));
      for (const sentence of splitSentences(text, span).flatMap((whole) =>
        piecesOf(text, whole, LONGEST_SENTENCE),
      )) {
        const terms = reader.readTerms(text, sentence);
        const before = carriedInto(terms, carried);
        const spoken = { text, terms, siteKeys: index.siteKeys };
        const topics = topicsOf(spoken, before);
        const inherited = topics.length === 0 ? before : undefined;
        const times = timeExpressions(text, sentence);
        const measured = readMeasurements(text, sentence);
        const values = measured.map(({ span }) => span);
        const worded = recogniseSentence(spoken, topics, index, inherited, patient, values);
        const ofPain = inherited === 'pain' || topics.some(({ topic }) => topic === 'pain');
        const stated = ofPain ? withOnsetSpeed(worded, text, sentence, known) : worded;
        const scores = ofPain ? readPainIntensity(text, sentence, concepts) : [];
        findings.push(
          ...[...withoutNamesOfMeasured(stated, measured), ...scores, ...measured]
            .map((finding) => withTime(finding, text, times))
            .sort(inTextOrder),
        );
        carried = topics.at(-1)?.topic ?? inherited;
      }
      return findings;
    },
  };
}

/** No sentence of a note is this long; a text without any full stop is read in pieces, or its cost would grow with its square. */
const LONGEST_SENTENCE = 2_000;

function inTextOrder(a: RecognisedFinding, b: RecognisedFinding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

function withTime(
  finding: RecognisedFinding,
  text: string,
  times: readonly Span[],
): RecognisedFinding {
  const time = timeOf(finding.span, times);
  return time === undefined ? finding : { ...finding, time: sliceSpan(text, time) };
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
export function recogniseFindings(text: string, span?: Span): readonly RecognisedFinding[] {
  return span === undefined ? findingsOfText(text) : recogniser.recogniseFindings(text, span);
}

/** Several checks ask for the findings of the same clause. */
const findingsOfText = rememberingTexts((text) => recogniser.recogniseFindings(text));

function recogniseSentence(
  sentence: SentenceTerms,
  mentions: readonly TopicMention[],
  index: PhraseIndex,
  carried: Topic | undefined,
  patient: string | undefined,
  measured: readonly Span[],
): RecognisedFinding[] {
  const { text, terms } = sentence;
  const matches = findPhrases(text, terms, index).filter((match) => {
    if (isNameOfMeasured(match, terms, measured)) return false;
    const within = match.phrase.concept.within;
    if (within === undefined) return true;
    const first = match.positions[0] ?? 0;
    const last = match.positions.at(-1) ?? first;
    const own = match.positions.some((position) =>
      mentions.some((mention) => mention.position === position && mention.topic === within),
    );
    return own || topicAt(sentence, first, last, mentions, carried).topic === within;
  });
  if (matches.length === 0) return [];
  const scopes = readScopes(text, terms, patient);
  const facts = withoutOverreaching(
    withoutAmbiguousSites(matches).filter(
      (match) =>
        isFact(match, scopes) &&
        !isOfPatientAsRelative(match, text, terms, patient) &&
        !isOfDeniedTopic(match, sentence, mentions, scopes),
    ),
    { text, terms, index },
  );
  // "Pain in the jaw" is a place of pain whatever else those words say, so placed matches compete among themselves.
  const placed = facts.filter((match) => isPlaced(match, sentence, mentions, facts));
  const others = facts.filter((match) => !placed.includes(match));
  const kept = [
    ...resolveOverlaps(others, terms, index),
    ...resolveOverlaps(placed, terms, index),
  ].map((match) => findingOf(match, text, terms, scopes));
  return onePerPlace(kept);
}

/** In text order, each concept once at each place; ties may have found one twice. */
function onePerPlace(findings: readonly RecognisedFinding[]): RecognisedFinding[] {
  const ordered = [...findings].sort(inTextOrder);
  return ordered.filter(
    (finding, position) =>
      !ordered
        .slice(0, position)
        .some((other) => other.concept === finding.concept && overlaps(other.span, finding.span)),
  );
}

/**
 * Not of what may be or is over, and not of a relative, unless the finding is about that relative ("mother with asthma") or that end
 * ("no longer smokes").
 */
function isFact(match: PhraseMatch, scopes: Scopes): boolean {
  return match.positions.every((position) => {
    if (scopes.hypothetical[position] === true) return false;
    const others = [...(scopes.saidOf[position] ?? []), ...(scopes.overBy[position] ?? [])];
    return others.every((other) => match.positions.includes(other));
  });
}

/** "My mum has asthma" is no mother's asthma where the mother is the patient. */
function isOfPatientAsRelative(
  match: PhraseMatch,
  text: string,
  terms: readonly Term[],
  patient: string | undefined,
): boolean {
  if (patient === undefined) return false;
  return match.positions.some((position) => {
    const term = terms[position];
    return term !== undefined && sliceSpan(text, term).toLowerCase() === patient;
  });
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
  for (const match of ranked) {
    const free = match.positions.filter((position) => !takenBy.has(position));
    const owed = SMALLEST_FRESH_SHARE * weightOf(match.positions, terms, index);
    const tied = match.positions.every(
      (position) =>
        takenBy.get(position)?.score === match.score || isContextTerm(match, terms[position]),
    );
    if (weightOf(free, terms, index) < owed && !tied) continue;
    for (const position of free) {
      if (!isContextTerm(match, terms[position])) takenBy.set(position, match);
    }
    kept.push(match);
  }
  return kept;
}

function weightOf(
  positions: readonly number[],
  terms: readonly Term[],
  index: PhraseIndex,
): number {
  return positions.reduce((sum, position) => sum + index.weightOf(terms[position]?.key ?? ''), 0);
}
