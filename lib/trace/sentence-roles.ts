import roleWeights from '@/lib/trace/data/role-weights.json';
import { isFragment } from '@/lib/trace/discourse';
import { namesCondition, namesSymptom } from '@/lib/trace/sentence-cues';
import {
  cuesIn,
  featuresOfSentence,
  plainSentence,
  type SentencePlace,
} from '@/lib/trace/sentence-features';
import { ROLES, type Role } from '@/lib/trace/trace';
import { readWords, type WordReader } from '@/lib/trace/word-weights';

/** What a sentence does: a role, or nothing but holding the talk together ("Okay, let's think this through."). */
export const SENTENCE_CLASSES = [...ROLES, 'connective'] as const;

/** For each of `SENTENCE_CLASSES`, how probable it is; they sum to 1. */
export type ClassProbabilities = readonly number[];

/** Weights of one feature for each of `SENTENCE_CLASSES`. */
export type RoleWeights = ReadonlyMap<string, readonly number[]>;

/** The feature that every sentence has. */
export const ALWAYS = 'always';

const WEIGHTS: RoleWeights = new Map(Object.entries(roleWeights));
/** A text longer than this is no fragment, whatever white space it ends in. */
const LONGEST_FRAGMENT = 40;
const NOTHING: ReadonlySet<string> = new Set();

/**
 * The probabilities that the features of a sentence give, together with what its words speak for (multinomial logistic
 * regression).
 */
export function classProbabilities(
  features: readonly string[],
  weights: RoleWeights,
  words: readonly number[] = [],
): ClassProbabilities {
  const always = weights.get(ALWAYS);
  const scores = SENTENCE_CLASSES.map((_, index) => (always?.[index] ?? 0) + (words[index] ?? 0));
  for (const feature of features) {
    const row = weights.get(feature);
    for (let index = 0; row !== undefined && index < row.length; index += 1) {
      scores[index] = (scores[index] ?? 0) + (row[index] ?? 0);
    }
  }
  const highest = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - highest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}

/** What a fragment ("Anemia?", "Okay.") does, from what it names alone: nearly always nothing by itself. */
function readFragment(plain: string): ClassProbabilities {
  const named: Role | undefined = namesCondition(plain)
    ? 'hypothesis'
    : namesSymptom(plain)
      ? 'finding'
      : undefined;
  const nothing = named === undefined ? 0.9 : 0.6;
  return SENTENCE_CLASSES.map((name) => {
    if (name === 'connective') {
      return nothing;
    }
    return name === (named ?? 'knowledge') ? 1 - nothing : 0;
  });
}

export interface SentenceReader {
  /** What the next sentence does; `opensParagraph` where white space with a line break of its own precedes it. */
  read(text: string, opensParagraph: boolean): ClassProbabilities;
  /** What the sentence that has begun would do if it ended here; changes nothing. */
  preview(text: string, opensParagraph: boolean): ClassProbabilities;
}

function plainFragment(text: string): string | undefined {
  const plain = text.length > LONGEST_FRAGMENT ? undefined : plainSentence(text);
  return plain !== undefined && isFragment(plain) ? plain : undefined;
}

/** Reads sentences in their order: what went before and how far the text has gone weigh in. */
export function createSentenceReader(
  weights: RoleWeights = WEIGHTS,
  words: WordReader = readWords,
): SentenceReader {
  let before: ReadonlySet<string> = NOTHING;
  let sentence = 0;
  let paragraph = 0;

  function examine(
    text: string,
    opensParagraph: boolean,
  ): { readonly cues: ReadonlySet<string>; readonly probabilities: ClassProbabilities } {
    const plain = plainSentence(text);
    const cues = cuesIn(plain);
    const place: SentencePlace = {
      sentence,
      paragraph: paragraph + (opensParagraph ? 1 : 0),
      opensParagraph,
    };
    const features = featuresOfSentence(plain, cues, before, place);
    return { cues, probabilities: classProbabilities(features, weights, words(plain)) };
  }

  return {
    read(text, opensParagraph) {
      const fragment = plainFragment(text);
      if (fragment !== undefined) {
        paragraph += opensParagraph ? 1 : 0;
        return readFragment(fragment);
      }
      const { cues, probabilities } = examine(text, opensParagraph);
      before = cues;
      sentence += 1;
      paragraph += opensParagraph ? 1 : 0;
      return probabilities;
    },
    preview(text, opensParagraph) {
      const fragment = plainFragment(text);
      if (fragment !== undefined) {
        return readFragment(fragment);
      }
      return examine(text, opensParagraph).probabilities;
    },
  };
}

/** The role that is most probable; `connective` is none. */
export function likeliestRole(probabilities: ClassProbabilities): Role {
  let likeliest: Role = ROLES[0];
  let highest = -1;
  ROLES.forEach((role, index) => {
    const probability = probabilities[index] ?? 0;
    if (probability > highest) {
      highest = probability;
      likeliest = role;
    }
  });
  return likeliest;
}

/** How probable it is that a sentence only holds the talk together. */
export function probabilityOfConnective(probabilities: ClassProbabilities): number {
  return probabilities[SENTENCE_CLASSES.length - 1] ?? 0;
}
