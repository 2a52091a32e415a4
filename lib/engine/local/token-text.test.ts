import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOfPiece, createTextStream, textOfToken } from './token-text';

const encode = (text: string) => new TextEncoder().encode(text);

/** Cuts bytes at the given places, wherever those fall inside a character. */
function cut(bytes: Uint8Array<ArrayBuffer>, places: readonly number[]): Uint8Array<ArrayBuffer>[] {
  const borders = [...places.map((place) => place % (bytes.length + 1)), 0, bytes.length];
  borders.sort((a, b) => a - b);
  return borders.slice(1).map((end, index) => bytes.slice(borders[index] ?? 0, end));
}

describe('the text stream', () => {
  it('gives any text back from any cut, and never a broken character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.array(fc.nat(), { maxLength: 60 }),
        (text, places) => {
          const stream = createTextStream();
          const parts = cut(encode(text), places).map((bytes) => stream.push(bytes));
          expect(parts.join('')).toBe(text);
          for (const part of parts) {
            // Throws for half a surrogate pair.
            expect(() => encodeURIComponent(part)).not.toThrow();
            if (!text.includes('\uFFFD')) expect(part).not.toContain('\uFFFD');
          }
        },
      ),
    );
  });

  it('gives a character with the token that completes it', () => {
    const stream = createTextStream();
    const [a, b, c, d] = encode('🫀');
    const parts = [a, b, c, d].map((byte) => stream.push(Uint8Array.of(byte ?? 0)));
    expect(parts).toEqual(['', '', '', '🫀']);
  });

  it('keeps a byte order mark and marks bytes that are no UTF-8', () => {
    const stream = createTextStream();
    expect(stream.push(encode('\uFEFFa'))).toBe('\uFEFFa');
    expect(stream.push(Uint8Array.of(0xe2, 0x41))).toBe('\uFFFDA');
  });
});

describe('pieces of a byte-level vocabulary', () => {
  it('cover every byte once', () => {
    const bytes = new Set<number>();
    for (let code = 0; code < 0x200; code += 1) {
      const byte = bytesOfPiece(String.fromCharCode(code))?.[0];
      if (byte !== undefined) bytes.add(byte);
    }
    expect(bytes.size).toBe(256);
  });

  it('are read as GPT-2 wrote them', () => {
    expect(bytesOfPiece('Ġfever')).toEqual(encode(' fever'));
    expect(bytesOfPiece('Ċ')).toEqual(encode('\n'));
    expect(bytesOfPiece('Ã©')).toEqual(encode('é'));
    expect(bytesOfPiece('âĢĵ')).toEqual(encode('–'));
    expect(bytesOfPiece('漢')).toBeUndefined();
  });
});

describe('a token on its own', () => {
  it('is text where it can be, and bytes otherwise', () => {
    expect(textOfToken(encode(' fever'))).toBe(' fever');
    expect(textOfToken(Uint8Array.of(0xe2, 0x80))).toBe('<0xE2><0x80>');
  });
});
