import type { TextTokenizer } from './tokenizer';

/** A token that can be part of a text, with its bytes as `byteString` writes them. */
export interface TextPart {
  readonly id: number;
  readonly bytes: string;
}

/** A token with its text, as a person reads it. */
export interface TokenText {
  readonly id: number;
  readonly text: string;
}

/** How the tokens of one vocabulary spell texts. */
export interface Spelling {
  /** The tokens that spell exactly this text. */
  tokensFor(text: string): readonly number[];
  /** The tokens that spell a piece of this text. */
  partsOf(text: string): readonly TextPart[];
  /** The tokens whose text ends with this character. */
  tokensEndingWith(character: string): readonly TokenText[];
  /** The tokens of a text, as the tokenizer cuts it. */
  encode(text: string): readonly number[];
}

/** Texts whose tokens are remembered: several times those of the longest constraint. */
const MOST_TEXTS = 2000;

const spellings = new WeakMap<TextTokenizer, Spelling>();

/**
 * The spelling of a tokenizer's vocabulary, which is gone through once: a constraint has hundreds of texts, most of them the
 * same in every request.
 */
export function spellingOf(tokenizer: TextTokenizer): Spelling {
  const known = spellings.get(tokenizer);
  if (known !== undefined) return known;
  const spelling = createSpelling(tokenizer);
  spellings.set(tokenizer, spelling);
  return spelling;
}

function createSpelling(tokenizer: TextTokenizer): Spelling {
  const encoder = new TextEncoder();
  let tokens: ReadonlyMap<string, readonly number[]> | undefined;
  const tokensOf = (bytes: string) => {
    tokens ??= tokensByBytes(tokenizer);
    return tokens.get(bytes) ?? [];
  };
  const encoded = new Map<string, readonly number[]>();
  const ending = new Map<string, readonly TokenText[]>();
  return {
    tokensEndingWith: (character) => {
      const remembered = ending.get(character);
      if (remembered !== undefined) return remembered;
      const found = tokenizer.ids
        .map((id) => ({ id, text: tokenizer.textOf(id) }))
        .filter(({ text }) => text.endsWith(character));
      ending.set(character, found);
      return found;
    },
    tokensFor: (text) => tokensOf(byteString(encoder.encode(text))),
    partsOf: (text) =>
      [...piecesOf(byteString(encoder.encode(text)))].flatMap((bytes) =>
        tokensOf(bytes).map((id) => ({ id, bytes })),
      ),
    encode: (text) => {
      const remembered = encoded.get(text);
      if (remembered !== undefined) return remembered;
      if (encoded.size >= MOST_TEXTS) encoded.clear();
      const ids = tokenizer.encode(text);
      encoded.set(text, ids);
      return ids;
    },
  };
}

function tokensByBytes(tokenizer: TextTokenizer): ReadonlyMap<string, readonly number[]> {
  const tokens = new Map<string, number[]>();
  for (const id of tokenizer.ids) {
    const bytes = byteString(tokenizer.bytesOf(id));
    const same = tokens.get(bytes);
    if (same === undefined) tokens.set(bytes, [id]);
    else same.push(id);
  }
  return tokens;
}

/** Every run of characters in a text, once. */
function piecesOf(text: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (let start = 0; start < text.length; start += 1) {
    for (let end = start + 1; end <= text.length; end += 1) pieces.add(text.slice(start, end));
  }
  return pieces;
}

/** Bytes as characters U+0000 to U+00FF, so that prefixes can be compared as strings. */
export function byteString(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
