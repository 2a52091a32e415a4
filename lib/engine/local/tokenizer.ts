import { Tokenizer } from '@huggingface/tokenizers';
import { bytesOfPiece, textOfToken } from './token-text';

/** What the decode loop needs of a tokenizer. */
export interface TextTokenizer {
  /** Token ids of a text, with no special token added. */
  encode(text: string): readonly number[];
  /** The UTF-8 bytes that a token adds to the text; empty for an id outside the vocabulary. */
  bytesOf(id: number): Uint8Array<ArrayBuffer>;
  /** A token on its own, for a person: its text, or `<0xE2><0x82>` where its bytes are no complete characters. */
  textOf(id: number): string;
  /** Every id of the vocabulary. */
  readonly ids: readonly number[];
}

const NO_BYTES = new Uint8Array(0);

/**
 * A tokenizer from the contents of `tokenizer.json` and `tokenizer_config.json`. Only byte-level BPE is understood; throws
 * an `Error` for any other kind.
 */
export function openTokenizer(definition: unknown, configuration: unknown): TextTokenizer {
  if (!isRecord(definition) || !isRecord(configuration)) {
    throw new Error('the tokenizer files hold no JSON object');
  }
  if (!isRecord(definition.decoder) || definition.decoder.type !== 'ByteLevel') {
    throw new Error('the tokenizer is not of the byte-level kind, the only one understood');
  }
  const tokenizer = new Tokenizer(definition, configuration);
  const bytes = vocabularyBytes(tokenizer);
  const texts = new Map<number, string>();
  const bytesOf = (id: number) => bytes.get(id) ?? NO_BYTES;
  return {
    encode: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids,
    bytesOf,
    textOf: (id) => {
      const known = texts.get(id);
      if (known !== undefined) return known;
      const text = textOfToken(bytesOf(id));
      texts.set(id, text);
      return text;
    },
    ids: [...bytes.keys()],
  };
}

function vocabularyBytes(tokenizer: Tokenizer): ReadonlyMap<number, Uint8Array<ArrayBuffer>> {
  const added = tokenizer.get_added_tokens_decoder();
  const encoder = new TextEncoder();
  const bytes = new Map<number, Uint8Array<ArrayBuffer>>();
  for (const [piece, id] of tokenizer.get_vocab(true)) {
    // Added tokens are kept as plain text, pieces in the byte alphabet.
    const own = added.get(id)?.content;
    bytes.set(id, own === undefined ? (bytesOfPiece(piece) ?? NO_BYTES) : encoder.encode(own));
  }
  return bytes;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
