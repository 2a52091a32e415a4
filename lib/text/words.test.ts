import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemOf, wordsOf } from './words';

/** Any UTF-16 code units, lone surrogates and control characters among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

describe('stemOf', () => {
  it.each([
    ['dyspnoea', 'dyspnea'],
    ['diarrhoea', 'diarrhea'],
    ['haematemesis', 'hematemesis'],
    ['anaemia', 'anemic'],
    ['oedema', 'edema'],
    ['paraesthesia', 'paresthesias'],
    ['hospitalised', 'hospitalization'],
    ['bruising', 'bruises'],
    ['constipation', 'constipated'],
    ['hypertension', 'hypertensive'],
    ['pregnancy', 'pregnant'],
    ['immobile', 'immobilised'],
    ['smoking', 'smokes'],
    ['swollen', 'swelling'],
    ['wheezing', 'wheezy'],
    ['metastases', 'metastatic'],
    ['febrile', 'fever'],
  ])('brings %s and %s together', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it.each([
    ['number', 'numb'],
    ['liver', 'live'],
    ['note', 'not'],
    ['painless', 'pain'],
    ['early', 'ear'],
    ['palpable', 'palpitations'],
    ['complication', 'compliance'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});

describe('wordsOf', () => {
  it('gives offsets into the whole text for a part of it', () => {
    const text = 'Fever. No cough.';
    const words = wordsOf(text, { start: 7, end: 16 });
    expect(words.map((word) => text.slice(word.start, word.end))).toEqual(['No', 'cough']);
  });

  it('reads possessives, hyphens, numbers and signed results', () => {
    const surfaces = wordsOf('Crohn’s disease, pain-free, 38.5 °C, HIV +ve').map(
      (word) => word.surface,
    );
    expect(surfaces).toEqual(['Crohn', 'disease', 'pain', 'free', '38.5', 'C', 'HIV', '+ve']);
  });

  it('returns ordered, disjoint, non-empty spans inside any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const word of wordsOf(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          end = word.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
