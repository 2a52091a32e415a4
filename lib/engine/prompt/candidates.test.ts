import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observationOf, statedFindings } from '@/lib/case/observation';
import { readCase } from '@/lib/case/read-case';
import { beliefIn } from '@/lib/knowledge/belief';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import { rankCandidates, statedPercent } from './candidates';

const TEXT =
  'A 22-year-old man, tall and thin, has sudden pleuritic chest pain and is short of breath. Breath sounds are reduced on the right.';

describe('rankCandidates', () => {
  it('ranks all known conditions, whose probabilities sum to one', () => {
    const ranked = rankCandidates(readCase({ text: TEXT, options: [] }));
    expect(ranked).toHaveLength(CONDITIONS.length);
    expect(ranked[0]?.name).toBe('Spontaneous pneumothorax');
    expect(ranked.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
  });

  it('keeps the order of the belief and is surer than it of the first', () => {
    const reading = readCase({ text: 'A 30-year-old woman has a cough and fever.', options: [] });
    const { ranked, none } = beliefIn(observationOf(reading, statedFindings(reading)));
    const candidates = rankCandidates(reading);
    expect(candidates.map(({ condition }) => condition.id)).toEqual(
      ranked.map(({ condition }) => condition.id),
    );
    const first = (ranked[0]?.probability ?? 0) / (1 - none);
    expect(candidates[0]?.probability).toBeGreaterThan(first);
    expect(candidates[0]?.probability).toBeLessThan(1);
  });

  it('ranks only the options that are known, in their own wording and with their letters', () => {
    const options = [
      { letter: 'A', text: 'heart attack' },
      { letter: 'B', text: 'an unknown disease' },
      { letter: 'C', text: 'spontaneous pneumothorax' },
    ];
    const ranked = rankCandidates(readCase({ text: TEXT, options }));
    expect(ranked.map(({ name }) => name).sort()).toEqual([
      'heart attack',
      'spontaneous pneumothorax',
    ]);
    expect(ranked[0]).toMatchObject({ letter: 'C', name: 'spontaneous pneumothorax' });
  });
});

describe('statedPercent', () => {
  it('never says none or all, grows with the probability, and is off by three in a hundred at most', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (probability) => {
        const stated = Number.parseInt(statedPercent(probability), 10);
        expect(stated).toBeGreaterThanOrEqual(1);
        expect(stated).toBeLessThanOrEqual(99);
        expect(Math.abs(stated - probability * 100)).toBeLessThanOrEqual(3);
      }),
    );
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          expect(Number.parseInt(statedPercent(low), 10)).toBeLessThanOrEqual(
            Number.parseInt(statedPercent(high), 10),
          );
        },
      ),
    );
  });
});
