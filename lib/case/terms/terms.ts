import { buildSpellingIndex } from '@/lib/case/terms/misspellings';
import { SYNONYM_GROUPS } from '@/lib/case/terms/synonyms';
import type { Span } from '@/lib/text/span';
import { stemOf, surfacesOf, type Word, wordsOf } from '@/lib/text/words';

/** A word, or several that mean one thing together, under the key by which texts and vocabulary phrases meet. */
export interface Term extends Span {
  readonly key: string;
  /** False for words that carry no meaning of their own ("the", "reports"). */
  readonly content: boolean;
  /** Whether the word is a filler, which a phrase may hold or lack. */
  readonly filler: boolean;
  /** Position of the first word among the words of the sentence. */
  readonly first: number;
  /** Number of words. */
  readonly length: number;
}

/** Number of words between two terms of a sentence, given their positions. */
export function wordsBetween(terms: readonly Term[], left: number, right: number): number {
  const a = terms[left];
  return a === undefined ? 0 : (terms[right]?.first ?? 0) - (a.first + a.length);
}

/** The key under which every negating word is found. */
export const NEGATION_KEY = '~not';

const NEGATING_STEMS = new Set(
  "no not never without don't doesn't didn't isn't wasn't aren't weren't hasn't haven't hadn't won't nor neither none nil non free deny denies denied denying absent"
    .split(' ')
    .map(stemOf),
);

/** Words of grammar and of reporting, which no phrase is about. */
const FUNCTION_STEMS = new Set(
  `a an the and or of in on at to for with from by as that this these those it its he she they his her their them him i my me we
  you your who which when while where there then than so such also just now still per into onto over about after during since
  until if whether because be am have do get report complain describe note notice develop experience suffer say state mention
  present presentation patient pt can could will would may might show find sign symptom known know feel become`
    .split(/\s+/u)
    .map(stemOf),
);

/** Whether a word is of grammar, of reporting or of denying: such a word tells nothing of a patient by itself. */
export function isFunctionWord({ stem }: Pick<Word, 'stem'>): boolean {
  return FUNCTION_STEMS.has(stem) || NEGATING_STEMS.has(stem);
}

/** Words that a phrase may hold or lack without changing what it says. */
const FILLER_STEMS = new Set(
  `very quite rather some any own go come make take use up out down ago woman man lady gentleman girl boy male female
  day week month year hour minute second today yesterday time one two three four five six seven eight nine ten
  twelve few couple bit little lot more most much other see keep give especially usually often sometimes already currently reason complaint
  both each every all episode attack bout spell history diagnosis condition region aspect surface quality intensity nature kind type
  feeling area part side left right bilateral mild moderate severe marked slight acute new onset morning evening`
    .split(/\s+/u)
    .map(stemOf),
);

/** Fillers that do tell some phrases of the vocabulary apart; there they weigh little but do count. */
const LIGHT_STEMS = new Set(
  `mild moderate severe marked slight acute new onset left right bilateral history area side part feeling attack
  episode both all sudden male female more most little bit diagnosis one two`
    .split(/\s+/u)
    .map(stemOf),
);

/** Whether a key is of a degree or a direction, which tells little by itself. */
export function isLight(key: string): boolean {
  return LIGHT_STEMS.has(key) || LIGHT_GROUPS.has(key);
}

const LIGHT_GROUPS = new Set([
  '~top of',
  '~bottom of',
  '~below',
  '~back of',
  '~front of',
  '~side of',
]);

/** Whether a key says which side or end of a thing is meant: without it "upper chest" would be any chest. */
export function isDirection(key: string): boolean {
  return LIGHT_GROUPS.has(key) || DIRECTIONS.has(key);
}

const DIRECTIONS = new Set('left right side between above'.split(' ').map(stemOf));

/** The place in a name of a pain that is written as one word, by the stem of the whole. "Headache" and "earache" are findings. */
const PLACES_THAT_ACHE: ReadonlyMap<string, string> = new Map(
  ['back', 'belly', 'stomach', 'tooth', 'tummy'].map((place) => [stemOf(`${place}ache`), place]),
);

/** "Backache" is an ache of the back: two words, of which the second is the pain. */
function partsOfWord(word: Word): Word | readonly Word[] {
  const place = PLACES_THAT_ACHE.get(word.stem);
  if (place === undefined) return word;
  const middle = word.start + place.length;
  const ache = word.surface.slice(place.length);
  return [
    { start: word.start, end: middle, surface: place, stem: stemOf(place) },
    { start: middle, end: word.end, surface: ache, stem: stemOf(ache) },
  ];
}

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  key?: string;
}

function insert(root: TrieNode, stems: readonly string[], key: string): void {
  let node = root;
  for (const stem of stems) {
    let child = node.next.get(stem);
    if (child === undefined) {
      child = { next: new Map() };
      node.next.set(stem, child);
    }
    node = child;
  }
  node.key ??= key;
}

/** So many different words are remembered at a time. */
const WORD_MEMORY = 20_000;

/** `read` with a memory of the words that it was asked about; it has to be a function of a word as it is written. */
function remembering(read: (word: Word) => string): (word: Word) => string {
  const memory = new Map<string, string>();
  return (word) => {
    const known = memory.get(word.surface);
    if (known !== undefined) return known;
    const value = read(word);
    if (memory.size >= WORD_MEMORY) memory.clear();
    memory.set(word.surface, value);
    return value;
  };
}

