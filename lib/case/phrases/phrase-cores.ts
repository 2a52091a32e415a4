import { type Draft, groupOf, isSubstantial, MANDATORY } from '@/lib/case/phrases/phrase-drafts';
import { NEGATION_KEY } from '@/lib/case/terms/terms';
import { stemOf } from '@/lib/text/words';

/** How often a term or pair must occur among a concept's phrases to stand for it by itself. */
const SMALLEST_SUPPORT = 2;
/** And which share of all phrases with it must be that concept's. */
const SMALLEST_SHARE = 0.75;

/** Everyday words, which stand for no finding by themselves however many of its wordings hold them ("full" of early fullness). */
const EVERYDAY = new Set(
  `full bed glass nurse step edge brain complication consult track mood train swim speed dark hormone pill drink smell department
  dream place fish flatmate kid draw world wish drift pace argument conflict hunt hut monk spider circular cling crisp
  district spin packet crunch snap deliberate stoop furniture gestation`
    .split(/\s+/u)
    .map(stemOf),
);

/**
 * What is common to several phrases of a concept and to hardly any of another: "seizure" out of "tonic-clonic seizure" and "absence
 * seizure". Such a core recognises wordings that are listed nowhere.
 */
export function derivedDrafts(stated: readonly Draft[]): Draft[] {
  const derived = new Map<string, Draft>();
  for (const drafts of usersOfTermsAndPairs(stated)) {
    for (const core of coresOf(drafts)) {
      derived.set(`${core.concept.id} ${core.keys.join(' ')}`, core);
    }
  }
  const ofConcept = groupBy(stated, (draft) => draft.concept);
  return [...derived.values()].filter(
    ({ concept, keys }) =>
      !(ofConcept.get(concept) ?? []).some((draft) => isSame(draft.keys, keys)),
  );
}

function isSame(keys: readonly string[], others: readonly string[]): boolean {
  return keys.length === others.length && keys.every((key, position) => key === others[position]);
}

/**
 * The drafts with each term, and with each pair of terms, of which there are enough to have a core, in the order in which a term or
 * pair first occurs. Terms of which there are not enough are left out beforehand: most pairs hold such a term.
 */
function usersOfTermsAndPairs(stated: readonly Draft[]): Draft[][] {
  const counts = new Map<string, number>();
  for (const { keys } of stated) {
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const numbers = new Map<string, number>();
  for (const [key, count] of counts) {
    if (count >= SMALLEST_SUPPORT) numbers.set(key, numbers.size + 1);
  }
  const users = new Map<number, Draft[]>();
  const add = (itemset: number, draft: Draft): void => {
    const list = users.get(itemset);
    if (list === undefined) users.set(itemset, [draft]);
    else list.push(draft);
  };
  for (const draft of stated) {
    const shared = draft.keys.flatMap((key) => numbers.get(key) ?? []);
    for (const [position, number] of shared.entries()) {
      add(number, draft);
      for (let other = position + 1; other < shared.length; other += 1) {
        add(number * (numbers.size + 1) + (shared[other] ?? 0), draft);
      }
    }
  }
  return [...users.values()].filter((drafts) => drafts.length >= SMALLEST_SUPPORT);
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
        {
          concept: first.concept,
          polarity: 'present' as const,
          keys,
          origin: 'derived' as const,
          written: [],
        },
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
    return !MANDATORY.has(first) && !EVERYDAY.has(first) && isSubstantial(first);
  return keys.filter(isSubstantial).length >= 2;
}

function common(drafts: readonly Draft[]): string[] {
  const [first, ...rest] = drafts;
  return (first?.keys ?? []).filter((key) => rest.every((draft) => draft.keys.includes(key)));
}
