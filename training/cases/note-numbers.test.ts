import { describe, expect, it } from 'vitest';
import { statedFindings } from '@/lib/case/observation';
import { readCase } from '@/lib/case/read-case';
import { seededRandom } from '@/lib/evaluation/random';
import { MEASURED_CONCEPTS } from '@/lib/knowledge/measured-concepts';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';
import { measuredValue } from './note-numbers';

const MEASURED = CONCEPTS.filter(({ id }) =>
  MEASURED_CONCEPTS.some(({ concept }) => concept === id),
);

describe('measured values in training notes', () => {
  it.each(['present', 'absent'] as const)('say %s to whoever reads them', (polarity) => {
    let written = 0;
    for (const { id } of MEASURED) {
      for (let seed = 0; seed < 5; seed += 1) {
        const value = measuredValue(seededRandom(seed), id, polarity, 40, false);
        if (value === undefined) continue;
        written += 1;
        const text = `A 40-year-old man. On arrival ${value}.`;
        const read = statedFindings(readCase({ text, options: [] }));
        expect(
          read.filter(({ concept }) => concept === id).map((finding) => finding.polarity),
          `${id}: ${text}`,
        ).toEqual([polarity]);
      }
    }
    expect(written).toBeGreaterThan(20);
  });

  it('leave out of children what only adult limits decide', () => {
    const tachycardia = CONCEPTS.find(({ id }) => id === 'tachycardia');
    expect(tachycardia).toBeDefined();
    if (tachycardia === undefined) return;
    expect(measuredValue(seededRandom(1), tachycardia.id, 'present', 5, false)).toBeUndefined();
    expect(measuredValue(seededRandom(1), tachycardia.id, 'present', 50, false)).toMatch(/\d{3}/u);
  });

  it('are at home those of a thermometer, a watch and an oximeter', () => {
    const names = MEASURED.flatMap(({ id }) =>
      measuredValue(seededRandom(3), id, 'present', 40, true) === undefined ? [] : [id],
    );
    expect([...names].sort()).toEqual(['bradycardia', 'fever', 'hypoxaemia', 'tachycardia']);
  });
});
