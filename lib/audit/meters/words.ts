import { isSpace } from '@/lib/trace/characters';

/** A word of the text: lower-cased and between white space, as the formulas of A3 count words. */
export interface Word {
  /** The same for the same word. */
  readonly id: number;
  readonly text: string;
  /** Offset of its first code unit in the text. */
  readonly start: number;
  /** Whether it has a letter or a digit, and is no rule or border of a table. */
  readonly lexical: boolean;
}

export interface WordScanner {
  /** The words that this text completes. */
  push(text: string): readonly Word[];
  /** The last word, which nothing followed. */
  finish(): readonly Word[];
}

/** A word of more code units is cut: a text without spaces is watched like any other, at a bounded cost. */
const LONGEST_WORD = 64;

const LEXICAL = /[\p{L}\p{N}]/u;

/**
 * Cuts a growing text into words. Scripts that are written without spaces give a word for each character. A word is known
 * once something follows it, so the words do not depend on the chunks in which the text came.
 */
export function createWordScanner(): WordScanner {
  const ids = new Map<string, number>();
  let open = '';
  let start = 0;
  let length = 0;

  const close = (into: Word[]) => {
    if (open === '') return;
    const text = open.toLowerCase();
    const id = ids.get(text) ?? ids.size;
    ids.set(text, id);
    into.push({ id, text, start, lexical: LEXICAL.test(text) });
    open = '';
  };

  return {
    push(text) {
      const words: Word[] = [];
      for (let index = 0; index < text.length; index += 1) {
        const character = text.charAt(index);
        const alone = isWordByItself(text.charCodeAt(index));
        if (alone || open.length === LONGEST_WORD || isSpace(character)) close(words);
        if (!isSpace(character)) {
          if (open === '') start = length;
          open += character;
          if (alone) close(words);
        }
        length += 1;
      }
      return words;
    },
    finish() {
      const words: Word[] = [];
      close(words);
      return words;
    },
  };
}

/** Han, kana and Hangul of the basic plane (Unicode blocks 2E80 to 9FFF, AC00 to D7AF, F900 to FAFF). */
function isWordByItself(unit: number): boolean {
  return (
    (unit >= 0x2e80 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7af) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}
