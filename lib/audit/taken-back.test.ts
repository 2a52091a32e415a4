import { describe, expect, it } from 'vitest';
import { correctionOf, partTakenBack } from '@/lib/audit/taken-back';
import type { Verdict } from '@/lib/audit/verdict';

function verdict(start: number, end: number): Verdict {
  const trace = { start, end };
  return { check: 'c', outcome: 'contradicted', trace, case: [], detail: '', findings: [] };
}

const CORRECTION = { at: { start: 40, end: 60 }, takesBack: { start: 10, end: 30 } };

describe('partTakenBack', () => {
  it('sets apart what lies wholly inside a statement that was taken back', () => {
    const verdicts = [verdict(0, 9), verdict(12, 20), verdict(25, 45), verdict(10, 30)];
    expect(partTakenBack(verdicts, [CORRECTION])).toEqual({
      claimed: [verdicts[0], verdicts[2]],
      takenBack: [verdicts[1], verdicts[3]],
    });
  });

  it('leaves all as claimed where nothing was taken back', () => {
    const verdicts = [verdict(0, 9)];
    expect(partTakenBack(verdicts, [])).toEqual({ claimed: verdicts, takenBack: [] });
  });
});

describe('correctionOf', () => {
  it('finds what withdrew a span', () => {
    expect(correctionOf([CORRECTION], { start: 10, end: 11 })).toBe(CORRECTION);
    expect(correctionOf([CORRECTION], CORRECTION.at)).toBeUndefined();
  });
});
