import { wordsOf } from '@/lib/text/words';

/** Something that is done for a patient, a treatment or a test, with the wordings by which it is recognised. */
export interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Words that neither tell one treatment from another nor hold it together. */
const FILLERS = new Set(['of', 'the', 'a', 'an']);
const DOSE_UNITS =
  'mg|mcg|µg|ug|g|kg|ml|l|iu|units?|micrograms?|milligrams?|grams?|millilit(?:re|er)s?|lit(?:re|er)s?';
/** "500mg", and "500" before "mg". */
const DOSE = new RegExp(`\\d[\\d.,]*\\s?(?:${DOSE_UNITS})(?![\\p{L}\\p{N}])`, 'giu');

/**
 * The words by which a phrase is compared: spelling, case, accents and inflection taken off, doses and articles left out.
 */
export function phraseWords(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(DOSE, ' ');
  return wordsOf(plain)
    .filter(({ surface }) => !FILLERS.has(surface.toLowerCase()))
    .map(({ stem }) => stem);
}

interface Phrase<T> {
  readonly words: readonly string[];
  readonly meaning: T;
}

/** What a set of phrases means, by the phrase's first word. */
export type PhraseIndex<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

/** An index of every name and alias. Throws where a phrase has no words. */
export function indexPhrases<T>(
  entries: readonly { readonly named: Named; readonly meaning: T }[],
): PhraseIndex<T> {
  const index = new Map<string, Phrase<T>[]>();
  for (const { named, meaning } of entries) {
    for (const text of [named.name, ...named.aliases]) {
      const words = phraseWords(text);
      const [first] = words;
      if (first === undefined) throw new Error(`lib/knowledge/data/care: "${text}" has no words`);
      index.set(first, [...(index.get(first) ?? []), { words, meaning }]);
    }
  }
  return index;
}

interface Found<T> {
  readonly start: number;
  readonly end: number;
  readonly meaning: T;
}

/** What `text` names, in text order: whole words only, and nothing that lies inside a longer phrase that it names. */
export function meaningsIn<T>(text: string, index: PhraseIndex<T>): readonly T[] {
  const words = phraseWords(text);
  const found: Found<T>[] = words.flatMap((word, start) =>
    (index.get(word) ?? [])
      .filter((phrase) => phrase.words.every((expected, at) => words[start + at] === expected))
      .map(({ words: { length }, meaning }) => ({ start, end: start + length, meaning })),
  );
  return found
    .filter((inner) => !found.some((outer) => liesInside(inner, outer)))
    .map(({ meaning }) => meaning);
}

function liesInside(inner: Found<unknown>, outer: Found<unknown>): boolean {
  return (
    outer.start <= inner.start &&
    inner.end <= outer.end &&
    outer.end - outer.start > inner.end - inner.start
  );
}
