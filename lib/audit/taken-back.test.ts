import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionLookup, correctionOf, partTakenBack } from '@/lib/audit/taken-back';
import type { Verdict } from '@/lib/audit/verdict';
import { covers } from '@/lib/text/span';

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

describe('correctionLookup', () => {
  it('finds what withdrew a span', () => {
    const lookUp = correctionLookup([CORRECTION]);
    expect(lookUp({ start: 10, end: 11 })).toBe(CORRECTION);
    expect(lookUp(CORRECTION.at)).toBeUndefined();
  });

  it('says the same as looking through all of them', () => {
    const spans = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(spans), spans, (takenBack, span) => {
        const corrections = takenBack.map((takesBack) => ({ at: CORRECTION.at, takesBack }));
        const found = correctionLookup(corrections)(span);
        expect(found === undefined).toBe(correctionOf(corrections, span) === undefined);
        if (found !== undefined) expect(covers(found.takesBack, span)).toBe(true);
      }),
    );
  });
});
