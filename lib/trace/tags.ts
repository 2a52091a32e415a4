/** What a tag in the generated text says about the channel. */
export type TagMeaning = 'thinking-opens' | 'thinking-closes' | 'answer-opens' | 'answer-closes';

/** The tags by which reasoning models separate thinking from answer. */
const TAGS: ReadonlyMap<string, TagMeaning> = new Map([
  ['<think>', 'thinking-opens'],
  ['</think>', 'thinking-closes'],
  ['<thinking>', 'thinking-opens'],
  ['</thinking>', 'thinking-closes'],
  ['<answer>', 'answer-opens'],
  ['</answer>', 'answer-closes'],
]);

const PREFIXES: ReadonlySet<string> = new Set(
  [...TAGS.keys()].flatMap((tag) => Array.from(tag, (_, index) => tag.slice(0, index + 1))),
);

export type TagScan =
  /** The character is part of what may yet become a tag. */
  | { readonly kind: 'held' }
  /** What was held is no tag; it is released as content, and the character with it unless it is held anew. */
  | { readonly kind: 'released'; readonly text: string }
  | { readonly kind: 'tag'; readonly meaning: TagMeaning; readonly length: number };

const HELD: TagScan = { kind: 'held' };

export interface TagScanner {
  /** Reads one UTF-16 code unit. */
  push(character: string): TagScan;
  /** Gives up what is held, as content. */
  release(): string;
  /** Code units held back at the moment. */
  readonly held: number;
}

/** Finds tags in a stream of single code units, however they were split over tokens. */
export function createTagScanner(): TagScanner {
  let held = '';
  return {
    push(character) {
      const candidate = held + character;
      const meaning = TAGS.get(candidate);
      if (meaning !== undefined) {
        held = '';
        return { kind: 'tag', meaning, length: candidate.length };
      }
      if (PREFIXES.has(candidate)) {
        held = candidate;
        return HELD;
      }
      if (character === '<') {
        const text = held;
        held = '<';
        return text === '' ? HELD : { kind: 'released', text };
      }
      held = '';
      return { kind: 'released', text: candidate };
    },
    release() {
      const text = held;
      held = '';
      return text;
    },
    get held() {
      return held.length;
    },
  };
}
