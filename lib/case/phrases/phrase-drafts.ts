import type { Polarity } from '@/lib/case/case';
import { isReadOnset } from '@/lib/case/course/onset-speed';
import { isTopicKey, topicOfKey } from '@/lib/case/places/body-context';
import { isLight, NEGATION_KEY, type Term, type TermReader } from '@/lib/case/terms/terms';
import type { Concept } from '@/lib/knowledge/concept';
import { stemOf } from '@/lib/text/words';

/** Terms that turn a body part or a function into a finding, a present into a past, or the patient into a relative. */
export const MANDATORY = new Set([
  NEGATION_KEY,
  ...'~pain ~worse ~relief ~difficulty ~impaired ~previous ~recent ~relative ~mother ~swell ~itch ~numb ~weak ~normal ~radiate ~contact ~rash ~inhale ~exhale ~unintentional ~formerly ~nearly ~presenting ~hypertension ~menses ~stroke ^HIV'.split(
    ' ',
  ),
  ...'regular irregular male delayed sluggish early passive prolonged clear raised elevated high low increased positive abnormal deranged reactive detected hiatus'
    .split(' ')
    .map(stemOf),
]);

const RELATIONAL = new Set([
  NEGATION_KEY,
  ...'~normal ~worse ~relief ~difficulty ~impaired ~previous ~recent ~relative ~mother ~several ~constant ~unintentional ~contact ~exertion ~radiate ~night ~formerly ~nearly ~presenting'.split(
    ' ',
  ),
]);

/** Terms for which "normal" can stand, so that the same phrase says that the finding is absent. */
const DEVIATIONS = new Set(['~difficulty', '~impaired', '~weak', '~numb', stemOf('abnormal')]);
const NORMALITY_KEY = '~normal';

/** Whether a key is about something, rather than relating or grading it. */
export function isSubstantial(key: string): boolean {
  return !RELATIONAL.has(key) && !isLight(key);
}

/** Uses of one body site (pain, radiation, rash, swelling) share their phrases and count as one concept. */
export function groupOf(concept: Concept): string {
  return concept.within === undefined ? concept.id : concept.id.replace(/^.*\//u, 'site/');
}

/** Whether a concept is a place of the body, rather than a quality or a finding. */
export function isSite({ id, within }: Concept): boolean {
  return within !== undefined && id.includes('/');
}

/** An idiom ("out cold", "T-spine") is left with one word of meaning, which means it only where no other concept uses that word. */
export type Origin = 'stated' | 'idiom' | 'derived';

export interface Draft {
  readonly concept: Concept;
  readonly polarity: Polarity;
  readonly keys: readonly string[];
  readonly origin: Origin;
  /** The wordings that come down to these keys, in lower case from the first word with meaning to the last. */
  readonly written: readonly string[];
}

/** "BMI of 17" and "temp of 38.5" are measurements and are read as such; without its number the phrase would say anything. */
const MEASURED =
  /\b(?:temp|temperature|BMI|FEV1|menarche|periods?|menstruating)\b.*\d|\d+\/\d+ power/u;

/** "Course of several weeks" is a time, which the course is read from; without its unit it would be a course of any length. */
const COURSE_LENGTH = /\b(?:course of|symptoms for) .*\b(?:hours|days|weeks|months|years)\b/u;

/** The phrases of one concept as sets of keys. */
export function draftsOf(concept: Concept, reader: TermReader): Draft[] {
  const written = new Map<string, string[]>();
  const drafts: Draft[] = [];
  const add = (phrase: string, polarity: Polarity): void => {
    if (MEASURED.test(phrase) || COURSE_LENGTH.test(phrase) || isReadOnset(phrase, concept)) return;
    // With its span, so that each phrase is not kept in mind as the sentences of a text are.
    const terms = reader.readTerms(phrase, { start: 0, end: phrase.length });
    const content = terms.filter((term) => term.content);
    const [first] = content;
    if (first === undefined) return;
    const idiom = content.length === 1 && terms.some((term) => term.filler || isLetter(term));
    const core = phrase.slice(first.start, content.at(-1)?.end).toLowerCase();
    addKeys(
      content.map((term) => term.key),
      polarity,
      idiom ? 'idiom' : 'stated',
      [core],
    );
  };
  const addKeys = (
    found: readonly string[],
    polarity: Polarity,
    origin: Origin,
    wordings: readonly string[],
  ): void => {
    const keys = [...new Set(found)].sort();
    const signature = `${polarity} ${keys.join(' ')}`;
    const known = written.get(signature);
    known?.push(...wordings);
    if (keys.length === 0 || known !== undefined || saysOnlyTopic(keys, concept)) return;
    const own = [...wordings];
    written.set(signature, own);
    drafts.push({ concept, polarity, keys, origin, written: own });
  };
  for (const phrase of [...concept.nouns, ...concept.verbs]) add(phrase, 'present');
  for (const phrase of concept.absent) add(phrase, 'absent');
  if (concept.within === undefined) {
    add(concept.label, 'present');
    add(concept.absentLabel, 'absent');
    for (const { keys } of drafts.filter((draft) => draft.polarity === 'present')) {
      if (keys.length < 2 || !keys.some((key) => DEVIATIONS.has(key))) continue;
      const rest = keys.filter((key) => !DEVIATIONS.has(key));
      if (rest.some(isSubstantial)) addKeys([...rest, NORMALITY_KEY], 'absent', 'derived', []);
    }
  }
  return drafts.filter((draft) => !isPlainNegation(draft, drafts) && !isRelation(draft));
}

/** "M protein" without its letter would be any protein. */
function isLetter({ key, content }: Term): boolean {
  return !content && /^[b-hj-z]$/u.test(key);
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
