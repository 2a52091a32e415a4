import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, Option } from '@/lib/case/case';
import { readCase } from '@/lib/case/read-case';
import { withOptionsReordered, withSentencesReordered } from '@/lib/evaluation/changes/reorder';
import { seededRandom } from '@/lib/evaluation/random';
import { sliceSpan } from '@/lib/text/span';

const TEXT =
  'A 34-year-old woman has fever. She has a cough; her chest hurts. She denies vomiting. No rash.';

function lettered(texts: readonly string[]): Option[] {
  return texts.map((text, index) => ({ letter: String.fromCharCode(65 + index), text }));
}

function caseOf(text: string, options: readonly string[] = []): Case {
  return { text, question: 'What is it?', options: lettered(options) };
}

function sentencesOf(given: Case): string[] {
  return readCase(given).sentences.map(({ span }) => sliceSpan(given.text, span));
}

describe('withOptionsReordered', () => {
  it('keeps the texts, letters them from A on, and gives another order', () => {
    const texts = fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]{1,8}$/), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(texts, fc.integer(), (given, seed) => {
        const changed = withOptionsReordered(caseOf(TEXT, given), seededRandom(seed));
        const options = changed?.options ?? [];
        expect(options.map(({ text }) => text).sort()).toEqual([...given].sort());
        expect(options.map(({ text }) => text)).not.toEqual(given);
        expect(options).toEqual(lettered(options.map(({ text }) => text)));
        expect(changed?.text).toBe(TEXT);
      }),
    );
  });

  it.each([
    [caseOf(TEXT)],
    [caseOf(TEXT, ['Croup', 'Croup'])],
    [caseOf(`${TEXT}\nWhat is it?\nA) Croup\nB) Influenza`, ['Croup', 'Influenza'])],
  ])('changes nothing where there is no other order, or the text has the options', (given) => {
    expect(withOptionsReordered(given, seededRandom(1))).toBeUndefined();
  });
});

describe('withSentencesReordered', () => {
  const SENTENCES = [
    'She has a cough.',
    'On examination the chest is clear;',
    'no rash',
    'Temp 38.5, HR 96.',
    'took 5 mg.',
    'worse at night',
    '- vomiting twice',
    'PMH: asthma.',
    'has been losing weight over the last few months, so that clothes no longer fit',
    'It spreads to the left arm.',
    'Is it the heart?',
  ];
  const notes = fc.array(
    fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(' ', '\n', '\n\n')),
    { minLength: 1, maxLength: 8 },
  );

  it('keeps the sentences, and those about age and sex and the questions in their places', () => {
    fc.assert(
      fc.property(notes, fc.integer(), (parts, seed) => {
        const body = parts.map(([sentence, gap]) => `${gap}${sentence}`).join('');
        const given = caseOf(`34F with fever.${body}`);
        const changed = withSentencesReordered(readCase(given), seededRandom(seed));
        if (changed === undefined) return;
        const before = sentencesOf(given);
        const after = sentencesOf(changed);
        expect(after).not.toEqual(before);
        expect([...after].sort()).toEqual([...before].sort());
        expect(after[0]).toBe(before[0]);
        for (const [index, sentence] of before.entries()) {
          if (sentence.includes('?')) expect(after[index]).toBe(sentence);
        }
      }),
    );
  });

  it('leaves question and options behind the narrative where they are', () => {
    const tail = '\nWhat is the diagnosis?\nA) Croup\nB) Influenza';
    const given = caseOf(`${TEXT}${tail}`);
    const changed = withSentencesReordered(readCase(given), seededRandom(3));
    expect(changed?.text.endsWith(tail)).toBe(true);
    expect(changed?.text).not.toBe(given.text);
  });

  it.each(['', '34F with fever.', '34F with fever. She has a cough.'])(
    'finds no other order of %j',
    (text) => {
      expect(withSentencesReordered(readCase(caseOf(text)), seededRandom(1))).toBeUndefined();
    },
  );
});
