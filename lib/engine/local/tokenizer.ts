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

/**
 * A tokenizer from the contents of `tokenizer.json` and `tokenizer_config.json`: byte-level BPE, or BPE with `▁` for a space
 * and a piece for every byte (SentencePiece). Throws an `Error` for any other kind.
 */
export function openTokenizer(definition: unknown, configuration: unknown): TextTokenizer {
  if (!isRecord(definition) || !isRecord(configuration)) {
    throw new Error('the tokenizer files hold no JSON object');
  }
  const bytesOfOwn = alphabetOf(definition.decoder);
  const tokenizer = new Tokenizer(definition, configuration);
  const { ids, bytesOf } = packVocabulary(tokenizer, bytesOfOwn);
  return {
    encode: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids,
    bytesOf,
    textOf: (id) => textOfToken(bytesOf(id)),
    ids,
  };
}

type BytesOfPiece = (piece: string) => Uint8Array | undefined;

/** How a piece of the vocabulary stands for bytes, from the decoder of `tokenizer.json`. */
function alphabetOf(decoder: unknown): BytesOfPiece {
  const kinds = decoderKinds(decoder);
  if (kinds.includes('ByteLevel')) return bytesOfPiece;
  if (kinds.includes('ByteFallback')) return bytesOfSentencePiece;
  throw new Error('the tokenizer has neither a byte-level alphabet nor a piece for every byte');
}

function decoderKinds(decoder: unknown): readonly unknown[] {
  if (!isRecord(decoder)) return [];
  const parts: readonly unknown[] = Array.isArray(decoder.decoders) ? decoder.decoders : [decoder];
  return parts.map((part) => (isRecord(part) ? part.type : undefined));
}

const BYTE_PIECE = /^<0x([0-9A-Fa-f]{2})>$/;

/** SentencePiece writes a space as U+2581, and a byte that no piece covers as `<0xE2>`. */
function bytesOfSentencePiece(piece: string): Uint8Array {
  const byte = BYTE_PIECE.exec(piece)?.[1];
  if (byte !== undefined) return Uint8Array.of(Number.parseInt(byte, 16));
  return new TextEncoder().encode(piece.replaceAll('\u2581', ' '));
}

/**
 * The bytes of all tokens one after the other: 150,000 arrays of a few bytes each would take a hundred times the memory.
 */
function packVocabulary(
  tokenizer: Tokenizer,
  bytesOfOwn: BytesOfPiece,
): Pick<TextTokenizer, 'ids' | 'bytesOf'> {
  const added = tokenizer.get_added_tokens_decoder();
  // For a number that no token has, the library gives a piece that is undefined, whatever its types say.
  const vocabulary = [...tokenizer.get_vocab(true)].filter(([piece]) => typeof piece === 'string');
  const encoder = new TextEncoder();
  const ids = vocabulary.map(([, id]) => id);
  const largest = ids.reduce((most, id) => Math.max(most, id), -1);
  const starts = new Uint32Array(largest + 1);
  const ends = new Uint32Array(largest + 1);
  let packed = new Uint8Array(8 * (ids.length + 1));
  let length = 0;
  for (const [piece, id] of vocabulary) {
    // Added tokens are kept as plain text, pieces in the alphabet of the vocabulary.
    const own = added.get(id)?.content;
    const bytes = own === undefined ? bytesOfOwn(piece) : encoder.encode(own);
    if (bytes === undefined) continue;
    if (length + bytes.length > packed.length) {
      const larger = new Uint8Array(2 * (length + bytes.length));
      larger.set(packed);
      packed = larger;
    }
    packed.set(bytes, length);
    starts[id] = length;
    length += bytes.length;
    ends[id] = length;
  }
  const bytesOf = (id: number) => packed.subarray(starts[id] ?? 0, ends[id] ?? 0);
  return { ids, bytesOf };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
