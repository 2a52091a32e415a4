import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_CASE, parseCase } from './parse-case';
import { recogniseOptions } from './recognise-options';

const STORY = 'A 34-year-old woman has fever and cough.';
const QUESTION = 'What is the most likely diagnosis?';

function faultOf(input: Parameters<typeof parseCase>[0]): string | undefined {
  const outcome = parseCase(input);
  return outcome.ok ? undefined : outcome.fault.code;
}

/** Any UTF-16 code units, lone surrogates and control characters among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

describe('recogniseOptions', () => {
  it.each([
    ['A) Pneumonia\nB) Influenza\nC) Croup'],
    ['A. Pneumonia\nB. Influenza\nC. Croup'],
    ['(A) Pneumonia\r\n(B) Influenza\r\n(C) Croup'],
    ['A: Pneumonia\nB: Influenza\nC: Croup'],
    ['a) Pneumonia\n\nb) Influenza\n\nc) Croup'],
    ['A) Pneumonia B) Influenza C) Croup'],
    ['A. Pneumonia B. Influenza C. Croup'],
  ])('reads %j', (lines) => {
    const text = `${STORY}\n${QUESTION}\n${lines}\n`;
    const block = recogniseOptions(text);
    expect(block?.options).toEqual([
      { letter: 'A', text: 'Pneumonia' },
      { letter: 'B', text: 'Influenza' },
      { letter: 'C', text: 'Croup' },
    ]);
    expect(block?.question).toBe(QUESTION);
    expect(text.slice(block?.body.start, block?.body.end)).toBe(STORY);
  });

  it('reads options on the line of the question', () => {
    const block = recogniseOptions(`${STORY} ${QUESTION} A) Pneumonia B) Influenza`);
    expect(block?.options.map((option) => option.text)).toEqual(['Pneumonia', 'Influenza']);
    expect(block?.question).toBe(QUESTION);
  });

  it('joins an option that runs over two lines', () => {
    const block = recogniseOptions(
      `${QUESTION}\nA) Community-acquired\n   pneumonia\nB) Influenza`,
    );
    expect(block?.options[0]?.text).toBe('Community-acquired pneumonia');
  });

  it.each([
    STORY,
    'He takes vitamin A. B. Smith saw him.',
    'Hepatitis A) and B) were excluded earlier. He is well now.\n\nHe went home.',
    'Problems:\nA) fever\nB) cough\n\nHe was then admitted and given fluids.',
    'B) Pneumonia\nC) Influenza',
    'A) Pneumonia',
  ])('sees none in %j', (text) => {
    expect(recogniseOptions(text)).toBeUndefined();
  });
});

describe('parseCase', () => {
  it('keeps the text exactly as given', () => {
    const text = `\r\n ${STORY}\u00a0 é\n`;
    const outcome = parseCase({ text });
    expect(outcome.ok && outcome.value.text).toBe(text);
  });

  it('finds question and options in the text', () => {
    const outcome = parseCase({ text: `${STORY}\n${QUESTION}\nA) Flu\nB) Croup` });
    expect(outcome.ok && outcome.value.question).toBe(QUESTION);
    expect(outcome.ok && outcome.value.options).toHaveLength(2);
  });

  it('finds a question without options at the end', () => {
    const outcome = parseCase({ text: `${STORY} Which of the following is the best next step?` });
    expect(outcome.ok && outcome.value.question).toBe(
      'Which of the following is the best next step?',
    );
  });

  it('prefers what is given separately', () => {
    const outcome = parseCase({
      text: `${STORY}\n${QUESTION}\nA) Flu\nB) Croup`,
      question: 'What next?',
      options: [
        { letter: 'a', text: ' X-ray ' },
        { letter: 'b', text: 'Rest' },
      ],
    });
    expect(outcome.ok && outcome.value).toMatchObject({
      question: 'What next?',
      options: [
        { letter: 'A', text: 'X-ray' },
        { letter: 'B', text: 'Rest' },
      ],
    });
  });

  it('names what is wrong', () => {
    const options = [
      { letter: 'A', text: 'Flu' },
      { letter: 'B', text: 'Croup' },
    ];
    expect(faultOf({ text: ' \n ' })).toBe('case-empty');
    expect(faultOf({ text: 'PK\u0003\u0004\u0000\u0000' })).toBe('case-binary');
    expect(faultOf({ text: '\ufffd\ufffd\u0001 abc' })).toBe('case-binary');
    expect(faultOf({ text: 'x'.repeat(LONGEST_CASE + 1) })).toBe('case-too-long');
    expect(faultOf({ text: STORY, options })).toBe('options-without-question');
    expect(faultOf({ text: `${STORY}\nA) Flu\nB) Croup` })).toBe('options-without-question');
    expect(faultOf({ text: `${STORY}\n${QUESTION}\nA) Flu\nA) Croup` })).toBe(
      'option-letter-repeated',
    );
    expect(faultOf({ text: `${STORY}\n${QUESTION}\nA) Flu\nB)\nC) Croup` })).toBe('option-empty');
  });

  it('reads a 200 kB case whole', () => {
    const text = `${STORY} `.repeat(5000);
    const outcome = parseCase({ text });
    expect(outcome.ok && outcome.value.text.length).toBe(text.length);
  });

  it('answers any text with a case or a fault, never an exception', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const outcome = parseCase({ text });
        expect(outcome.ok ? outcome.value.text : outcome.fault.message).toBeTruthy();
      }),
    );
  });
});
