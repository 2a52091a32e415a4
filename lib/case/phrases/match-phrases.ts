import { isOneItem, itemJoins } from '@/lib/case/phrases/match-items';
import { isSite, isSubstantial } from '@/lib/case/phrases/phrase-drafts';
import {
  type IndexedPhrase,
  isPlaceOnly,
  leastShareOf,
  type PhraseIndex,
} from '@/lib/case/phrases/phrase-index';
import { isTopicKey } from '@/lib/case/places/body-context';
import { isLight, type Term } from '@/lib/case/terms/terms';

/** A phrase of the vocabulary found in one sentence. */
export interface PhraseMatch {
  readonly phrase: IndexedPhrase;
  /** Positions of the matched terms in the sentence's term list, ascending. */
  readonly positions: readonly number[];
  /** Share of the phrase's weight that was found, 0 to 1. */
  readonly coverage: number;
  /** Weight of what was found times its share: long and complete matches win. */
  readonly score: number;
}

/** Of a phrase that is not all there, so many foreign words with meaning may stand between two of its words. */
const LARGEST_CONTENT_GAP_PARTIAL = 2;
/** At most this many foreign words may stand between two words of one phrase. */
const LARGEST_GAP = 4;
/** And so many of them may carry meaning. */
const LARGEST_CONTENT_GAP = 4;
/** The words of a body site or a quality stand close together: "lower chest, radiating to the jaw" is not "lower jaw". */
const LARGEST_CONTENT_GAP_WITHIN = 0;
/** From this share on a match stands by itself; below, what was found must point to one concept only. Chosen as `leastShareOf` was. */
const SURE_COVERAGE = 0.7;
const SMALLEST_PARTIAL_WEIGHT = 6;

/** All sufficiently complete phrase matches in one sentence of `text`, unresolved. */
export function findPhrases(
  text: string,
  terms: readonly Term[],
  index: PhraseIndex,
): PhraseMatch[] {
  const joins = itemJoins(text, terms);
  const positionsByKey = new Map<string, number[]>();
  for (const [position, term] of terms.entries()) {
    const positions = positionsByKey.get(term.key);
    if (positions === undefined) positionsByKey.set(term.key, [position]);
    else positions.push(position);
  }
  const matches: PhraseMatch[] = [];
  for (const phrase of candidates(positionsByKey, index)) {
    const positions = phrase.keys.flatMap((key) => positionsByKey.get(key) ?? []);
    if (positions.length > 1) positions.sort((a, b) => a - b);
    for (const cluster of clustersOf(positions, terms, contentGapOf(phrase))) {
      const match = matchCluster(phrase, cluster, terms, index);
      if (match !== undefined && isOneItem(match, joins, terms)) matches.push(match);
    }
  }
  return matches;
}

/** The phrases of which the sentence holds enough anywhere; most phrases that share a word with it fall out here. */
function candidates(
  positionsByKey: ReadonlyMap<string, readonly number[]>,
  index: PhraseIndex,
): IndexedPhrase[] {
  const { found, least } = index;
  const touched: number[] = [];
  for (const key of positionsByKey.keys()) {
    const postings = index.postings.get(key);
    if (postings === undefined) continue;
    const weight = index.weightOf(key);
    for (const number of postings) {
      const before = found[number] ?? 0;
      if (before === 0) touched.push(number);
      found[number] = before + weight;
    }
  }
  const phrases: IndexedPhrase[] = [];
  for (const number of touched) {
    const isEnough = (found[number] ?? 0) >= (least[number] ?? 0);
    found[number] = 0;
    const phrase = isEnough ? index.phrases[number] : undefined;
    if (phrase?.mandatory.every((key) => positionsByKey.has(key))) phrases.push(phrase);
  }
  return phrases;
}

/** Groups positions so that no two neighbours in a group are further apart than the largest gap. */
function clustersOf(
  positions: readonly number[],
  terms: readonly Term[],
  contentGap: number,
): number[][] {
  const clusters: number[][] = [];
  let current: number[] = [];
  for (const position of positions) {
    const last = current.at(-1);
    if (last !== undefined && isApart(terms, last, position, contentGap)) {
      clusters.push(current);
      current = [];
    }
    current.push(position);
  }
  if (current.length > 0) clusters.push(current);
  return clusters;
}

/** Whether two neighbouring positions are too far apart to belong to one phrase. */
function isApart(terms: readonly Term[], left: number, right: number, contentGap: number): boolean {
  const a = terms[left];
  const b = terms[right];
  if (a === undefined || b === undefined) return true;
  if (b.first - (a.first + a.length) > LARGEST_GAP) return true;
  const isPlace = contentGap === LARGEST_CONTENT_GAP_WITHIN;
  let content = 0;
  for (let position = left + 1; position < right; position += 1) {
    const term = terms[position];
    // "The back of the left hand" is the back of the hand.
    const isSide = isPlace && isLight(term?.key ?? '');
    if (term?.content === true && !isSide) content += 1;
    // "The shin and the back of the neck" are two places, unless one lies between them.
    if (isPlace && /^(?:and|or)$/u.test(term?.key ?? '') && !isBetween(terms, left)) return true;
  }
  return content > contentGap;
}

