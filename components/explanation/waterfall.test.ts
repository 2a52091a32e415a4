import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oddsToOne, oddsWords, waterfallOf, weightWords } from '@/components/explanation/waterfall';

function termsOf(weights: readonly number[]) {
  return weights.map((weight, index) => ({ label: `${index}`, weight, source: 's' }));
}

describe('waterfallOf', () => {
  it('lays each bar where the one before it ended', () => {
    const { bars, even, sum } = waterfallOf({ terms: termsOf([-2, 3, -0.5]) });
    expect(sum).toBeCloseTo(0.5);
    expect(even).toBeCloseTo(2 / 3);
    expect(bars.map(({ from, to }) => [from, to])).toEqual([
      [2 / 3, 0],
      [0, 1],
      [1, expect.closeTo(2.5 / 3)],
    ]);
  });

  it('keeps every bar on the axis, and joins them', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -20, max: 20, noNaN: true })), (weights) => {
        const { bars, even } = waterfallOf({ terms: termsOf(weights) });
        for (const place of [even, ...bars.flatMap(({ from, to }) => [from, to])]) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(1);
        }
        for (const [index, bar] of bars.entries()) {
          expect(bar.from).toBe(index === 0 ? even : bars[index - 1]?.to);
        }
      }),
    );
  });
});

describe('the words', () => {
  it('always say the sign', () => {
    expect(weightWords(Math.LN2)).toBe('+0.69');
    expect(weightWords(-2)).toBe('−2.00');
    expect(oddsWords(Math.log(2))).toBe('×2.0');
    expect(oddsWords(-Math.log(50))).toBe('÷50');
    expect(oddsWords(32)).toBe('×>10,000');
    expect(oddsToOne(Math.log(3.2))).toBe('3.2 to 1');
    expect(oddsToOne(-Math.log(40))).toBe('1 to 40');
  });
});
