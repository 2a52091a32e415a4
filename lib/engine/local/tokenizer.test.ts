import { describe, expect, it } from 'vitest';
import { openTokenizer } from './tokenizer';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function definition(decoder: unknown, vocabulary: Readonly<Record<string, number>>) {
  return {
    added_tokens: [{ id: 900, content: '<think>', special: false, normalized: false }],
    normalizer: null,
    pre_tokenizer: null,
    post_processor: null,
    decoder,
    model: { type: 'BPE', vocab: vocabulary, merges: [] },
  };
}

describe('a tokenizer', () => {
  it('reads pieces of the byte-level alphabet, also where it is one of several decoders', () => {
    for (const decoder of [
      { type: 'ByteLevel' },
      { type: 'Sequence', decoders: [{ type: 'ByteLevel' }] },
    ]) {
      const tokenizer = openTokenizer(definition(decoder, { Ġa: 0, 'Ã©': 1, b: 7 }), {});
      expect([0, 1, 7, 900].map((id) => text(tokenizer.bytesOf(id)))).toEqual([
        ' a',
        'é',
        'b',
        '<think>',
      ]);
      expect(tokenizer.ids.toSorted((a, b) => a - b)).toEqual([0, 1, 7, 900]);
    }
  });

  it('reads pieces of SentencePiece, with a piece for every byte', () => {
    const decoder = {
      type: 'Sequence',
      decoders: [
        { type: 'Replace', pattern: { String: '▁' }, content: ' ' },
        { type: 'ByteFallback' },
      ],
    };
    const tokenizer = openTokenizer(
      definition(decoder, { '▁fever': 0, '<0xE2>': 1, '▁▁': 2, é: 3 }),
      {},
    );
    expect([0, 2, 3].map((id) => text(tokenizer.bytesOf(id)))).toEqual([' fever', '  ', 'é']);
    expect([...tokenizer.bytesOf(1)]).toEqual([0xe2]);
    expect(tokenizer.textOf(1)).toBe('<0xE2>');
  });

  it('gives no bytes for an id outside the vocabulary, and refuses other kinds', () => {
    const tokenizer = openTokenizer(definition({ type: 'ByteLevel' }, { a: 0 }), {});
    expect([1, 5000, -1].map((id) => tokenizer.bytesOf(id).length)).toEqual([0, 0, 0]);
    expect(() => openTokenizer(definition({ type: 'WordPiece' }, { a: 0 }), {})).toThrow(
      'alphabet',
    );
    expect(() => openTokenizer([], {})).toThrow('no JSON object');
  });

  it('holds the bytes of 152,000 tokens one after the other', () => {
    const vocabulary = Object.fromEntries(
      Array.from({ length: 152_000 }, (_, id) => [`Ġt${id.toString(36)}`, id]),
    );
    const tokenizer = openTokenizer(definition({ type: 'ByteLevel' }, vocabulary), {});
    expect(text(tokenizer.bytesOf(151_999))).toBe(` t${(151_999).toString(36)}`);
    expect(new Set(tokenizer.ids.map((id) => tokenizer.bytesOf(id).buffer)).size).toBe(1);
  });
});
