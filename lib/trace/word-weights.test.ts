import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SENTENCE_CLASSES } from '@/lib/trace/sentence-roles';
import { createWordReader, readWords } from '@/lib/trace/word-weights';

const reader = createWordReader({ scale: 0.5, byWord: { gout: [2, -4], knee: [6, 0] } });

describe('what the words of a sentence speak for', () => {
  it('is the mean over the words that are known, in the unit of the weights', () => {
    expect(reader('gout, in the knee?')).toEqual([2, -1]);
    expect(reader('gout gout knee')).toEqual([5 / 3, -4 / 3]);
  });

  it('is nothing where no word is known', () => {
    expect(reader('7.4 %')).toEqual([]);
    expect(reader('constructor')).toEqual([]);
  });

  it('does not depend on the order of the words', () => {
    const word = fc.constantFrom('gout', 'knee', 'swollen', 'of');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(reader(words.toReversed().join(' '))).toEqual(reader(words.join(' ')));
      }),
    );
  });

  it('is given for each class by the weights of the project', () => {
    expect(readWords('the urate is high')).toHaveLength(SENTENCE_CLASSES.length);
  });

  it('leads words that are used alike the same way', () => {
    const plan = SENTENCE_CLASSES.indexOf('plan');
    for (const drug of ['warfarin', 'heparin', 'amoxicillin', 'ibuprofen']) {
      expect(readWords(drug)[plan]).toBeGreaterThan(readWords('symptom')[plan] ?? 0);
    }
  });
});
