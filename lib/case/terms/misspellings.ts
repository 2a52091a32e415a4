/** Finds the vocabulary word that a misspelt one stands for. */
export interface SpellingIndex {
  /** The known word that `word` is most likely meant to be, if it is misspelt in a way that leaves no doubt. */
  correct(word: string): string | undefined;
}

/** In shorter words one letter makes another word. */
const SHORTEST_CORRECTED = 7;

/**
 * Builds the index over `words` (lower case). Corrected are letters doubled or not ("vomitting", "diarhoea") and vowels
 * mistaken or swapped ("diarrhoae", "nausia"). A wrong consonant is not: it makes "heaving" of "hearing" and "concussion" of
 * "conclusion", and a wrong finding costs more than a missed one.
 */
export function buildSpellingIndex(words: Iterable<string>): SpellingIndex {
  const bySingled = new Map<string, string>();
  const byConsonants = new Map<string, string>();
  const known = new Set<string>();
  for (const word of words) {
    if (word.length < SHORTEST_CORRECTED || known.has(word)) continue;
    known.add(word);
    keepFirst(bySingled, singled(word), word);
    keepFirst(byConsonants, consonants(word), word);
  }
  return {
    correct(word) {
      if (word.length < SHORTEST_CORRECTED || known.has(word)) return undefined;
      const doubled = bySingled.get(singled(word));
      if (doubled !== undefined) return doubled;
      const found = byConsonants.get(consonants(word));
      if (found === undefined || !isOneSlip(word, found)) return undefined;
      // "Friction" and "fraction" are two words; endings this common make such pairs.
      return /(?:tion|ing|ant|ent|er)s?$/u.test(word) ? undefined : found;
    },
  };
}

function keepFirst(words: Map<string, string>, key: string, word: string): void {
  if (!words.has(key)) words.set(key, word);
}

function singled(word: string): string {
  return word.replace(/(.)\1+/gu, '$1');
}

/** The word's first letter and its consonants, each run of one letter once. */
function consonants(word: string): string {
  return singled(word.charAt(0) + word.slice(1).replace(/[aeiouy]/gu, ''));
}

/** Whether two words with the same consonants differ by one vowel or by two neighbouring letters swapped. */
function isOneSlip(written: string, meant: string): boolean {
  let start = 0;
  while (start < written.length && written[start] === meant[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(written.length, meant.length) - start &&
    written.at(-1 - end) === meant.at(-1 - end)
  ) {
    end += 1;
  }
  const wrong = written.slice(start, written.length - end);
  const right = meant.slice(start, meant.length - end);
  const isSwap = wrong.length === 2 && right === `${wrong.charAt(1)}${wrong.charAt(0)}`;
  return isSwap || (wrong.length <= 1 && right.length <= 1);
}
