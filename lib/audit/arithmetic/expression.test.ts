import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExpressions } from '@/lib/audit/arithmetic/explicit';
import { expressionAt } from '@/lib/audit/arithmetic/expression';

function computed(text: string): number | undefined {
  return expressionAt(text, text.search(/\d/u))?.value;
}

describe('expressionAt', () => {
  it.each([
    ['135 − (103 + 25)', 7],
    ['0.4 × 20/45', 0.4 * (20 / 45)],
    ['8.2 + 0.8 * (4.0 - 2.4)', 9.48],
    ['(140-60)×72/(72×1.0)', 80],
    ['150 − 50/0.8', 87.5],
    ['(5 / 360) times 100,000', 1388.888889],
    ['75 ml/kg × 6 kg', 450],
    ['40% of 25 grams', 10],
    ['80 divided by 4 minus 5', 15],
    ['70 / 1.75²', 22.857143],
    ['((107 + 2 × 70)/3)', 82.333333],
    ['520 out of 700', 0.742857],
    ['2 x 10^9 / 4', 5e8],
  ])('reads %s', (text, value) => {
    expect(computed(text)).toBeCloseTo(value, 5);
  });

  it.each(['12-16 mg', 'T4/T3', '1:2', '5 mg twice', '0 ÷', '1 / 0', '√(60/100)', 'ln(3/4)'])(
    'finds no sum in %s',
    (text) => {
      expect(computed(text)).toBeUndefined();
    },
  );

  it('keeps precedence and brackets, whatever the sum', () => {
    interface Sum {
      readonly text: string;
      readonly value: number;
    }
    const { sum } = fc.letrec<{ sum: Sum; leaf: Sum; inner: Sum }>((tie) => ({
      leaf: fc.integer({ min: 1, max: 999 }).map((value) => ({ text: String(value), value })),
      inner: fc
        .tuple(tie('sum'), fc.constantFrom('+', '−', '×', '÷'), tie('sum'))
        .map(([left, sign, right]) => {
          const value = {
            '+': left.value + right.value,
            '−': left.value - right.value,
            '×': left.value * right.value,
            '÷': left.value / right.value,
          }[sign];
          return { text: `(${left.text} ${sign} ${right.text})`, value };
        }),
      sum: fc.oneof({ maxDepth: 2, depthSize: 'small' }, tie('leaf'), tie('inner')),
    }));
    fc.assert(
      fc.property(sum, fc.constantFrom('+', '−', '×'), sum, (left, sign, right) => {
        const value = {
          '+': left.value + right.value,
          '−': left.value - right.value,
          '×': left.value * right.value,
        }[sign];
        fc.pre(Number.isFinite(value));
        const read = computed(`${left.text} ${sign} ${right.text}`);
        expect(Math.abs((read ?? Number.NaN) - value)).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(value)),
        );
      }),
    );
  });
});

describe('readExpressions', () => {
  it('reads any text without an error, with spans inside it', () => {
    const bits = fc.constantFrom(
      '1',
      '20',
      '3.5',
      '(',
      ')',
      '/',
      ' / ',
      ' x ',
      '−',
      '%',
      ' of ',
      ' kg',
      '=',
      ' is ',
      ', about ',
      '. ',
      'a',
      '²',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        for (const { expression, stated } of readExpressions(text)) {
          expect(expression.span.start).toBeGreaterThanOrEqual(0);
          expect(Math.max(expression.span.end, stated?.span.end ?? 0)).toBeLessThanOrEqual(
            text.length,
          );
        }
      }),
    );
  });
});
