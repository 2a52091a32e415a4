/** What a tag in the generated text says about the channel; an `aside` belongs to no channel and changes none. */
export type TagMeaning =
  | 'thinking-opens'
  | 'thinking-closes'
  | 'answer-opens'
  | 'answer-closes'
  | 'aside';

/**
 * The marks by which reasoning models separate thinking from answer, and the marks of turns that may be left in a text.
 * Sources: the chat templates in the models' repositories, and for the last two families the makers' pages on the format:
 * OpenAI, "Harmony response format"; Google, "Gemma 4 prompt formatting".
 */
const TAGS_BY_MEANING: Readonly<Record<TagMeaning, readonly string[]>> = {
  'thinking-opens': [
    // DeepSeek-R1, Qwen3 and their kin
    '<think>',
    '<thinking>',
    '<thought>',
    '<reasoning>',
    '<|begin_of_thought|>',
    '<|START_THINKING|>',
    '[THINK]',
    // gpt-oss
    '<|channel|>analysis<|message|>',
    '<|channel|>commentary<|message|>',
    // Gemma 4, MedGemma
    '<|channel>thought',
    '<unused94>thought',
  ],
  'thinking-closes': [
    '</think>',
    '</thinking>',
    '</thought>',
    '</reasoning>',
    '<|end_of_thought|>',
    '<|END_THINKING|>',
    '[/THINK]',
    '<|channel|>final<|message|>',
    '<channel|>',
    '<unused95>',
  ],
  'answer-opens': ['<answer>', '<|begin_of_solution|>', '<|START_RESPONSE|>'],
  'answer-closes': ['</answer>', '<|end_of_solution|>', '<|END_RESPONSE|>'],
  aside: [
    '<|start|>assistant',
    '<|end|>',
    '<|return|>',
    '<|turn>model',
    '<turn|>',
    '<start_of_turn>model',
    '<end_of_turn>',
    '<|im_start|>assistant',
    '<|im_end|>',
    '<|endoftext|>',
    '<|eot_id|>',
    '<｜end▁of▁sentence｜>',
  ],
};

const MEANINGS: readonly TagMeaning[] = [
  'thinking-opens',
  'thinking-closes',
  'answer-opens',
  'answer-closes',
  'aside',
];
const TAGS: ReadonlyMap<string, TagMeaning> = new Map(
  MEANINGS.flatMap((meaning) =>
    TAGS_BY_MEANING[meaning].map((tag): [string, TagMeaning] => [tag, meaning]),
  ),
);

const PREFIXES: ReadonlySet<string> = new Set(
  [...TAGS.keys()].flatMap((tag) => Array.from(tag, (_, index) => tag.slice(0, index + 1))),
);

export type TagScan =
  /** The character is part of what may yet become a tag. */
  | { readonly kind: 'held' }
  /** No tag begins with what is released, as content; the rest, the newest character perhaps with it, is held anew. */
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

/** The shortest beginning of a text after which the rest may yet become a tag. A tag is short, so this costs little. */
function lengthWithoutTag(text: string): number {
  for (let length = 1; length < text.length; length += 1) {
    if (PREFIXES.has(text.slice(length))) {
      return length;
    }
  }
  return text.length;
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
      const length = lengthWithoutTag(candidate);
      held = candidate.slice(length);
      return { kind: 'released', text: candidate.slice(0, length) };
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
