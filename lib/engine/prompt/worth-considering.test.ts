import { describe, expect, it } from 'vitest';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import type { Candidate } from './candidates';
import { worthArguing } from './worth-considering';

const ranked = [0.9, 0.06, 0.02, 0.01].flatMap((probability, index): Candidate[] => {
  const condition = CONDITIONS[index];
  return condition === undefined ? [] : [{ condition, name: condition.name, probability }];
});
const [first, second, third, fourth] = ranked;
const conditionsOf = (...candidates: readonly (Candidate | undefined)[]) =>
  candidates.flatMap((candidate) => candidate?.condition ?? []);

describe('worthArguing', () => {
  it('takes what is likely and what is worth considering, by belief', () => {
    expect(worthArguing(ranked, conditionsOf(fourth, first))).toEqual([first, second, fourth]);
  });

  it('takes the two most probable where there would be fewer', () => {
    const sure = ranked.map((candidate, index) =>
      index === 0 ? candidate : { ...candidate, probability: 0.01 },
    );
    expect(worthArguing(sure, []).map(({ name }) => name)).toEqual([first?.name, second?.name]);
    expect(worthArguing(sure, conditionsOf(third)).map(({ name }) => name)).toEqual([
      first?.name,
      third?.name,
    ]);
  });
});
