import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellingOf } from './spelling';
import type { TextTokenizer } from './tokenizer';

const PIECES = ['a', 'b', 'ab', 'é', '', 'a', 'ba'];
const encoder = new TextEncoder();

function tokenizer(): TextTokenizer & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    ids: [...PIECES.keys()],
    bytesOf: (id) => encoder.encode(PIECES[id] ?? ''),
    textOf: (id) => PIECES[id] ?? '',
    encode: (text) => {
      asked.push(text);
      return [...text].map((character) => PIECES.indexOf(character));
    },
  };
}

describe('the spelling of a vocabulary', () => {
  it('names every token that spells a text, and none for what no token spells', () => {
    const spelling = spellingOf(tokenizer());
    expect(spelling.tokensFor('a')).toEqual([0, 5]);
    expect(spelling.tokensFor('é')).toEqual([3]);
    expect(spelling.tokensFor('abc')).toEqual([]);
  });

  it('finds exactly the tokens of which a text can be made', () => {
    const spelling = spellingOf(tokenizer());
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'é'), { maxLength: 8 }), (letters) => {
        const text = letters.join('');
        const expected = PIECES.flatMap((piece, id) =>
          piece !== '' && text.includes(piece) ? [id] : [],
        );
        const found = spelling.partsOf(text).map(({ id }) => id);
        expect(found.toSorted((a, b) => a - b)).toEqual(expected);
      }),
    );
  });

  it('asks the tokenizer once for a text, and does not remember without end', () => {
    const own = tokenizer();
    expect(spellingOf(own)).toBe(spellingOf(own));
    expect([spellingOf(own).encode('ab'), spellingOf(own).encode('ab')]).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(own.asked).toEqual(['ab']);
    for (let number = 0; number < 5000; number += 1) spellingOf(own).encode(`a${number}`);
    expect(spellingOf(own).encode('ab')).toEqual([0, 1]);
    expect(own.asked.filter((text) => text === 'ab')).toHaveLength(2);
  });
});
