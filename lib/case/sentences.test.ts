import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences';

function sentencesOf(text: string): string[] {
  return splitSentences(text).map((span) => text.slice(span.start, span.end));
}

/** Texts made of what notes are made of, so that boundaries, bullets and line ends meet in every order. */
const note = fc
  .array(
    fc.constantFrom(
      'Fever',
      ' ',
      '. ',
      ';',
      '; ',
      '\n',
      '\r\n',
      '\n\n',
      '- ',
      'Dr. Smith',
      'e.g. ',
      'b.i.d.',
      '2 mg. ',
      'PMH:',
      '?',
      '…',
      '38.5 °C',
      'ünwell',
      '1. ',
      '"',
      '--',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** Any UTF-16 code units, lone surrogates and control characters among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

describe('splitSentences', () => {
  it('splits at sentence ends and semicolons', () => {
    expect(sentencesOf('She has fever; no cough. Is it flu? Yes!')).toEqual([
      'She has fever;',
      'no cough.',
      'Is it flu?',
      'Yes!',
    ]);
  });

  it.each([
    'Seen by Dr. Smith at St. John Hospital.',
    'Takes a diuretic, e.g. furosemide, b.i.d. with food.',
    'Hb 6.2 g/dL and WBC 15.4.',
    'Metoprolol 25 mg. daily.',
    'J. Smith is 34.',
  ])('keeps "%s" whole', (text) => {
    expect(sentencesOf(text)).toEqual([text]);
  });

  it('ends a sentence after a unit where a new one begins', () => {
    expect(
      sentencesOf('TSH is 6.3 mU/L. A scan was normal. She took 2 mg. Then she slept.'),
    ).toHaveLength(4);
  });

  it('takes bullets and headed lines one by one', () => {
    expect(sentencesOf('PMH: asthma, HTN\nMeds: salbutamol\n- fever\n- cough')).toEqual([
      'PMH: asthma, HTN',
      'Meds: salbutamol',
      '- fever',
      '- cough',
    ]);
  });

  it('joins a heading to the line below it', () => {
    expect(sentencesOf('Past history:\nasthma\nAllergies: none')).toEqual([
      'Past history:\nasthma',
      'Allergies: none',
    ]);
  });

  it('joins lines that an editor wrapped', () => {
    const text =
      'A woman was brought to the emergency department because\nof fever that had lasted for three days.\r\nShe has no cough.';
    expect(sentencesOf(text)).toHaveLength(2);
  });

  it('covers every character that is not white space, in order and without overlap', () => {
    fc.assert(
      fc.property(fc.oneof(note, anyText), (text) => {
        const spans = splitSentences(text);
        const joined = spans.map((span) => text.slice(span.start, span.end)).join('');
        expect(joined.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        for (const [index, span] of spans.entries()) {
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
        }
      }),
    );
  });

  it('gives the same spans when the same text is read again, alone or inside another', () => {
    fc.assert(
      fc.property(note, (text) => {
        const alone = splitSentences(text);
        expect(splitSentences(text)).toEqual(alone);
        const shifted = splitSentences(`${text}\n\nWhat is it?`, { start: 0, end: text.length });
        expect(shifted).toEqual(alone);
      }),
    );
  });
});
