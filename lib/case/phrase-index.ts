import { topicOfKey } from '@/lib/case/body-context';
import type { Polarity } from '@/lib/case/case';
import { NEGATION_KEY, type TermReader } from '@/lib/case/terms';
import type { Concept } from '@/lib/knowledge/concept';

/** A vocabulary phrase as the set of terms that must be found for it. */
export interface IndexedPhrase {
  readonly concept: Concept;
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
  /** How specific a key is: the inverse frequency of the concepts whose phrases use it. */
  weightOf(key: string): number;
}

/** Terms that turn a body part or a function into a finding, a present into a past, or the patient into a relative. */
const MANDATORY = new Set(
  `${NEGATION_KEY} ~pain ~worse ~relief ~difficulty ~previous ~recent ~relative ~mother ~swell ~itch ~numb ~weak lose normal clear
  intact ~unintentional ~radiate regular irregular early ~exposure ~night ~rash passive ~inhale ~exhale prolong heavy ~fever`.split(
    /\s+/u,
  ),
);

/** Builds the index over every phrase of `concepts`. */
export function buildPhraseIndex(concepts: readonly Concept[], reader: TermReader): PhraseIndex {
  const drafts = concepts.flatMap((concept) => draftsOf(concept, reader));
  const weightOf = specificity(drafts);
  const phrases: IndexedPhrase[] = [];
  const postings = new Map<string, number[]>();
  for (const draft of drafts) {
    const position = phrases.length;
    phrases.push({
      ...draft,
      mandatory: draft.keys.filter((key) => MANDATORY.has(key)),
      weight: draft.keys.reduce((sum, key) => sum + weightOf(key), 0),
    });
    for (const key of draft.keys) {
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [position]);
      else list.push(position);
    }
  }
  return { phrases, postings, weightOf };
}

interface Draft {
  readonly concept: Concept;
  readonly polarity: Polarity;
  readonly keys: readonly string[];
}

function draftsOf(concept: Concept, reader: TermReader): Draft[] {
  const seen = new Set<string>();
  const drafts: Draft[] = [];
  const add = (phrase: string, polarity: Polarity): void => {
    // A phrase with a number in it ("BMI of 17") is a measurement, which is read as one.
    if (/\d/u.test(phrase)) return;
    const terms = reader.readTerms(phrase);
    const content = terms.filter((term) => term.content);
    const keys = [
      ...new Set((content.length > 0 ? content : terms).map((term) => term.key)),
    ].sort();
    const signature = `${polarity} ${keys.join(' ')}`;
    if (keys.length === 0 || seen.has(signature) || saysOnlyTopic(keys, concept)) return;
    seen.add(signature);
    drafts.push({ concept, polarity, keys });
  };
  for (const phrase of [...concept.nouns, ...concept.verbs]) add(phrase, 'present');
  for (const phrase of concept.absent) add(phrase, 'absent');
  if (concept.within === undefined) {
    add(concept.label, 'present');
    add(concept.absentLabel, 'absent');
  }
  return drafts;
}

/** "Pain starting within seconds" without its empty words is just "pain", which is a finding of its own. */
function saysOnlyTopic(keys: readonly string[], concept: Concept): boolean {
  return concept.within !== undefined && keys.every((key) => topicOfKey(key) === concept.within);
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
  for (const [key, users] of conceptsByKey)
    weights.set(key, Math.log(1 + groups.size / users.size));
  return (key) => weights.get(key) ?? 0;
}
