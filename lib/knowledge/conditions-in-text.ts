import type { Span } from '@/lib/text/span';
import { type Word, wordsOf } from '@/lib/text/words';
import type { Condition, ConditionId } from './concept';
import { CONDITIONS } from './conditions';

/** A condition that a text names, at the words that name it. */
export interface ConditionMention extends Span {
  readonly condition: Condition;
  /** Whether the words are a name of the condition; else they name a group that it belongs to ("acute coronary syndrome"). */
  readonly exact: boolean;
}

/**
 * Words for a group of diseases, each with the conditions in it: who writes "acute coronary syndrome" has thought of a
 * myocardial infarction. Groupings after ICD-10 version 2019 (WHO) and Thygesen et al. 2018 (Fourth Universal Definition
 * of Myocardial Infarction, doi:10.1161/CIR.0000000000000617); the wording is our own.
 */
const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ['acute coronary syndrome', ['acute-myocardial-infarction', 'unstable-angina']],
  ['coronary syndrome', ['acute-myocardial-infarction', 'unstable-angina']],
  ['ACS', ['acute-myocardial-infarction', 'unstable-angina']],
  ['myocardial ischaemia', ['acute-myocardial-infarction', 'unstable-angina', 'stable-angina']],
  ['cardiac ischaemia', ['acute-myocardial-infarction', 'unstable-angina', 'stable-angina']],
  ['coronary artery disease', ['acute-myocardial-infarction', 'unstable-angina', 'stable-angina']],
  ['ischaemic heart disease', ['acute-myocardial-infarction', 'unstable-angina', 'stable-angina']],
  ['angina', ['unstable-angina', 'stable-angina']],
  ['pneumothorax', ['spontaneous-pneumothorax']],
  ['pulmonary thrombosis', ['pulmonary-embolism']],
  ['thromboembolism', ['pulmonary-embolism']],
  ['VTE', ['pulmonary-embolism']],
  ['embolism', ['pulmonary-embolism']],
  ['embolus', ['pulmonary-embolism']],
  ['emboli', ['pulmonary-embolism']],
  ['asthma', ['acute-asthma-exacerbation']],
  ['COPD', ['acute-exacerbation-of-copd']],
  ['chronic obstructive pulmonary disease', ['acute-exacerbation-of-copd']],
  ['pulmonary oedema', ['acute-pulmonary-oedema']],
  ['heart failure', ['acute-pulmonary-oedema']],
  ['cardiac failure', ['acute-pulmonary-oedema']],
  ['CHF', ['acute-pulmonary-oedema']],
  ['dystonia', ['acute-dystonic-reaction']],
  ['dystonic', ['acute-dystonic-reaction']],
  ['extrapyramidal', ['acute-dystonic-reaction']],
  ['oesophageal perforation', ['boerhaave-syndrome']],
  ['Boerhaave', ['boerhaave-syndrome']],
  ['polyneuropathy', ['guillain-barre-syndrome']],
  ['Guillain', ['guillain-barre-syndrome']],
  ['fibrillation', ['atrial-fibrillation']],
  ['arrhythmia', ['atrial-fibrillation', 'paroxysmal-supraventricular-tachycardia']],
  ['haemorrhagic fever', ['ebola-virus-disease']],
  ['myopericarditis', ['myocarditis', 'pericarditis']],
  ['perimyocarditis', ['myocarditis', 'pericarditis']],
  ['allergic reaction', ['anaphylaxis']],
  ['anaphylactic', ['anaphylaxis']],
  ['anaphylactoid', ['anaphylaxis']],
  ['myasthenia', ['myasthenia-gravis']],
  ['myasthenic', ['myasthenia-gravis']],
  ['lower respiratory tract infection', ['pneumonia']],
  ['chest infection', ['pneumonia']],
  ['pneumonitis', ['pneumonia']],
  ['pancreatic malignancy', ['pancreatic-cancer']],
  ['lung malignancy', ['lung-cancer']],
  ['HIV', ['hiv-infection-acute']],
];

interface Phrase {
  readonly words: readonly string[];
  /** Abbreviations are told apart by case: PE is a disease, "pe" is none. */
  readonly abbreviation: boolean;
  readonly condition: Condition;
  readonly exact: boolean;
}

const ABBREVIATION = /^[A-Z]{2,6}$/;

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

function phraseOf(text: string, condition: Condition, exact: boolean): Phrase {
  const abbreviation = ABBREVIATION.test(text);
  const words = wordsOf(plain(text)).map(({ surface, stem }) => (abbreviation ? surface : stem));
  return { words, abbreviation, condition, exact };
}

function conditionWithId(id: string): Condition {
  const found = CONDITIONS.find((condition) => condition.id === id);
  if (found === undefined) throw new Error(`No condition "${id}".`);
  return found;
}

const phrasesByFirstWord = new Map<string, Phrase[]>();
for (const phrase of [
  ...CONDITIONS.flatMap((condition) =>
    [condition.name, condition.ddxplus, ...condition.aliases].map((name) =>
      phraseOf(name, condition, true),
    ),
  ),
  ...GROUPS.flatMap(([name, ids]) => ids.map((id) => phraseOf(name, conditionWithId(id), false))),
]) {
  const first = phrase.words[0] ?? '';
  phrasesByFirstWord.set(first, [...(phrasesByFirstWord.get(first) ?? []), phrase]);
}

function matches(phrase: Phrase, words: readonly Word[], at: number): boolean {
  return phrase.words.every((expected, offset) => {
    const word = words[at + offset];
    return word !== undefined && (phrase.abbreviation ? word.surface : word.stem) === expected;
  });
}

/** The longest phrases that begin at a word; several where they name a group. */
function longestAt(words: readonly Word[], at: number): readonly Phrase[] {
  const word = words[at];
  if (word === undefined) return [];
  const candidates = [
    ...(phrasesByFirstWord.get(word.stem) ?? []),
    ...(word.surface === word.stem ? [] : (phrasesByFirstWord.get(word.surface) ?? [])),
  ].filter((phrase) => matches(phrase, words, at));
  const longest = Math.max(0, ...candidates.map((phrase) => phrase.words.length));
  return candidates.filter((phrase) => phrase.words.length === longest);
}

/** The conditions that `text` names, in text order; every condition of a named group is given, at the same span. */
export function conditionsInText(text: string): readonly ConditionMention[] {
  const mentions: ConditionMention[] = [];
  // Accents are taken off in place: composed letters keep their length, so offsets stay those of `text`.
  const words = wordsOf(text.replace(/[À-ɏ]/gu, (letter) => plain(letter)[0] ?? letter));
  let at = 0;
  while (at < words.length) {
    const found = longestAt(words, at);
    const length = found[0]?.words.length ?? 1;
    const [first, last] = [words[at], words[at + length - 1]];
    const seen = new Set<ConditionId>();
    for (const { condition, exact } of found) {
      if (first === undefined || last === undefined || seen.has(condition.id)) continue;
      seen.add(condition.id);
      mentions.push({ condition, exact, start: first.start, end: last.end });
    }
    at += length;
  }
  return mentions;
}

/** The condition that a name of a differential or an answer stands for: one that it names exactly, and no other. */
export function conditionMeant(name: string): Condition | undefined {
  const exact = conditionsInText(name).filter((mention) => mention.exact);
  const [first] = exact;
  return exact.every(({ condition }) => condition.id === first?.condition.id)
    ? first?.condition
    : undefined;
}
