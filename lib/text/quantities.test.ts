import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuantities, type WrittenQuantity } from './quantities';

function shown({ magnitude }: WrittenQuantity): string {
  switch (magnitude.form) {
    case 'number':
      return `${magnitude.value}`;
    case 'range':
      return `${magnitude.low}..${magnitude.high}`;
    case 'grade':
      return `${magnitude.value}${magnitude.sign}`;
    case 'pressure':
      return `${magnitude.systolic} over ${magnitude.diastolic}`;
    default:
      return `${magnitude.numerator}${magnitude.form === 'ratio' ? ':' : '/'}${magnitude.denominator}`;
  }
}

function read(text: string): string[] {
  return readQuantities(text).map((quantity) =>
    [
      quantity.comparator,
      quantity.approximate ? '~' : undefined,
      shown(quantity),
      quantity.unit === undefined ? undefined : `[${quantity.unit.ucum}]`,
    ]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

describe('readQuantities', () => {
  it.each([
    ['platelets 197,000/mm³ and 1,234,567', ['197000 [/mm3]', '1234567']],
    ['WBC 6.5 x 10^9/L', ['6.5 [10*9/L]']],
    ['WBC 6.5×10⁹/L, then 7.2 x109/L', ['6.5 [10*9/L]', '7.2 [10*9/L]']],
    ['12 K/µL', ['12 [10*3/uL]']],
    ['10^5 CFU/mL', ['100000 [[CFU]/mL]']],
    ['3 x 10^4 cells', ['30000']],
    ['BP 185/95 mmHg', ['185 over 95 [mm[Hg]]']],
    ['around 100 over 48', ['~ 100 over 48']],
    ['strength 3/5, then 20/200', ['3/5', '20/200']],
    ['4 out of 5', ['4/5']],
    ['a ratio of 1:40', ['1:40']],
    ['hip testing at 4+.', ['4+']],
    ['strength is 4-/5 and 3+/5', ['4-', '3+']],
    ['3-5 mg', ['3..5 [mg]']],
    ['between 3 and 5 cm', ['3..5 [cm]']],
    ['3 mg to 5 mg', ['3..5 [mg]']],
    ['12–16 g/dL', ['12..16 [g/dL]']],
    ['fell from 12 to 9 g/dL', ['12', '9 [g/dL]']],
    ['with saturations in the 80s', ['~ 80..89']],
    ['in his mid-30s', ['~ 30..39']],
    ['a 45-year-old', ['45 [a]']],
    ['aged 45 years old for 3 days', ['45 [a]', '3 [d]']],
    ['potassium 6 mEq/L', ['6 [meq/L]']],
    ['28 breaths per minute, 110 bpm, 72 beats/min', ['28 [/min]', '110 [/min]', '72 [/min]']],
    ['28 per minute, 3 times a day', ['28 [/min]', '3 [/d]']],
    ['98.6°F (37 °C)', ['98.6 [[degF]]', '37 [Cel]']],
    ['weighs 6 pounds', ['6 [[lb_av]]']],
    ['5 mg/kg/d', ['5 [mg/kg/d]']],
    ['eGFR 45 mL/min/1.73 m²', ['45 [mL/min/{1.73_m2}]']],
    ['BMI 31 kg/m2', ['31 [kg/m2]']],
    ['pCO2 40 mm Hg, 5.3 kPa', ['40 [mm[Hg]]', '5.3 [kPa]']],
    ['30 grams of salt per day', ['30 [g]']],
    ['salt 30 g per day', ['30 [g/d]']],
    ['43% or 5 percent', ['43 [%]', '5 [%]']],
    ['seven days, twenty-five mg, one hundred', ['7 [d]', '25 [mg]', '100']],
    ['five hundred and 3 million', ['500', '3000000']],
    ['at least 3, over 100, <5, 3 or more', ['at least 3', 'above 100', 'below 5', 'at least 3']],
    ['about 5, roughly 7, ~8, 40ish', ['~ 5', '~ 7', '~ 8', '~ 40']],
    ['base excess of -8 mmol/L, −3', ['-8 [mmol/L]', '-3']],
    ['.5 mg', ['0.5 [mg]']],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'HbA1c, T4, B12, CO2',
    'CA-125 and IL-6',
    '1. First\n 2) second',
    'the 2nd and 3rd, in 3D',
    'someone, often, tenderness, stone',
  ])('reads nothing in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('gives spans of the whole text', () => {
    const text = 'Now: BP 100/48 mmHg.';
    const [quantity] = readQuantities(text, { start: 5, end: text.length });
    expect(text.slice(quantity?.span.start, quantity?.span.end)).toBe('100/48 mmHg');
    expect(quantity?.unit && text.slice(quantity.unit.span.start, quantity.unit.span.end)).toBe(
      'mmHg',
    );
    expect(
      quantity?.magnitude.form === 'pressure' &&
        quantity.magnitude.parts.map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['100', '48']);
  });

  it('reads back every number and unit that is printed', () => {
    const units = fc.constantFrom(
      ['mg/dL', 'mg/dL'],
      ['mEq/L', 'meq/L'],
      ['mmHg', 'mm[Hg]'],
      ['/mm³', '/mm3'],
      ['g/L', 'g/L'],
      ['beats/min', '/min'],
      ['kg', 'kg'],
      ['pounds', '[lb_av]'],
      ['kPa', 'kPa'],
      ['%', '%'],
      ['°C', 'Cel'],
    );
    const values = fc.integer({ min: 0, max: 10_000_000 }).map((number) => number / 100);
    fc.assert(
      fc.property(values, units, fc.boolean(), (value, [printed = '', ucum], grouped) => {
        const [whole = '', decimals] = `${value}`.split('.');
        const digits = grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
        const number = decimals === undefined ? digits : `${digits}.${decimals}`;
        const [quantity, ...rest] = readQuantities(`It was ${number} ${printed} then`);
        expect(rest).toEqual([]);
        expect(quantity?.magnitude).toEqual({ form: 'number', value });
        expect(quantity?.unit).toMatchObject({ printed, ucum });
      }),
    );
  });

  it('gives ordered spans inside any text, whose slice reads as the same quantity', () => {
    const pieces = fc.constantFrom(
      ...'1 2 10 3.5 , . / - – + % s x 10^9 /L mg mmHg to and between over °C seven twenty \n a'.split(
        ' ',
      ),
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.string(), (parts, tail) => {
        const text = parts.join('') + tail;
        let last = 0;
        for (const { span, number, unit } of readQuantities(text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(number.end).toBeGreaterThan(number.start);
          expect(number.start).toBeGreaterThanOrEqual(span.start);
          expect(unit?.span.end ?? span.end).toBe(span.end);
          last = span.end;
        }
      }),
    );
  });

  it('passes over long lines of digits and separators', () => {
    for (const unit of ['1', '1,111,', '1-', '1/', '1 x 10', 'one ', '3 to ', '< ', '.1']) {
      expect(() => readQuantities(unit.repeat(50_000))).not.toThrow();
    }
  });
});
