import { isTopicKey, topicOfKey } from '@/lib/case/body-context';
import type { Polarity } from '@/lib/case/case';
import { isLight, NEGATION_KEY, type TermReader } from '@/lib/case/terms';
import type { Concept } from '@/lib/knowledge/concept';
import { stemOf } from '@/lib/text/words';

/** A vocabulary phrase as the set of terms that must be found for it. */
export interface IndexedPhrase {
  readonly concept: Concept;
  /** Concepts that share all their phrases, as the uses of a body site do, share the group. */
  readonly group: string;
  readonly polarity: Polarity;
  readonly keys: readonly string[];
  /** Keys without which the phrase means something else. */
  readonly mandatory: readonly string[];
  /** Summed weight of `keys`. */
  readonly weight: number;
}

export interface PhraseIndex {
  readonly phrases: readonly IndexedPhrase[];
  /** Positions in `phrases` by key. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** Working memory of the search, one number for each phrase, all zero between searches. */
  readonly found: Float64Array;
  /** How specific a key is: the inverse frequency of the concepts whose phrases use it. */
  weightOf(key: string): number;
}

/** Terms that turn a body part or a function into a finding, a present into a past, or the patient into a relative. */
const MANDATORY = new Set([
  NEGATION_KEY,
  ...'~pain ~worse ~relief ~difficulty ~impaired ~previous ~recent ~relative ~mother ~swell ~itch ~numb ~weak ~normal ~radiate ~contact ~rash ~inhale ~exhale ~unintentional ~formerly ~nearly ~presenting'.split(
    ' ',
  ),
  ...'regular irregular early passive prolonged clear'.split(' ').map(stemOf),
]);

const RELATIONAL = new Set([
  NEGATION_KEY,
  ...'~normal ~worse ~relief ~difficulty ~impaired ~previous ~recent ~relative ~mother ~several ~constant ~unintentional ~contact ~exertion ~radiate ~night ~formerly ~nearly ~presenting'.split(
    ' ',
  ),
]);

/** Terms for which "normal" can stand, so that the same phrase says that the finding is absent. */
const DEVIATIONS = new Set(['~difficulty', '~impaired', '~weak', '~numb', stemOf('abnormal')]);
export const NORMALITY_KEY = '~normal';

/** Share of its weight that a degree or a direction keeps: it tells little, but it may tell two concepts apart. */
const LIGHT_SHARE = 0.3;

/** Builds the index over every phrase of `concepts`. */
export function buildPhraseIndex(concepts: readonly Concept[], reader: TermReader): PhraseIndex {
  const stated = withoutSharedIdioms(concepts.flatMap((concept) => draftsOf(concept, reader)));
  const weightOf = specificity(stated);
  const phrases: IndexedPhrase[] = [];
  const postings = new Map<string, number[]>();
  for (const draft of [...stated, ...derivedDrafts(stated)]) {
    const position = phrases.length;
    phrases.push({
      ...draft,
      group: groupOf(draft.concept),
      mandatory: draft.keys.filter((key) => draft.origin === 'derived' || MANDATORY.has(key)),
      weight: draft.keys.reduce((sum, key) => sum + weightOf(key), 0),
    });
    for (const key of draft.keys) {
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [position]);
      else list.push(position);
    }
  }
  return { phrases, postings, found: new Float64Array(phrases.length), weightOf };
}

/** An idiom ("out cold") is left with one word of meaning, which means it only where no other concept uses that word. */
type Origin = 'stated' | 'idiom' | 'derived';

interface Draft {
  readonly concept: Concept;
  readonly polarity: Polarity;
  readonly keys: readonly string[];
  readonly origin: Origin;
}

/** "BMI of 17" and "temp of 38.5" are measurements and are read as such; without its number the phrase would say anything. */
const MEASURED =
  /\b(?:temp|temperature|BMI|FEV1|menarche|periods?|menstruating)\b.*\d|\d+\/\d+ power/u;

function draftsOf(concept: Concept, reader: TermReader): Draft[] {
  const seen = new Set<string>();
  const drafts: Draft[] = [];
  const add = (phrase: string, polarity: Polarity): void => {
    if (MEASURED.test(phrase)) return;
    const terms = reader.readTerms(phrase);
    const content = terms.filter((term) => term.content);
    if (content.length === 0) return;
    const idiom = content.length === 1 && terms.some((term) => term.filler);
    addKeys(
      content.map((term) => term.key),
      polarity,
      idiom ? 'idiom' : 'stated',
    );
  };
  const addKeys = (found: readonly string[], polarity: Polarity, origin: Origin): void => {
    const keys = [...new Set(found)].sort();
    const signature = `${polarity} ${keys.join(' ')}`;
    if (keys.length === 0 || seen.has(signature) || saysOnlyTopic(keys, concept)) return;
    seen.add(signature);
    drafts.push({ concept, polarity, keys, origin });
  };
  for (const phrase of [...concept.nouns, ...concept.verbs]) add(phrase, 'present');
  for (const phrase of concept.absent) add(phrase, 'absent');
  if (concept.within === undefined) {
    add(concept.label, 'present');
    add(concept.absentLabel, 'absent');
    for (const { keys } of drafts.filter((draft) => draft.polarity === 'present')) {
      if (keys.length < 2 || !keys.some((key) => DEVIATIONS.has(key))) continue;
      const rest = keys.filter((key) => !DEVIATIONS.has(key));
      if (rest.some(isSubstantial)) addKeys([...rest, NORMALITY_KEY], 'absent', 'derived');
    }
  }
  return drafts.filter((draft) => !isPlainNegation(draft, drafts) && !isRelation(draft));
}