function isBetween(terms: readonly Term[], position: number): boolean {
  return terms.slice(Math.max(0, position - 2), position + 1).some(({ key }) => key === 'between');
}

function isScattered(positions: readonly number[], terms: readonly Term[]): boolean {
  return positions.some((position, order) => {
    const previous = positions[order - 1];
    return (
      previous !== undefined && isApart(terms, previous, position, LARGEST_CONTENT_GAP_PARTIAL)
    );
  });
}

function contentGapOf(phrase: IndexedPhrase): number {
  return phrase.concept.within === undefined ? LARGEST_CONTENT_GAP : LARGEST_CONTENT_GAP_WITHIN;
}

/** Whether a part of a phrase says enough: it weighs something, and no other concept has a phrase with these words. */
function isTelling(
  phrase: IndexedPhrase,
  keys: ReadonlySet<string>,
  weight: number,
  index: PhraseIndex,
): boolean {
  if (weight < SMALLEST_PARTIAL_WEIGHT || [...keys].filter(isSubstantial).length < 2) return false;
  const [first, ...rest] = [...keys].sort(
    (a, b) => (index.postings.get(a)?.length ?? 0) - (index.postings.get(b)?.length ?? 0),
  );
  return (index.postings.get(first ?? '') ?? []).every((number) => {
    const other = index.phrases[number];
    return (
      other === undefined ||
      other.group === phrase.group ||
      !rest.every((key) => other.keys.includes(key))
    );
  });
}

/** Of the weight of a quality without its topic so much must be found. */
const SMALLEST_OWN_SHARE = 0.5;

/**
 * Whether a part of a phrase holds enough of what it says besides its topic: "onset" and "pain" of "acute onset of pain" say nothing
 * about how it began, and one word of several ("bite the tongue") says what they say together only where no other concept has it.
 */
function isOwnEnough(
  { concept, keys, group }: IndexedPhrase,
  found: ReadonlySet<string>,
  index: PhraseIndex,
): boolean {
  if (isSite(concept)) return true;
  const { within } = concept;
  const own = keys.filter((key) => within === undefined || !isTopicKey(key));
  const held = own.filter((key) => found.has(key));
  if (within !== undefined)
    return (
      own.every((key) => found.has(key) || !isPlaceWord(key)) &&
      held.some(isSubstantial) &&
      weightOf(held, index) >= SMALLEST_OWN_SHARE * weightOf(own, index)
    );
  return held.length !== 1 || held.length === own.length || isOnlyOf(group, held[0], index);
}

/** "Top of the scale" without its first word is anywhere on it. */
function isPlaceWord(key: string): boolean {
  return /^~(?:top|bottom|back|front|side) of$/u.test(key);
}

function isOnlyOf(group: string, key: string | undefined, index: PhraseIndex): boolean {
  const users = index.postings.get(key ?? '') ?? [];
  return users.every((number) => index.phrases[number]?.group === group);
}

function weightOf(keys: readonly string[], index: PhraseIndex): number {
  return keys.reduce((sum, key) => sum + index.weightOf(key), 0);
}

function matchCluster(
  phrase: IndexedPhrase,
  cluster: readonly number[],
  terms: readonly Term[],
  index: PhraseIndex,
): PhraseMatch | undefined {
  const positions: number[] = [];
  const keys = new Set<string>();
  let weight = 0;
  // "denies pain that never goes": of two equal words the later one belongs to the phrase, the earlier governs it.
  for (const position of cluster.toReversed()) {
    const key = terms[position]?.key;
    if (key === undefined || keys.has(key)) continue;
    keys.add(key);
    positions.unshift(position);
    weight += index.weightOf(key);
  }
  const coverage = weight / phrase.weight;
  if (coverage < leastShareOf(phrase.polarity) || !phrase.mandatory.every((key) => keys.has(key)))
    return undefined;
  if (coverage < 1 && !isOwnEnough(phrase, keys, index)) return undefined;
  if (coverage < SURE_COVERAGE && !isTelling(phrase, keys, weight, index)) return undefined;
  if (coverage < 1 && isScattered(positions, terms)) return undefined;
  // "Swelling of feet" is nearly all of a wording about both feet, and no more than a place of swelling.
  if (coverage < 1 && isPlaceOnly(phrase.concept, [...keys], index)) return undefined;
  return { phrase, positions, coverage, score: weight * coverage };
}
