import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimit } from './rate-limit';

describe('a rate limit', () => {
  it('admits no more than its rate and one full bucket in any time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.array(fc.nat(5_000)), (perMinute, gaps) => {
        let now = 0;
        const limit = createRateLimit(perMinute, () => now);
        let admitted = 0;
        for (const gap of gaps) {
          now += gap;
          if (limit.take('one') === 0) admitted += 1;
        }
        expect(admitted).toBeLessThanOrEqual(perMinute + (now / 60_000) * perMinute + 1e-6);
      }),
    );
  });

  it('tells when the next request is admitted, and keeps clients apart', () => {
    let now = 0;
    const limit = createRateLimit(2, () => now);
    expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([0, 0, 30]);
    expect(limit.take('b')).toBe(0);
    now = 29_000;
    expect(limit.take('a')).toBe(1);
    now = 30_000;
    expect(limit.take('a')).toBe(0);
  });
});
