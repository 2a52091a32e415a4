/**
 * Byte-level BPE writes each byte as one printable character (Radford et al. 2019, `bytes_to_unicode` of the GPT-2
 * release): the printable Latin-1 bytes stand for themselves, the others for the characters from U+0100 on, in order.
 */
const BYTE_OF_CHARACTER: ReadonlyMap<string, number> = byteAlphabet();

function byteAlphabet(): ReadonlyMap<string, number> {
  const isPrintable = (byte: number) =>
    (byte >= 0x21 && byte <= 0x7e) ||
    (byte >= 0xa1 && byte <= 0xac) ||
    (byte >= 0xae && byte <= 0xff);
  const alphabet = new Map<string, number>();
  let stands = 0x100;
  for (let byte = 0; byte < 0x100; byte += 1) {
    alphabet.set(String.fromCharCode(isPrintable(byte) ? byte : stands++), byte);
  }
  return alphabet;
}

/** The bytes that a piece of a byte-level vocabulary stands for; undefined where it has a character outside the alphabet. */
export function bytesOfPiece(piece: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(piece.length);
  for (let at = 0; at < piece.length; at += 1) {
    const byte = BYTE_OF_CHARACTER.get(piece.charAt(at));
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return bytes;
}

/** Turns tokens into text as they come. */
export interface TextStream {
  /** The characters that these bytes complete, which may be none. Bytes that are no UTF-8 come out as U+FFFD. */
  push(bytes: Uint8Array<ArrayBuffer>): string;
}

/** A stream that holds the bytes of an incomplete character back until the token that completes it. */
export function createTextStream(): TextStream {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return { push: (bytes) => decoder.decode(bytes, { stream: true }) };
}

const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A token on its own, for a person: its text, or `<0xE2><0x82>` where its bytes are no complete characters. */
export function textOfToken(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return Array.from(
      bytes,
      (byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`,
    ).join('');
  }
}
