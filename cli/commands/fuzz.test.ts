import { describe, expect, it } from 'vitest';
import { fuzz } from '@/cli/commands/fuzz';
import { ranInProcess } from '@/cli/testing';

const A_MINUTE = 60_000;

describe('fuzz', () => {
  it(
    'tries the inputs of a range and says where the next one begins',
    async () => {
      const ran = await ranInProcess(fuzz, ['--from', '3', '--count', '2', '--json']);
      expect(JSON.parse(ran.stdout)).toMatchObject({ seed: 1, from: 3, next: 5, faulty: [] });
    },
    A_MINUTE,
  );

  it(
    'lets an interruption through and prints what it has',
    async () => {
      const interruption = new AbortController();
      setTimeout(() => interruption.abort(), 0);
      const args = ['--count', '1000000', '--json'];
      const ran = await ranInProcess(fuzz, args, '', interruption.signal);
      expect(JSON.parse(ran.stdout).next).toBeLessThan(1_000_000);
    },
    A_MINUTE,
  );

  it('refuses a range that begins before the first input', async () => {
    const ran = await ranInProcess(fuzz, ['--from', '-1']);
    expect(ran.code).toBe(2);
  });
});