/** "No cough" needs no entry of its own: it is "cough" under a negation, which is read from the sentence. */
function isPlainNegation(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.polarity === 'present' || !draft.keys.includes(NEGATION_KEY)) return false;
  const rest = draft.keys.filter((key) => key !== NEGATION_KEY).join(' ');
  return drafts.some((other) => other.polarity === 'present' && other.keys.join(' ') === rest);
}

/** Terms that relate or grade are no finding without the thing they are said of; two together are ("worse at night"). */
function isRelation({ keys }: Draft): boolean {
  if (!keys.every((key) => RELATIONAL.has(key) || isLight(key))) return false;
  return keys.filter((key) => !isLight(key) && key !== NEGATION_KEY).length < 2;
}

/** "Pain starting within seconds" without its empty words is just "pain", which is a finding of its own. */
function saysOnlyTopic(keys: readonly string[], concept: Concept): boolean {
  return (
    concept.within !== undefined &&
    keys.every((key) => isTopicKey(key) && topicOfKey(key) === concept.within)
  );
}

/** Share of all phrases with an idiom's word that must be its concept's own, or the word alone points elsewhere. */
const SMALLEST_IDIOM_SHARE = 0.3;

function withoutSharedIdioms(drafts: readonly Draft[]): Draft[] {
  const groupsByKey = new Map<string, string[]>();
  for (const { concept, keys } of drafts) {
    for (const key of keys) {
      const groups = groupsByKey.get(key);
      if (groups === undefined) groupsByKey.set(key, [groupOf(concept)]);
      else groups.push(groupOf(concept));
    }
  }
  return drafts.filter((draft) => {
    if (draft.origin !== 'idiom') return true;
    const groups = groupsByKey.get(draft.keys[0] ?? '') ?? [];
    const own = groups.filter((group) => group === groupOf(draft.concept)).length;
    return own / groups.length >= SMALLEST_IDIOM_SHARE;
  });
}

/** How often a term or pair must occur among a concept's phrases to stand for it by itself. */
const SMALLEST_SUPPORT = 2;
/** And which share of all phrases with it must be that concept's. */
const SMALLEST_SHARE = 0.75;

/**
 * What is common to several phrases of a concept and to hardly any of another: "seizure" out of "tonic-clonic seizure" and "absence
 * seizure". Such a core recognises wordings that are listed nowhere.
 */
function derivedDrafts(stated: readonly Draft[]): Draft[] {
  const users = new Map<string, Draft[]>();
  for (const draft of stated) {
    for (const itemset of singlesAndPairs(draft.keys)) {
      const list = users.get(itemset);
      if (list === undefined) users.set(itemset, [draft]);
      else list.push(draft);
    }
  }
  const derived = new Map<string, Draft>();
  for (const drafts of users.values()) {
    for (const core of coresOf(drafts)) {
      derived.set(`${core.concept.id} ${core.keys.join(' ')}`, core);
    }
  }
  const known = new Set(stated.map((draft) => `${draft.concept.id} ${draft.keys.join(' ')}`));
  return [...derived].filter(([signature]) => !known.has(signature)).map(([, draft]) => draft);
}

function* singlesAndPairs(keys: readonly string[]): Generator<string> {
  for (const [position, key] of keys.entries()) {
    yield key;
    for (const other of keys.slice(position + 1)) yield `${key} ${other}`;
  }
}

/** The core of the drafts that share a term or pair, for each concept to which nearly all of them belong. */
function coresOf(drafts: readonly Draft[]): Draft[] {
  const groups = groupBy(drafts, (draft) => groupOf(draft.concept));
  return [...groups.values()].flatMap((own) => {
    if (own.length / drafts.length < SMALLEST_SHARE) return [];
    return [...groupBy(own, (draft) => draft.concept).values()].flatMap((ofConcept) => {
      const present = ofConcept.filter((draft) => draft.polarity === 'present');
      const keys = common(present);
      const neutral = ofConcept.some(
        (draft) =>
          draft.polarity === 'absent' &&
          !draft.keys.includes(NEGATION_KEY) &&
          keys.every((key) => draft.keys.includes(key)),
      );
      const first = present[0];
      if (first === undefined || neutral || present.length < SMALLEST_SUPPORT || !isTelling(keys))
        return [];
      return [
        { concept: first.concept, polarity: 'present' as const, keys, origin: 'derived' as const },
      ];
    });
  });
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Whether a core has a word that only its concept uses, or two that are about something. */
function isTelling(keys: readonly string[]): boolean {
  const [first] = keys;
  if (keys.length === 1 && first !== undefined)
    return !MANDATORY.has(first) && isSubstantial(first);
  return keys.filter(isSubstantial).length >= 2;
}

/** Whether a key is about something, rather than relating or grading it. */
export function isSubstantial(key: string): boolean {
  return !RELATIONAL.has(key) && !isLight(key);
}

function common(drafts: readonly Draft[]): string[] {
  const [first, ...rest] = drafts;
  return (first?.keys ?? []).filter((key) => rest.every((draft) => draft.keys.includes(key)));
}

/** Uses of one body site (pain, radiation, rash, swelling) share their phrases and count as one concept. */
function groupOf(concept: Concept): string {
  return concept.within === undefined ? concept.id : concept.id.replace(/^.*\//u, 'site/');
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
