import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NamedValue, namedValuesIn } from '@/lib/audit/measured-values/named-values';
import { isSameMeasure } from '@/lib/audit/measured-values/units-of-values';
import { createValueIndex } from '@/lib/audit/measured-values/value-index';
import { sliceSpan } from '@/lib/text/span';

function valuesOf(text: string): readonly NamedValue[] {
  return namedValuesIn(text, { start: 0, end: text.length });
}

const PHRASES = [
  'sodium 140 mEq/L',
  'sodium 129',
  'a pulse of 88/min',
  'BP 120/80',
  'urine 300 mosm/kg',
  'osmolality 300 mEq/L',
  '12 guests',
  'type 2 diabetes',
  'Hb 6 g/dL',
] as const;

const text = fc.array(fc.constantFrom(...PHRASES), { maxLength: 12 }).map((all) => all.join(', '));

describe('the numbers of a case', () => {
  it('are kept once where they are given again in the same words', () => {
    const given = 'He has a sodium of 140, a pulse of 88, a sodium of 140, a sodium of 141.';
    const { all } = createValueIndex(valuesOf(given));
    const written = all.map(({ written: { span } }) => sliceSpan(given, span));
    expect(written).toEqual(['140', '88', '141']);
    expect(all[0]?.written.span.start).toBe(given.indexOf('140'));
  });

  it('are looked up as if each were looked at', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...PHRASES), (given, asked) => {
        const index = createValueIndex(valuesOf(given));
        const [stated] = valuesOf(asked);
        if (stated === undefined) throw new Error(`no number in “${asked}”`);
        const { quantity = '', words, written } = stated;
        const unit = written.unit?.ucum ?? 'g/dL';
        const beside = index.besideWords(words);
        for (const value of index.all) {
          const { magnitude, unit: own } = value.written;
          const isNamed = value.quantity !== undefined || value.designation !== undefined;
          const shared = [...words].filter((word) => value.words.has(word)).length;
          expect(index.ofQuantity(quantity).includes(value)).toBe(value.quantity === quantity);
          expect(beside.get(value) ?? 0).toBe(isNamed ? 0 : shared);
          expect(index.inUnitOf(unit).includes(value)).toBe(
            own !== undefined && isSameMeasure(own.ucum, unit),
          );
          expect(index.withNumber(300).includes(value)).toBe(
            magnitude.form === 'number' && magnitude.value === 300 && own !== undefined,
          );
        }
      }),
    );
  });
});
