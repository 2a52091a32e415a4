import type { Random } from '@/lib/evaluation/random';
import type { Concept, ConceptId } from '@/lib/knowledge/concept';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';
import { LOCKED_WORDINGS } from './locked-wordings';

/** What a training note may say of a finding: the vocabulary's wordings without the locked ones. */
export interface OpenWording {
  readonly nouns: readonly string[];
  readonly verbs: readonly string[];
  /** Verb phrases that state the absence, and whole clauses that do ("pulse is normal"). */
  readonly absentVerbs: readonly string[];
  readonly absentClauses: readonly string[];
}

const VERB_OF_ABSENCE =
  /^(?:is|was|has|had|does|did|can|cannot|could|never|denies|takes|lives|eats|feels|breathes|drinks|sleeps|comes|gets|tolerates|moves|keeps|stays|knows|uses|works|looks|passes|swallows|finds|avoids|rarely|speaks|walks|talks|stopped|manages|opens) /u;

function openWording(concept: Concept): OpenWording {
  const locked = LOCKED_WORDINGS.get(concept.id) ?? new Set<string>();
  const open = (wordings: readonly string[]) => wordings.filter((wording) => !locked.has(wording));
  const absent = open(concept.absent);
  return {
    nouns: open(concept.nouns),
    verbs: open(concept.verbs),
    absentVerbs: absent.filter((wording) => VERB_OF_ABSENCE.test(wording)),
    absentClauses: absent.filter((wording) => !VERB_OF_ABSENCE.test(wording)),
  };
}

const OPEN_WORDINGS: ReadonlyMap<ConceptId, OpenWording> = new Map(
  CONCEPTS.map((concept) => [concept.id, openWording(concept)]),
);

const NONE: OpenWording = { nouns: [], verbs: [], absentVerbs: [], absentClauses: [] };

/** The wordings of a finding that a training note may use. */
export function openWordingOf(concept: ConceptId): OpenWording {
  return OPEN_WORDINGS.get(concept) ?? NONE;
}

const FEMALE_WORDS = /\b(?:she|her|hers|herself)\b/u;
const MALE_WORDS = /\b(?:he|him|his|himself)\b/u;

/** The phrases that do not speak of a person of the other sex. */
export function ofSex(phrases: readonly string[], sex: 'female' | 'male'): readonly string[] {
  const other = sex === 'female' ? MALE_WORDS : FEMALE_WORDS;
  return phrases.filter((phrase) => !other.test(phrase));
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['is', 'am'],
  ['has', 'have'],
  ['does', 'do'],
  ['goes', 'go'],
]);
/** Words that begin a verb phrase and are the same in the first person although they end in s. */
const UNCHANGED = /^(?:was|always|sometimes|nearly|gas|less)$/u;

function firstPersonVerb(verb: string): string {
  const irregular = IRREGULAR.get(verb);
  if (irregular !== undefined) return irregular;
  if (UNCHANGED.test(verb) || !verb.endsWith('s') || verb.endsWith('ss')) return verb;
  if (/[^aeiou]ies$/u.test(verb)) return `${verb.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|zz)es$/u.test(verb)) return verb.slice(0, -2);
  return verb.slice(0, -1);
}

const THIRD_PERSON =
  /\b(?:he|she|his|her|him|himself|herself|their|them|themselves|patient|and (?:is|has|was))\b/u;

/** The verb phrase as the patient says it of himself; `undefined` where it speaks of the patient from outside. */
export function inFirstPerson(phrase: string): string | undefined {
  if (THIRD_PERSON.test(phrase)) return undefined;
  const [verb = '', ...rest] = phrase.split(' ');
  return [firstPersonVerb(verb), ...rest].join(' ');
}

/** One of the phrases, or `undefined` where there is none. */
export function pickOne(random: Random, phrases: readonly string[]): string | undefined {
  return phrases.length === 0 ? undefined : random.pick(phrases);
}
