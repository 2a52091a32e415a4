import { describe, expect, it } from 'vitest';
import { SHADES, shadeOf } from '@/components/reasoning/probability-shade';
import { percentage } from '@/components/ui/probability';

describe('shadeOf', () => {
  it('gives the shade whose bounds a probability lies in', () => {
    expect(shadeOf(Math.log(0.95))).toBe(SHADES[0]);
    expect(shadeOf(Math.log(0.6))).toBe(SHADES[2]);
    expect(shadeOf(Math.log(1e-30))).toBe(SHADES.at(-1));
    expect(shadeOf(Number.NEGATIVE_INFINITY)).toBe(SHADES.at(-1));
  });

  it('draws every shade in a way of its own', () => {
    expect(new Set(SHADES.map(({ classes }) => classes)).size).toBe(SHADES.length);
  });
});

describe('percentage', () => {
  it('never rounds to certainty', () => {
    expect(percentage(0.9999)).toBe('>99 %');
    expect(percentage(0.0001)).toBe('<1 %');
    expect(percentage(1)).toBe('100 %');
    expect(percentage(0)).toBe('0 %');
    expect(percentage(0.845)).toBe('85 %');
  });
});
