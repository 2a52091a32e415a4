import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDrafter, type Drafts, nameOfDrafts } from './drafts';

function draftAfter(tokens: readonly number[], drafts: Partial<Drafts> = {}): readonly number[] {
  const drafter = createDrafter({ most: 3, example: [], ...drafts });
  for (const token of tokens) drafter.push(token);
  return drafter.draft();
}

/** The same by its definition: the longest run of last tokens that stood before, and of those the latest. */
function byDefinition(tokens: readonly number[], most: number): readonly number[] {
  for (let length = 3; length >= 1; length -= 1) {
    const last = tokens.slice(-length);
    if (last.length < length) continue;
    for (let start = tokens.length - length - 1; start >= 0; start -= 1) {
      if (last.every((token, at) => tokens[start + at] === token)) {
        return tokens.slice(start + length, start + length + most);
      }
    }
  }
  return [];
}

describe('a draft', () => {
  it('is what followed the last tokens before: the longest match counts, the latest of several', () => {
    expect(draftAfter([1, 2, 3, 4, 5, 1, 2])).toEqual([3, 4, 5]);
    expect(draftAfter([7, 2, 8, 1, 2, 9, 3, 1, 2])).toEqual([9, 3, 1]);
    expect(draftAfter([1, 2, 5, 1, 2, 6, 1, 2])).toEqual([6, 1, 2]);
    expect(draftAfter([1, 2, 3])).toEqual([]);
    const small = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 });
    fc.assert(
      fc.property(small, small, fc.integer({ min: 0, max: 5 }), (example, tokens, most) => {
        const expected = byDefinition([...example, ...tokens], most);
        expect(draftAfter(tokens, { most, example })).toEqual(expected);
      }),
    );
  });

  it('is looked up in the example where the text itself has nothing', () => {
    expect(draftAfter([4, 1], { example: [1, 2, 3] })).toEqual([2, 3, 4]);
    expect(draftAfter([1, 9, 1], { example: [1, 2, 3] })).toEqual([9, 1]);
  });

  it('has a name that tells one way of drafting from another', () => {
    const names = [1, 2].flatMap((most) =>
      [[], [1]].map((example) => nameOfDrafts({ most, example })),
    );
    expect(new Set(names).size).toBe(4);
  });
});
