import { type Draft, groupOf, isSubstantial, MANDATORY } from '@/lib/case/phrase-drafts';
import { NEGATION_KEY } from '@/lib/case/terms';

/** How often a term or pair must occur among a concept's phrases to stand for it by itself. */
const SMALLEST_SUPPORT = 2;
/** And which share of all phrases with it must be that concept's. */
const SMALLEST_SHARE = 0.75;

/**
 * What is common to several phrases of a concept and to hardly any of another: "seizure" out of "tonic-clonic seizure" and "absence
 * seizure". Such a core recognises wordings that are listed nowhere.
 */
export function derivedDrafts(stated: readonly Draft[]): Draft[] {
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

function common(drafts: readonly Draft[]): string[] {
  const [first, ...rest] = drafts;
  return (first?.keys ?? []).filter((key) => rest.every((draft) => draft.keys.includes(key)));
}
