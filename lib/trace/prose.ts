import { isSpace } from '@/lib/trace/characters';
import { type OpenerReading, readOpener } from '@/lib/trace/discourse';
import type { StepBuilder } from '@/lib/trace/steps';

/** A step shorter than this ("Okay.", "Hmm, wait.") is joined by what follows. UTF-16 code units. */
export const SHORTEST_STEP = 40;
/** A sentence without an end is read in pieces of about this length, so that the work for each character stays bounded. */
const LONGEST_SENTENCE = 500;
const CLOSERS = '"\'”’)]*_';

export interface Prose {
  /** Reads the next code unit of the open step. */
  feed(character: string, offset: number): void;
  /** Says that a sentence begins with the next code unit that is not white space. */
  beginSentence(): void;
  /** Ends the sentence; nothing is held back afterwards. */
  flush(): void;
}

export interface ProseListener {
  /** A discourse boundary: a new step is to be opened at `start`. */
  openStep(start: number): void;
  /** A sentence, or a piece of one, that begins at `start`. */
  sentence(text: string, start: number): void;
}

/**
 * Splits running text into sentences and finds the sentences that open a new step. A numbered or listed step is split only
 * where the model turns back on itself; prose is split at every discourse opener.
 */
export function createProse(steps: StepBuilder, listener: ProseListener): Prose {
  let sentence = '';
  let sentenceStart = 0;
  let ended = false;
  let atStart = false;
  let head: string | undefined;
  let headStart = 0;

  function endSentence(): void {
    if (sentence.trim() !== '') {
      steps.sentence(sentence);
      listener.sentence(sentence, sentenceStart);
    }
    sentence = '';
    ended = false;
  }

  function write(character: string, offset: number): void {
    steps.append(character, offset);
    if (sentence === '') {
      sentenceStart = offset;
    }
    sentence += character;
    if (character === '.' || character === '?' || character === '!') {
      ended = true;
    } else if (isSpace(character)) {
      const tooLong = sentence.length > LONGEST_SENTENCE;
      atStart ||= ended;
      if (ended || tooLong) {
        endSentence();
      }
    } else if (!CLOSERS.includes(character)) {
      ended = false;
    }
  }

  function settle(reading: OpenerReading): void {
    const text = head ?? '';
    head = undefined;
    const splits =
      steps.length >= SHORTEST_STEP &&
      (reading === 'turn' || (reading === 'move' && steps.form === 'prose'));
    if (splits) {
      endSentence();
      listener.openStep(headStart);
    }
    for (let index = 0; index < text.length; index += 1) {
      write(text.charAt(index), headStart + index);
    }
  }

  return {
    feed(character, offset) {
      if (head === undefined && (!atStart || isSpace(character))) {
        write(character, offset);
        return;
      }
      if (head === undefined) {
        atStart = false;
        headStart = offset;
      }
      head = (head ?? '') + character;
      const reading = readOpener(head, false);
      if (reading !== 'undecided') {
        settle(reading);
      }
    },
    beginSentence() {
      endSentence();
      atStart = true;
    },
    flush() {
      if (head !== undefined) {
        settle(readOpener(head, true));
      }
      endSentence();
      atStart = false;
    },
  };
}
