import type { PhraseMatch } from '@/lib/case/phrases/match-phrases';
import { isSite } from '@/lib/case/phrases/phrase-drafts';
import type { PhraseIndex } from '@/lib/case/phrases/phrase-index';
import { isTopicKey } from '@/lib/case/places/body-context';
import { type Term, wordsBetween } from '@/lib/case/terms/terms';

/** A sentence as the rules of this file need it. */
interface ReadSentence {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly index: PhraseIndex;
}

/**
 * `matches` without those that say more than the words do where another match says just what they say: a disease of the place where
 * a pain merely is or goes ("pain in the mouth" is no mouth ulcer), and of two concepts whose wordings come down to the same words
 * the one that has been written here, or else the one that is mostly written so.
 */
export function withoutOverreaching(
  matches: readonly PhraseMatch[],
  sentence: ReadSentence,
): PhraseMatch[] {
  const meant = matches.filter((match) => !isInstrument(match, sentence));
  const placed = meant.filter((match) => isAfterTopic(match, sentence));
  const modest = meant.filter(
    (match) =>
      !isOfRash(match, meant, sentence) &&
      !isStillSmoking(match, sentence) &&
      (!isPlaceOfComplaint(match, placed, sentence) || isAsWritten(match, sentence)),
  );
  return modest.filter((match) => !isBetterSaid(match, modest, sentence));
}

/** What stands before a part of the body that points at the pain, or measures it: "covered with the palm", "the size of a hand". */
const BEFORE_INSTRUMENT =
  /\b(?:with|by|using|size of|big as|large as|wide as)(?: (?:just|only))?(?: (?:a|an|one|the|two|his|her|my|their|single|flat|whole)){1,2} $/iu;
const AFTER_INSTRUMENT = /^[ -](?:sized|wide|breadth|width|length)\b/iu;

function isInstrument({ positions, phrase }: PhraseMatch, { text, terms }: ReadSentence): boolean {
  if (!isSite(phrase.concept)) return false;
  const start = terms[positions[0] ?? 0]?.start ?? 0;
  const end = terms[positions.at(-1) ?? 0]?.end ?? 0;
  return (
    BEFORE_INSTRUMENT.test(text.slice(Math.max(0, start - LOOK_BACK), start)) ||
    AFTER_INSTRUMENT.test(text.slice(end, end + LOOK_BACK))
  );
}

/** So many characters around a part of the body say what it is there for. */
const LOOK_BACK = 30;

/** "A swollen, sore rash" tells of the rash, and of no swelling or pain besides. */
function isOfRash(
  { positions, phrase }: PhraseMatch,
  matches: readonly PhraseMatch[],
  { terms, index }: ReadSentence,
): boolean {
  if (phrase.concept.within !== undefined || !index.placeless.has(phrase.concept)) return false;
  return matches.some(
    (other) =>
      other.phrase.concept.within === 'rash' &&
      !isSite(other.phrase.concept) &&
      positions.every(
        (position) => other.positions.includes(position) && terms[position]?.key !== '~rash',
      ),
  );
}

const SMOKING_KEY = '~smoke';
const PAST_KEY = '~previous';
/** "PMH: smoking" heads a list of what there is to know of the patient, and says of no habit that it is over. */
const HEADING = /^(?:pmhx?|hx|history of|past history|past)$/iu;

function isStillSmoking(match: PhraseMatch, sentence: ReadSentence): boolean {
  const { text, terms } = sentence;
  const found = match.positions.flatMap((position) => terms[position] ?? []);
  const past = found.find(({ key }) => key === PAST_KEY);
  if (past === undefined || !found.some(({ key }) => key === SMOKING_KEY)) return false;
  const heads =
    HEADING.test(text.slice(past.start, past.end)) ||
    /^[^.;]{0,30}:/u.test(text.slice(past.end, past.end + LOOK_BACK));
  return heads && past === found[0] && !isAsWritten(match, sentence);
}

/** Whether the text has the very words of one of the phrase's wordings. */
function isAsWritten({ positions, phrase }: PhraseMatch, { text, terms }: ReadSentence): boolean {
  const start = terms[positions[0] ?? 0]?.start ?? 0;
  const end = terms[positions.at(-1) ?? 0]?.end ?? 0;
  return phrase.written.includes(text.slice(start, end).toLowerCase());
}

/** Whether a body site is said after its pain, rash or swelling and not as one name with it: "pain in the jaw", not "jaw pain". */
function isAfterTopic({ positions, phrase }: PhraseMatch, { terms }: ReadSentence): boolean {
  const first = positions[0] ?? 0;
  return (
    isSite(phrase.concept) &&
    terms.some(
      ({ key }, position) =>
        position < first && isTopicKey(key) && wordsBetween(terms, position, first) > 0,
    )
  );
}

/** Words of one place stand so near to each other: "the cheek bone", "below the jaw". */
const NEAREST_PLACES = 2;

/** Whether a match rests on nothing but a complaint and the place where the sentence puts it. */
function isPlaceOfComplaint(
  { positions, phrase }: PhraseMatch,
  placed: readonly PhraseMatch[],
  { terms, index }: ReadSentence,
): boolean {
  if (phrase.concept.within !== undefined || index.placeless.has(phrase.concept)) return false;
  const keyAt = (position: number): string => terms[position]?.key ?? '';
  const places = positions.filter((position) => !isTopicKey(keyAt(position)));
  return (
    places.length < positions.length &&
    places.every((position) => index.siteKeys.has(keyAt(position))) &&
    placed.some((site) =>
      site.positions.some((position) =>
        places.some((place) => Math.abs(place - position) <= NEAREST_PLACES),
      ),
    )
  );
}

/** A concept with less than this share of another's wordings that come down to the same words is not what such words mean. */
const SMALLEST_SUPPORT_SHARE = 0.5;

/** Whether another concept, on the very same words, says rather what they say. */
function isBetterSaid(
  match: PhraseMatch,
  matches: readonly PhraseMatch[],
  sentence: ReadSentence,
): boolean {
  if (isExempt(match, sentence)) return false;
  const rivals = matches.filter(
    (other) =>
      other.phrase.group !== match.phrase.group &&
      !isExempt(other, sentence) &&
      isSameWords(match, other),
  );
  if (rivals.length === 0 || isAsWritten(match, sentence)) return false;
  if (rivals.some((rival) => isAsWritten(rival, sentence))) return true;
  const { within } = match.phrase.concept;
  const told = rivals.filter((rival) => rival.phrase.concept.within !== undefined);
  if (within === undefined && told.length > 0) return true;
  return rivals.some(
    (rival) =>
      rival.phrase.concept.within === within &&
      match.phrase.written.length < SMALLEST_SUPPORT_SHARE * rival.phrase.written.length,
  );
}

/** Places have rules of their own, and pain by itself goes with every kind of it. */
function isExempt({ phrase }: PhraseMatch, { index }: ReadSentence): boolean {
  return isSite(phrase.concept) || index.placeless.has(phrase.concept);
}

function isSameWords(a: PhraseMatch, b: PhraseMatch): boolean {
  return (
    a.phrase.polarity === b.phrase.polarity &&
    a.coverage === b.coverage &&
    a.positions.length === b.positions.length &&
    a.positions.every((position, order) => position === b.positions[order])
  );
}
