import { describe, expect, it } from 'vitest';
import { CLINICAL_TERMS, termByEnding } from '@/lib/knowledge/clinical-terms';
import { COMPOUNDS_BY_WORD, QUALITIES_BY_WORD } from '@/lib/knowledge/general-qualities';
import { QUALITY_AXES } from '@/lib/knowledge/opposite-qualities';

describe('clinical terms', () => {
  it('are many, each with a name and wordings that hold letters and no marks of the list', () => {
    expect(CLINICAL_TERMS.length).toBeGreaterThan(1_300);
    for (const { name, wordings, near } of CLINICAL_TERMS) {
      expect(wordings[0]).toBe(name);
      for (const wording of [...wordings, ...near]) {
        expect(wording).toMatch(/^[^<>~|;=\n]+$/);
        expect(wording).toMatch(/[\p{L}\p{N}]/u);
      }
    }
  });

  it('are linked both ways and never in a circle', () => {
    for (const term of CLINICAL_TERMS) {
      for (const broader of term.broader) {
        expect(broader.narrower).toContain(term);
      }
      const above = new Set(term.broader);
      for (const one of above) {
        for (const broader of one.broader) {
          above.add(broader);
        }
      }
      expect(above.has(term), term.name).toBe(false);
    }
  });

  it('hold drugs under their classes', () => {
    const lisinopril = CLINICAL_TERMS.find(({ name }) => name === 'lisinopril');
    expect(lisinopril?.broader.map(({ name }) => name)).toEqual(['ACE inhibitor']);
  });
});

describe('opposite qualities', () => {
  it('come in at least two groups that share no word', () => {
    for (const { qualities } of QUALITY_AXES) {
      expect(qualities.length).toBeGreaterThanOrEqual(2);
      const words = qualities.flat().map(({ word }) => word);
      expect(new Set(words).size, words.join(', ')).toBe(words.length);
      expect(words).not.toContain('');
    }
  });
});

describe('words that no list has', () => {
  it.each([
    ['zanubrutinib', 'drug'],
    ['Delafloxacin', 'drug'],
    ['coccygodynia', 'symptom'],
    ['dolichocephaly', 'sign'],
    ['aminoaciduria', 'test finding'],
    ['pericardiectomy', 'procedure'],
  ])('tell by the ending of “%s” that it is a %s', (word, kind) => {
    expect(termByEnding(word)).toMatchObject({ kind, name: word.toLowerCase() });
  });

  it.each(['person', 'schedule', 'remains', 'vir', 'something'])('leave “%s” alone', (word) => {
    expect(termByEnding(word)).toBeUndefined();
  });
});

describe('qualities said in one word', () => {
  it('are qualities of the general list', () => {
    for (const compounds of COMPOUNDS_BY_WORD.values()) {
      for (const { quality, noun } of compounds) {
        expect(QUALITIES_BY_WORD.has(quality)).toBe(true);
        expect(noun).toMatch(/^[a-z]+$/);
      }
    }
  });
});
