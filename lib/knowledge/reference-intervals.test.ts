import { describe, expect, it } from 'vitest';
import { MEASURED_CONCEPTS, QUANTITIES } from './reference-intervals';
import { CONCEPTS } from './vocabulary';

/** SI limits as printed by laboratories, to two significant figures or better, against those derived by factor. */
const PRINTED: readonly (readonly [string, string, number, number])[] = [
  ['creatinine', 'umol/L', 53, 106],
  ['urea-nitrogen', 'mmol/L', 2.5, 6.4],
  ['glucose', 'mmol/L', 3.9, 5.6],
  ['calcium', 'mmol/L', 2.1, 2.54],
  ['bilirubin', 'umol/L', 1.7, 17],
  ['pco2', 'kPa', 4.4, 6],
  ['haemoglobin', 'g/L', 120, 175],
  ['albumin', 'g/L', 35, 55],
];

describe('reference intervals', () => {
  it.each(PRINTED)('derives the limits of %s in %s', (id, ucum, low, high) => {
    const quantity = QUANTITIES.find((candidate) => candidate.id === id);
    const unit = quantity?.units.find((candidate) => candidate.ucum === ucum);
    const factor = unit?.factor ?? Number.NaN;
    expect((quantity?.low ?? Number.NaN) / factor).toBeCloseTo(low, low > 10 ? -0.5 : 1);
    expect((quantity?.high ?? Number.NaN) / factor).toBeCloseTo(high, high > 10 ? -0.5 : 1);
  });

  it('gives each quantity an id of its own, a source and limits inside what is plausible', () => {
    expect(new Set(QUANTITIES.map((quantity) => quantity.id)).size).toBe(QUANTITIES.length);
    for (const { low, high, plausible, source } of QUANTITIES) {
      expect(source).not.toBe('');
      expect(low ?? plausible[0]).toBeGreaterThanOrEqual(plausible[0]);
      expect(high ?? plausible[1]).toBeLessThanOrEqual(plausible[1]);
    }
  });

  it('decides only on quantities and concepts that exist', () => {
    const quantities = new Set(QUANTITIES.map((quantity) => quantity.id));
    const concepts = new Set<string>(CONCEPTS.map((concept) => concept.id));
    for (const rule of MEASURED_CONCEPTS) {
      expect(quantities).toContain(rule.quantity);
      expect(concepts).toContain(rule.concept);
    }
  });
});