const ACRONYM = /^[A-Z][A-Z0-9]{1,5}$|^[A-Z][a-z]?[A-Z]{1,4}x?$|^[A-Z]{2,5}s$/u;

function acronymKey(surface: string): string {
  return `^${surface.replace(/s$/u, '').toUpperCase()}`;
}

/** Turns words into terms. Built once over all phrases that may be asked for, since those decide what is an acronym. */
export interface TermReader {
  readTerms(text: string, span?: Span): Term[];
}

/**
 * Builds a reader of terms. An upper-case word of `phrases` is an acronym: it is found in upper case, and in lower case when
 * it has at least three letters and is no ordinary word of the phrases.
 */
export function createTermReader(phrases: readonly string[]): TermReader {
  const acronyms = new Set<string>();
  const ordinary = new Set([
    'pad',
    'all',
    'has',
    'was',
    'her',
    'may',
    'and',
    'out',
    'aid',
    'mets',
    'cap',
  ]);
  // The uses of a body site share their phrases.
  for (const phrase of new Set([...phrases, ...SYNONYM_GROUPS.flat()])) {
    for (const surface of surfacesOf(phrase)) {
      if (ACRONYM.test(surface)) acronyms.add(acronymKey(surface));
      else ordinary.add(surface.toLowerCase());
    }
  }
  const spelling = buildSpellingIndex(ordinary);
  const knownStems = new Set([...ordinary].map(stemOf));
  const correctedStem = remembering((word) => {
    if (knownStems.has(word.stem)) return word.stem;
    const corrected = spelling.correct(word.surface.toLowerCase());
    return corrected === undefined ? word.stem : stemOf(corrected);
  });
  const acronymOrStem = remembering((word) => {
    if (ACRONYM.test(word.surface)) {
      const key = acronymKey(word.surface);
      return acronyms.has(key) ? key : word.stem;
    }
    if (ordinary.has(word.surface.toLowerCase())) return correctedStem(word);
    const key = acronymKey(word.surface);
    // In lower case a two-letter acronym cannot be told from a word ("his" is no plural of "HI").
    return key.length > 3 && acronyms.has(key) ? key : correctedStem(word);
  });
  const stemFor = (word: Word, shouting: boolean): string =>
    shouting && word.surface.length > 3 ? correctedStem(word) : acronymOrStem(word);
  const root: TrieNode = { next: new Map() };
  for (const group of SYNONYM_GROUPS) {
    const key = `~${group[0]}`;
    for (const wording of group)
      insert(
        root,
        wordsOf(wording).map((word) => stemFor(word, false)),
        key,
      );
  }
  return {
    readTerms(text, span) {
      const words = wordsOf(text, span).flatMap(partsOfWord);
      const shouting = isShouting(words);
      return termsOf(
        words,
        words.map((word, position) =>
          isRoomAir(words, position) ? ROOM_AIR_STEM : stemFor(word, shouting),
        ),
        root,
      );
    },
  };
}

const ROOM_AIR_STEM = 'roomair';

/** "RA" after a saturation is the air that the patient breathes, not an arthritis. */
function isRoomAir(words: readonly Word[], position: number): boolean {
  if (words[position]?.surface !== 'RA') return false;
  return /^(?:\d.*|on|sats?|SpO2)$/u.test(words[position - 1]?.surface ?? '');
}

/** Whether a sentence is typed in capitals throughout, so that capitals mark no acronym. */
function isShouting(words: readonly Word[]): boolean {
  const long = words.filter((word) => word.surface.length > 3);
  return long.length >= 3 && long.every((word) => word.surface === word.surface.toUpperCase());
}

function termsOf(words: readonly Word[], stems: readonly string[], root: TrieNode): Term[] {
  const terms: Term[] = [];
  let index = 0;
  while (index < words.length) {
    const match = longestGroup(stems, index, root);
    const length = match?.length ?? 1;
    const firstWord = words[index];
    const lastWord = words[index + length - 1];
    const stem = stems[index];
    if (firstWord === undefined || lastWord === undefined || stem === undefined) break;
    const negating = match === undefined && NEGATING_STEMS.has(stem);
    terms.push({
      key: match?.key ?? (negating ? NEGATION_KEY : stem),
      content: match !== undefined || negating || isContent(stem),
      filler: match === undefined && FILLER_STEMS.has(stem),
      start: firstWord.start,
      end: lastWord.end,
      first: index,
      length,
    });
    index += length;
  }
  return terms;
}

function isContent(stem: string): boolean {
  return (
    !/^\d/u.test(stem) &&
    stem.length > 1 &&
    !FUNCTION_STEMS.has(stem) &&
    (!FILLER_STEMS.has(stem) || LIGHT_STEMS.has(stem))
  );
}

function longestGroup(
  stems: readonly string[],
  from: number,
  root: TrieNode,
): { key: string; length: number } | undefined {
  let node: TrieNode | undefined = root;
  let best: { key: string; length: number } | undefined;
  for (let index = from; index < stems.length && node !== undefined; index += 1) {
    node = node.next.get(stems[index] ?? '');
    if (node?.key !== undefined) best = { key: node.key, length: index - from + 1 };
  }
  return best;
}
