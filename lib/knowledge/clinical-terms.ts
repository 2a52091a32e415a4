import { CARE } from '@/lib/knowledge/clinical-terms/care';
import { CONDITIONS } from '@/lib/knowledge/clinical-terms/conditions';
import { DRUGS } from '@/lib/knowledge/clinical-terms/drugs';
import { ORGANISMS } from '@/lib/knowledge/clinical-terms/organisms';
import { EXPOSURES, PROCEDURES } from '@/lib/knowledge/clinical-terms/procedures';
import { SIGNS } from '@/lib/knowledge/clinical-terms/signs';
import { SYMPTOMS } from '@/lib/knowledge/clinical-terms/symptoms';
import { TEST_FINDINGS } from '@/lib/knowledge/clinical-terms/test-findings';
import { WORD_ENDINGS } from '@/lib/knowledge/clinical-terms/word-endings';

export type ClinicalTermKind =
  | 'symptom'
  | 'sign'
  | 'test finding'
  | 'drug'
  | 'organism'
  | 'procedure'
  | 'exposure'
  | 'condition';

/** Something that can be said of a patient, with the wordings by which it is found. */
export interface ClinicalTerm {
  /** The first of its wordings. */
  readonly name: string;
  readonly kind: ClinicalTermKind;
  readonly wordings: readonly string[];
  /** Beginnings of words that come so near that a text which has one cannot be said to lack the term. */
  readonly near: readonly string[];
  /** Terms that this one is a kind of. */
  readonly broader: readonly ClinicalTerm[];
  /** Terms that are a kind of this one. */
  readonly narrower: readonly ClinicalTerm[];
}

interface DraftTerm extends ClinicalTerm {
  readonly wordings: string[];
  readonly near: string[];
  readonly broader: DraftTerm[];
  readonly narrower: DraftTerm[];
}

const SOURCES: readonly (readonly [ClinicalTermKind, string])[] = [
  ['symptom', SYMPTOMS],
  ['sign', SIGNS],
  ['test finding', TEST_FINDINGS],
  ['drug', DRUGS],
  ['organism', ORGANISMS],
  ['procedure', PROCEDURES],
  ['procedure', CARE],
  ['exposure', EXPOSURES],
  ['condition', CONDITIONS],
];

function listed(part: string): string[] {
  return part
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** What stands in a line after `mark`, up to the next mark. */
function after(line: string, mark: '<' | '~'): string[] {
  const at = line.indexOf(mark);
  return at === -1 ? [] : listed((line.slice(at + 1).split(/[<~]/u)[0] ?? '').trim());
}

function readTerms(kind: ClinicalTermKind, source: string): readonly DraftTerm[] {
  const terms = new Map<string, DraftTerm>();
  const termNamed = (name: string): DraftTerm => {
    const known = terms.get(name);
    if (known !== undefined) {
      return known;
    }
    const term = { name, kind, wordings: [name], near: [], broader: [], narrower: [] };
    terms.set(name, term);
    return term;
  };
  for (const line of source.trim().split('\n')) {
    const wordings = listed(line.split(/[<~]/u)[0] ?? '');
    const term = termNamed(wordings[0] ?? '');
    term.wordings.push(...wordings.slice(1));
    term.near.push(...after(line, '~'));
    for (const name of after(line, '<')) {
      const member = termNamed(name);
      member.broader.push(term);
      term.narrower.push(member);
    }
  }
  return [...terms.values()];
}

/** Every term, in a fixed order. */
export const CLINICAL_TERMS: readonly ClinicalTerm[] = SOURCES.flatMap(([kind, source]) =>
  readTerms(kind, source),
);

const KINDS_BY_ENDING: readonly (readonly [string, ClinicalTermKind])[] = WORD_ENDINGS.trim()
  .split('\n')
  .flatMap((line) => {
    const [name = '', endings = ''] = line.split('|');
    const kind = SOURCES.find(([one]) => one === name.trim())?.[0];
    return kind === undefined ? [] : listed(endings).map((ending) => [ending, kind] as const);
  })
  // The longest ending tells: "thiazide" before "ide".
  .sort(([a], [b]) => b.length - a.length);

/** Letters that must stand before an ending for the word to be a name: "vir" and "sone" are endings of much else. */
const LEAST_STEM = 4;
/** A case that has a word with the same beginning has come near the thing. */
const NEAR_LETTERS = 5;

/**
 * The term for a word that no list has, by its ending: "zanubrutinib" is a drug, "adrenalectomy" a procedure. `undefined` for
 * every other word.
 */
export function termByEnding(word: string): ClinicalTerm | undefined {
  const name = word.toLowerCase();
  const kind = KINDS_BY_ENDING.find(
    ([ending]) => name.endsWith(ending) && name.length >= ending.length + LEAST_STEM,
  )?.[1];
  return kind === undefined
    ? undefined
    : {
        name,
        kind,
        wordings: [name],
        near: [name.slice(0, NEAR_LETTERS)],
        broader: [],
        narrower: [],
      };
}
