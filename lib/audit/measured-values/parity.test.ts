import { describe, expect, it } from 'vitest';
import { judgeParity, readParity } from '@/lib/audit/measured-values/parity';

function judge(stated: string, given: string): string | undefined {
  const [first, known] = [readParity(stated)[0], readParity(given)[0]];
  return first === undefined || known === undefined
    ? undefined
    : judgeParity(first, known, given)?.outcome;
}

describe('parity', () => {
  it.each([
    ['her first baby', 'a P3 woman after a vaginal delivery', 'contradicted'],
    ['her third baby', 'a P3 woman after a vaginal delivery', 'supported'],
    ['She is expecting her second child.', 'gravida 2, para 1', 'supported'],
    ['She is a G3P2.', 'a G2P1 woman', 'contradicted'],
    ['She is a G2P1.', 'gravida 2, para 1', 'supported'],
    ['her second pregnancy', 'a primigravida', 'contradicted'],
    ['a primigravida', 'gravida 4, para 2', 'contradicted'],
    ['her first baby', 'a woman in labour', undefined],
    ['her first baby', 'P3 waves on the ECG', undefined],
  ])('compares %j with %j', (stated, given, outcome) => {
    expect(judge(stated, given)).toBe(outcome);
  });
});
