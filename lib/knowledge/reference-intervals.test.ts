import { describe, expect, it } from 'vitest';
import { MEASURED_CONCEPTS } from './measured-concepts';
import { intervalOf, QUANTITIES } from './reference-intervals';
import { convert } from './units';
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
  ['phosphate', 'mmol/L', 0.97, 1.45],
  ['magnesium', 'mmol/L', 0.75, 1],
  ['uric-acid', 'umol/L', 178, 488],
  ['direct-bilirubin', 'umol/L', 0, 5.13],
  ['hdl-cholesterol', 'mmol/L', 1, 1.6],
  ['iron', 'umol/L', 9, 31.3],
  ['total-iron-binding-capacity', 'umol/L', 44.8, 71.6],
  ['transferrin', 'g/L', 2, 3.6],
  ['thyroxine', 'nmol/L', 64, 155],
  ['free-thyroxine', 'pmol/L', 11.6, 21.9],
  ['triiodothyronine', 'nmol/L', 1.5, 3.1],
  ['cortisol', 'nmol/L', 138, 635],
  ['po2', 'kPa', 10, 14],
  ['csf-glucose', 'mmol/L', 2.2, 3.9],
];

describe('reference intervals', () => {
  it.each(PRINTED)('derives the limits of %s in %s', (id, ucum, low, high) => {
    const quantity = QUANTITIES.find((candidate) => candidate.id === id);
    const unit = quantity?.units.find((candidate) => candidate.ucum === ucum);
    const factor = unit?.factor ?? Number.NaN;
    expect((quantity?.low ?? Number.NaN) / factor).toBeCloseTo(low, low > 10 ? -0.5 : 1);
    expect((quantity?.high ?? Number.NaN) / factor).toBeCloseTo(high, high > 10 ? -0.5 : 1);
  });

  it('derives every unit by mass and amount as the UCUM library does', () => {
    const molarMasses: Readonly<Record<string, number>> = {
      creatinine: 113.12,
      glucose: 180.156,
      calcium: 40.078,
      bilirubin: 584.66,
      'uric-acid': 168.11,
      cortisol: 362.46,
      thyroxine: 776.87,
      iron: 55.845,
    };
    for (const [id, molarMass] of Object.entries(molarMasses)) {
      const units = QUANTITIES.find((quantity) => quantity.id === id)?.units;
      const [mass, molar] = [units?.[0], units?.[1]];
      const converted = convert(1, molar?.ucum ?? '', mass?.ucum ?? '', { molarMass });
      expect(converted).toBeCloseTo(molar?.factor ?? Number.NaN, 6);
    }
  });

  it('keeps the limits of both sexes inside those without a sex', () => {
    const specific = QUANTITIES.filter(({ bySex }) => bySex !== undefined);
    expect(specific.map(({ id }) => id)).toContain('haemoglobin');
    for (const quantity of specific) {
      const [women, men] = [intervalOf(quantity, 'female'), intervalOf(quantity, 'male')];
      expect(Math.min(women.low ?? 0, men.low ?? 0)).toBe(intervalOf(quantity, undefined).low);
      expect(Math.max(women.high ?? 0, men.high ?? 0)).toBe(quantity.high);
    }
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
