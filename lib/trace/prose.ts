import { isHighSurrogate, isSpace } from '@/lib/trace/characters';
import { endsSentence } from '@/lib/trace/sentence-ends';
import {
  type ClassProbabilities,
  createSentenceReader,
  SENTENCE_CLASSES,
} from '@/lib/trace/sentence-roles';
import { createStepRuns } from '@/lib/trace/step-runs';
import type { StepBuilder } from '@/lib/trace/steps';

/** A sentence without an end is read in pieces of about this length, so that the work for each character stays bounded. */
const LONGEST_SENTENCE = 500;
/** Where there is no white space either, it is cut at this length. */
const LONGEST_WORD = 1000;
/** What a sentence does that takes back another. */
const SELF_CORRECTION: ClassProbabilities = SENTENCE_CLASSES.map((name) =>
  name === 'self-correction' ? 1 : 0,
);
const CLOSERS = '"\'”’)]*_';

export interface Prose {
  /** Reads the next code unit of the open step. */
  feed(character: string, offset: number): void;
  /** Says that a sentence begins with the next code unit that is not white space. */
  beginSentence(opensParagraph: boolean): void;
  /** Ends the sentence; nothing is held back afterwards. */
  flush(): void;
  /** What the sentence that has begun would do if it ended here; undefined when none has begun. */
  preview(): ClassProbabilities | undefined;
}

/**
 * Takes each sentence, or piece of a long one, that begins at `start`, before it is placed in a step; says whether it takes
 * back what was said before.
 */
export type SentenceListener = (text: string, start: number) => boolean;

/** Splits running text into sentences, reads what each does, and has it placed in a step. */
export function createProse(steps: StepBuilder, listener: SentenceListener): Prose {
  const reader = createSentenceReader();
  const runs = createStepRuns(steps);
  let sentence = '';
  let start = 0;
  let stepEndBefore = 0;
  let ended = false;
  let continues = false;
  let opensParagraph = true;

  function endSentence(isWhole: boolean): void {
    if (sentence !== '') {
      const read = reader.read(sentence, opensParagraph);
      const probabilities = listener(sentence, start) ? SELF_CORRECTION : read;
      runs.place({ text: sentence, start, stepEndBefore, continues }, probabilities);
      opensParagraph = false;
    }
    sentence = '';
    ended = false;
    continues = !isWhole;
  }

  return {
    feed(character, offset) {
      const space = isSpace(character);
      if (sentence === '' && !space) {
        start = offset;
        stepEndBefore = steps.end;
      }
      steps.append(character, offset);
      if (sentence === '' && space) {
        return;
      }
      sentence += character;
      if (space) {
        if (ended && endsSentence(sentence)) {
          endSentence(true);
        } else if (sentence.length > LONGEST_SENTENCE) {
          endSentence(false);
        }
        ended = false;
      } else if (character === '.' || character === '?' || character === '!') {
        ended = true;
      } else if (sentence.length > LONGEST_WORD && !isHighSurrogate(character)) {
        endSentence(false);
      } else if (!CLOSERS.includes(character)) {
        ended = false;
      }
    },
    beginSentence(opens) {
      endSentence(true);
      opensParagraph ||= opens;
    },
    flush() {
      endSentence(true);
    },
    preview() {
      return sentence === '' ? undefined : reader.preview(sentence, opensParagraph);
    },
  };
}
