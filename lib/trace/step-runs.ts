import { isFragment, isTurn } from '@/lib/trace/discourse';
import { plainSentence } from '@/lib/trace/sentence-features';
import {
  type ClassProbabilities,
  likeliestRole,
  probabilityOfConnective,
} from '@/lib/trace/sentence-roles';
import type { StepBuilder } from '@/lib/trace/steps';
import type { Role } from '@/lib/trace/trace';

/** A step shorter than this ("Okay.", "Hmm, wait.") is joined by what follows. UTF-16 code units. */
export const SHORTEST_STEP = 40;
/** A step that has grown to this length ends with its sentence, so that the work for each step stays bounded. */
const LONGEST_STEP = 6000;
/** From this probability on, a sentence that only holds the talk together goes with the sentence after it. */
const CONNECTIVE_FROM = 0.6;

/** A sentence, or a piece of one, that was appended to the open step. */
export interface PlacedSentence {
  readonly text: string;
  readonly start: number;
  /** Where the open step's text ended before it. */
  readonly stepEndBefore: number;
  /** Whether it goes on with a sentence that was too long to be read at once. */
  readonly continues: boolean;
}

export interface StepRuns {
  /** Decides to which step the sentence belongs that was just appended, splitting the open step where it has to. */
  place(sentence: PlacedSentence, probabilities: ClassProbabilities): void;
}

/**
 * Makes steps of running text: a step is a run of sentences of one role; a sentence that turns the reasoning back on itself
 * opens one always, and what only holds the talk together goes with what follows. Steps that are numbered, listed or under a
 * title of known role are split at such turns only.
 */
export function createStepRuns(steps: StepBuilder): StepRuns {
  let step = 0;
  let role: Role | undefined;
  /** The first of the sentences without a role at the end of the open step. */
  let waiting: PlacedSentence | undefined;

  function forget(): void {
    step = steps.opened;
    role = undefined;
    waiting = undefined;
  }

  function splitAt({ start, stepEndBefore }: PlacedSentence): void {
    steps.split(start, stepEndBefore);
    forget();
  }

  function placeWithRole(sentence: PlacedSentence, next: Role): void {
    if (role !== undefined && next !== role && steps.form === 'prose' && !steps.roleIsGiven) {
      splitAt(waiting ?? sentence);
    }
    role = next;
    waiting = undefined;
  }

  return {
    place(sentence, probabilities) {
      if (steps.opened !== step) {
        forget();
      }
      const before = steps.lengthAt(sentence.stepEndBefore);
      const plain = plainSentence(sentence.text);
      if (before >= LONGEST_STEP) {
        splitAt(sentence);
      } else if (sentence.continues) {
        steps.addSentence(probabilities);
        return;
      } else if (before > 0 && isTurn(plain) && (role !== undefined || before >= SHORTEST_STEP)) {
        splitAt(sentence);
      }
      if (isFragment(plain) || probabilityOfConnective(probabilities) >= CONNECTIVE_FROM) {
        waiting ??= role === undefined ? undefined : sentence;
        steps.addConnective(probabilities);
        return;
      }
      placeWithRole(sentence, likeliestRole(probabilities));
      steps.addSentence(probabilities);
    },
  };
}
