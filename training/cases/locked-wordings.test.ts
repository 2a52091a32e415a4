import { describe, expect, it } from 'vitest';
import { readCase } from '@/lib/case/read-case';
import { CONCEPTS, conceptById } from '@/lib/knowledge/vocabulary';
import { LOCKED_WORDINGS } from './locked-wordings';
import { openWordingOf } from './note-wording';

const LOCKED = [...LOCKED_WORDINGS].flatMap(([concept, wordings]) =>
  [...wordings].map((wording) => ({ concept, wording })),
);

describe('locked wordings', () => {
  it('are of clinical findings alone, at most a fifth of each and an eighth of all', () => {
    let all = 0;
    for (const [id, locked] of LOCKED_WORDINGS) {
      const concept = conceptById(id);
      expect(concept?.evidence, id).toBeUndefined();
      const wordings = new Set([
        ...(concept?.nouns ?? []),
        ...(concept?.verbs ?? []),
        ...(concept?.absent ?? []),
      ]);
      all += wordings.size;
      expect(wordings.size, id).toBeGreaterThanOrEqual(5);
      expect(locked.size, id).toBeLessThanOrEqual(wordings.size / 5);
    }
    expect(LOCKED.length / all).toBeGreaterThan(1 / 8);
  });

  it('leave every finding a noun to write notes with', () => {
    for (const { id, nouns } of CONCEPTS) {
      expect(openWordingOf(id).nouns.length > 0 || nouns.length === 0, id).toBe(true);
    }
  });

  it('are known to the recogniser, almost all', () => {
    const recognised = LOCKED.filter(({ concept, wording }) => {
      const isNoun = conceptById(concept)?.nouns.includes(wording) === true;
      const text = isNoun ? `A man with ${wording}.` : `He ${wording}.`;
      return readCase({ text, options: [] }).findings.some((found) => found.concept === concept);
    });
    expect(recognised.length / LOCKED.length).toBeGreaterThan(0.97);
  });
});
