import type { Polarity } from '@/lib/case/case';
import { derivedDrafts } from '@/lib/case/phrases/phrase-cores';
import {
  type Draft,
  draftsOf,
  groupOf,
  isSite,
  isSubstantial,
  MANDATORY,
} from '@/lib/case/phrases/phrase-drafts';
import { isTopicKey } from '@/lib/case/places/body-context';
import { isDirection, isLight, NEGATION_KEY, type TermReader } from '@/lib/case/terms/terms';
import type { Concept } from '@/lib/knowledge/concept';

/** A vocabulary phrase as the set of terms that must be found for it. */
export interface IndexedPhrase {
  readonly concept: Concept;
  /** Concepts that share all their phrases, as the uses of a body site do, share the group. */
  readonly group: string;
  readonly polarity: Polarity;
  readonly keys: readonly string[];
  /** The wordings that come down to these keys, in lower case from the first word with meaning to the last. */
  readonly written: readonly string[];
  /** Keys without which the phrase means something else. */
  readonly mandatory: readonly string[];
  /** Summed weight of `keys`. */
  readonly weight: number;
  /** Summed weight of so many of them must be found. */
  readonly least: number;
}

/** What tells a place from a finding. */
interface Places {
  /** Keys that body sites are named by. */
  readonly siteKeys: ReadonlySet<string>;
  /** Concepts that say pain, a rash or a swelling and nothing more, wherever it is. */
  readonly placeless: ReadonlySet<Concept>;
}

export interface PhraseIndex extends Places {
  readonly phrases: readonly IndexedPhrase[];
  /** Positions in `phrases` by key. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** Working memory of the search, one number for each phrase, all zero between searches. */
  readonly found: Float64Array;
  /** `least` of each phrase. */
  readonly least: Float64Array;
  /** How specific a key is: the inverse frequency of the concepts whose phrases use it. */
  weightOf(key: string): number;
}

/** Share of its weight that a degree or a direction keeps: it tells little, but it may tell two concepts apart. */
const LIGHT_SHARE = 0.3;

/** Share of a phrase's weight that must be found at all; chosen by leaving out one phrase of each concept at a time. */
const SMALLEST_COVERAGE = 0.5;
/** A phrase that states absence turns into its opposite when a word is missing, so nearly all must be there. */
const SMALLEST_COVERAGE_ABSENT = 0.9;

/** The share of a phrase's weight that must be found for it to be a match. */
export function leastShareOf(polarity: Polarity): number {
  return polarity === 'absent' ? SMALLEST_COVERAGE_ABSENT : SMALLEST_COVERAGE;
}

/**
 * Whether keys that are said of a finding say only where a pain, a rash or a swelling is: "pain spreading to the knee" out of "back
 * pain spreading below the knee" is a place of pain and nothing more.
 */
export function isPlaceOnly(
  concept: Concept,
  keys: readonly string[],
  { siteKeys, placeless }: Places,
): boolean {
  return (
    concept.within === undefined &&
    !placeless.has(concept) &&
    keys.some(isTopicKey) &&
    keys.every((key) => isTopicKey(key) || siteKeys.has(key) || !isSubstantial(key))
  );
}

/** Builds the index over every phrase of `concepts`. */
export function buildPhraseIndex(concepts: readonly Concept[], reader: TermReader): PhraseIndex {
  const stated = withoutSharedIdioms(concepts.flatMap((concept) => draftsOf(concept, reader)));
  const weightOf = specificity(stated);
  const phrases: IndexedPhrase[] = [];
  const postings = new Map<string, number[]>();
  const siteKeys = new Set(stated.flatMap((draft) => (isSite(draft.concept) ? draft.keys : [])));
  const placeless = new Set(
    stated.flatMap(({ concept, keys }) => (keys.every(isTopicKey) ? [concept] : [])),
  );
  const cores = derivedDrafts(stated).filter(
    ({ concept, keys }) => !isPlaceOnly(concept, keys, { siteKeys, placeless }),
  );
  for (const draft of [...stated, ...cores]) {
    const position = phrases.length;
    const weight = draft.keys.reduce((sum, key) => sum + weightOf(key), 0);
    const { concept, polarity, keys, written } = draft;
    phrases.push({
      concept,
      polarity,
      keys,
      written,
      group: groupOf(concept),
      mandatory:
        draft.origin === 'derived'
          ? keys
          : keys.filter((key) => MANDATORY.has(key) || (isSite(concept) && isDirection(key))),
      weight,
      least: leastShareOf(polarity) * weight,
    });
    for (const key of keys) {
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [position]);
      else list.push(position);
    }
  }
  const least = Float64Array.from(phrases, (phrase) => phrase.least);
  const found = new Float64Array(phrases.length);
  return { phrases, postings, found, least, siteKeys, placeless, weightOf };
}

/** Share of all phrases with an idiom's word that must be its concept's own, or the word alone points elsewhere. */
const SMALLEST_IDIOM_SHARE = 0.3;

function withoutSharedIdioms(drafts: readonly Draft[]): Draft[] {
  const groupsByKey = new Map<string, string[]>();
  for (const { concept, keys } of drafts) {
    const group = groupOf(concept);
    for (const key of keys) {
      const groups = groupsByKey.get(key);
      if (groups === undefined) groupsByKey.set(key, [group]);
      else groups.push(group);
    }
  }
  return drafts.filter((draft) => {
    if (draft.origin !== 'idiom') return true;
    const groups = groupsByKey.get(draft.keys[0] ?? '') ?? [];
    const own = groups.filter((group) => group === groupOf(draft.concept)).length;
    return own / groups.length >= SMALLEST_IDIOM_SHARE;
  });
}

function specificity(drafts: readonly Draft[]): (key: string) => number {
  const conceptsByKey = new Map<string, Set<string>>();
  const groups = new Set<string>();
  for (const { concept, keys } of drafts) {
    const group = groupOf(concept);
    groups.add(group);
    for (const key of keys) {
      const users = conceptsByKey.get(key);
      if (users === undefined) conceptsByKey.set(key, new Set([group]));
      else users.add(group);
    }
  }
  const weights = new Map<string, number>();
  for (const [key, users] of conceptsByKey) {
    const weight = Math.log(1 + groups.size / users.size);
    weights.set(key, isLight(key) ? LIGHT_SHARE * weight : weight);
  }
  // "Never smoked" is no better a match for one concept's absence than for another's presence under a negation.
  weights.set(NEGATION_KEY, 0);
  return (key) => weights.get(key) ?? 0;
}
