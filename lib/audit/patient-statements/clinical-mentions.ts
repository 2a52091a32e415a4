import { CLINICAL_TERMS, type ClinicalTerm, termByEnding } from '@/lib/knowledge/clinical-terms';
import { gated } from '@/lib/text/gated-pattern';
import { rememberingTexts } from '@/lib/text/remembered';
import type { Span } from '@/lib/text/span';
import { type Word, wordsOf } from '@/lib/text/words';

/** Clinical terms that one stretch of a text names; several where a wording has several meanings. */
export interface ClinicalMention {
  readonly terms: readonly ClinicalTerm[];
  readonly span: Span;
}

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  readonly terms: ClinicalTerm[];
}

/** Words that a wording may hold or lack: "swelling of the legs", "swelling in her legs". */
const SMALL_WORDS = new Set('a an the of in on to at his her their its some both'.split(' '));
/** At most so many of them stand together inside a wording. */
const MOST_SMALL_WORDS = 2;
/** Something in the urine is more than the thing: "protein" is not "proteinuria", though they share a stem. */
const IN_URINE = gated(/^(?:protein|albumin|glucos)uria$/iu);
const ACRONYM = /^[A-Z][A-Z0-9]{1,5}$/u;
/** Inside a wording words are parted by nothing more than these. */
const JOINT = /^[\s'’/-]*$/u;

/** Shorter words are no names of drugs or findings by their ending. */
const LEAST_LETTERS = 7;

/** The key under which a word is looked up: capitals tell "ALL" from "all". */
export function keyOf({ surface, stem }: Pick<Word, 'surface' | 'stem'>): string {
  if (IN_URINE.test(surface)) {
    return surface.toLowerCase();
  }
  return ACRONYM.test(surface) ? `^${surface}` : stem;
}

function isSmall({ surface }: Word): boolean {
  return SMALL_WORDS.has(surface.toLowerCase());
}

/** The keys of the words of a wording that count. */
export function keysOf(wording: string): readonly string[] {
  return wordsOf(wording)
    .filter((word) => !isSmall(word))
    .map(keyOf);
}

function buildTrie(terms: readonly ClinicalTerm[]): TrieNode {
  const root: TrieNode = { next: new Map(), terms: [] };
  for (const term of terms) {
    for (const wording of term.wordings) {
      let node = root;
      for (const key of keysOf(wording)) {
        const child = node.next.get(key) ?? { next: new Map<string, TrieNode>(), terms: [] };
        node.next.set(key, child);
        node = child;
      }
      if (node !== root && !node.terms.includes(term)) {
        node.terms.push(term);
      }
    }
  }
  return root;
}

const TRIE = buildTrie(CLINICAL_TERMS);

interface Match {
  readonly terms: readonly ClinicalTerm[];
  /** Index of the last word. */
  readonly last: number;
}

function longestMatch(text: string, words: readonly Word[], from: number): Match | undefined {
  let node: TrieNode | undefined = TRIE;
  let best: Match | undefined;
  let skipped = 0;
  for (let index = from; index < words.length; index += 1) {
    const word = words[index];
    const before = words[index - 1];
    if (word === undefined || (index > from && !JOINT.test(text.slice(before?.end, word.start)))) {
      break;
    }
    const next: TrieNode | undefined = node.next.get(keyOf(word));
    if (next !== undefined) {
      node = next;
      skipped = 0;
      best = node.terms.length > 0 ? { terms: node.terms, last: index } : best;
    } else if (index > from && isSmall(word) && skipped < MOST_SMALL_WORDS) {
      skipped += 1;
    } else {
      break;
    }
  }
  return best;
}

/**
 * Where `text` names clinical terms, the longest wording at each place, in order and disjoint. The time grows with the length
 * of the text alone: wordings are found word by word in one tree.
 */
export const clinicalMentions: (text: string) => readonly ClinicalMention[] =
  rememberingTexts(readMentions);

/** Terms that words have by their ending, by stem. */
const ENDING_TERMS = new Map<string, readonly ClinicalTerm[]>();
/** A text of random words must not grow the memory without end. */
const MOST_WORDS = 20_000;

/** The same word always gives the same term, so that a case and a clause meet in it. */
function termsByEnding({ surface, stem }: Word): readonly ClinicalTerm[] {
  const known = ENDING_TERMS.get(stem);
  if (known !== undefined) return known;
  const term = termByEnding(surface) ?? termByEnding(surface.replace(/s$/iu, ''));
  const terms = term === undefined ? NONE : [term];
  if (ENDING_TERMS.size >= MOST_WORDS) ENDING_TERMS.clear();
  ENDING_TERMS.set(stem, terms);
  return terms;
}

const NONE: readonly ClinicalTerm[] = [];

function readMentions(text: string): readonly ClinicalMention[] {
  const words = wordsOf(text);
  const mentions: ClinicalMention[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const match = longestMatch(text, words, index);
    const first = words[index];
    const last = words[match?.last ?? index];
    if (match !== undefined && first !== undefined && last !== undefined) {
      mentions.push({ terms: match.terms, span: { start: first.start, end: last.end } });
      index = match.last;
    } else if (first !== undefined && first.surface.length >= LEAST_LETTERS) {
      const terms = termsByEnding(first);
      if (terms.length > 0) mentions.push({ terms, span: { start: first.start, end: first.end } });
    }
  }
  return mentions;
}
