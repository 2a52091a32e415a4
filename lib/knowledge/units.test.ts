import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert } from '@/lib/knowledge/units';

describe('convert', () => {
  it.each([
    ['creatinine', 1, 'mg/dL', 'umol/L', { molarMass: 113.12 }, 88.4017],
    ['glucose', 100, 'mg/dL', 'mmol/L', { molarMass: 180.156 }, 5.5507],
    ['calcium', 10, 'mg/dL', 'mmol/L', { molarMass: 40.078 }, 2.4951],
    ['bilirubin', 1, 'mg/dL', 'umol/L', { molarMass: 584.66 }, 17.104],
    ['urea nitrogen to urea', 20, 'mg/dL', 'mmol/L', { molarMass: 28.0134 }, 7.1394],
    ['magnesium', 2, 'meq/L', 'mmol/L', { molarMass: 24.305, charge: 2 }, 1],
    ['pressure', 40, 'mm[Hg]', 'kPa', {}, 5.33288],
    ['temperature', 98.6, '[degF]', 'Cel', {}, 37],
    ['body mass', 150, '[lb_av]', 'kg', {}, 68.0389],
    ['a fraction', 40, '%', '1', {}, 0.4],
    ['a count', 4500, '/mm3', '10*9/L', {}, 4.5],
  ] as const)('converts %s', (_, value, from, to, substance, expected) => {
    expect(convert(value, from, to, substance)).toBeCloseTo(expected, 3);
  });

  it('gives nothing where units do not go together, are not UCUM, or need a molar mass', () => {
    expect(convert(1, 'kg', 'mm[Hg]')).toBeUndefined();
    expect(convert(1, 'mEq/L', 'mmol/L', { charge: 1, molarMass: 22.99 })).toBeUndefined();
    expect(convert(1, 'zz', 'kg')).toBeUndefined();
    expect(convert(1, 'mg/dL', 'umol/L')).toBeUndefined();
  });

  it('comes back to where it began', () => {
    const pairs = [
      ['mg/dL', 'umol/L'],
      ['g/L', 'g/dL'],
      ['kPa', 'mm[Hg]'],
      ['[degF]', 'Cel'],
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        ([from, to], value) => {
          const there = convert(value, from, to, { molarMass: 113.12 });
          const back = convert(there ?? Number.NaN, to, from, { molarMass: 113.12 });
          expect(Math.abs((back ?? Number.NaN) - value)).toBeLessThan(1e-6 * Math.max(1, value));
        },
      ),
    );
  });
});
