import learnt from '@/lib/trace/data/word-weights.generated.json';

/**
 * What each word speaks for, learnt through its vector (GloVe, trained on news and encyclopaedia; see NOTICE), so that a word
 * that no annotated sentence holds counts as those do that are used like it (`training/roles/train.ts`).
 */
export interface WordWeights {
  /** The unit of `byWord`. */
  readonly scale: number;
  /** For each word, one number for each of `SENTENCE_CLASSES`. */
  readonly byWord: Readonly<Record<string, readonly number[]>>;
}

/** The words that the vectors are asked for: runs of letters. */
const WORD = /[a-z]+/g;

/** The words of a sentence in the form of `plainSentence`. */
export function wordsOf(plain: string): readonly string[] {
  return plain.match(WORD) ?? [];
}

/** Reads what the words of a sentence speak for. */
export type WordReader = (plain: string) => readonly number[];

/** Reads by the given weights: for each class, the mean over the words that are known; nothing where there is none. */
export function createWordReader(weights: WordWeights): WordReader {
  const rows = new Map(Object.entries(weights.byWord));
  return (plain) => {
    const sums: number[] = [];
    let known = 0;
    for (const word of wordsOf(plain)) {
      const row = rows.get(word);
      for (let index = 0; row !== undefined && index < row.length; index += 1) {
        sums[index] = (sums[index] ?? 0) + (row[index] ?? 0);
      }
      known += row === undefined ? 0 : 1;
    }
    return sums.map((sum) => (sum * weights.scale) / known);
  };
}

/** What the words of a sentence speak for, by the weights that come with the project. */
export const readWords: WordReader = createWordReader(learnt);
