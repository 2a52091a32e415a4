import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '@/components/case/unread-words';
import { overlaps } from '@/lib/text/span';

describe('partsOf', () => {
  it('marks what was not read, where it begins or ends outside too', () => {
    expect(
      partsOf({ start: 4, end: 20 }, [
        { start: 0, end: 6 },
        { start: 10, end: 12 },
        { start: 30, end: 31 },
      ]),
    ).toEqual([
      { start: 4, end: 6, isUnread: true },
      { start: 6, end: 10, isUnread: false },
      { start: 10, end: 12, isUnread: true },
      { start: 12, end: 20, isUnread: false },
    ]);
  });

  it('covers the stretch once, and marks every code unit as the spans say', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 });
    fc.assert(
      fc.property(steps, fc.nat(20), fc.nat(30), (sizes, start, length) => {
        let at = 0;
        const unread = sizes.flatMap((size, index) => {
          const span = { start: at, end: at + size };
          at += size;
          return index % 2 === 0 ? [] : [span];
        });
        const parts = partsOf({ start, end: start + length }, unread);
        let from = start;
        for (const part of parts) {
          expect(part.start).toBe(from);
          expect(part.end).toBeGreaterThan(part.start);
          expect(unread.some((span) => overlaps(span, part))).toBe(part.isUnread);
          from = part.end;
        }
        expect(from).toBe(start + length);
      }),
    );
  });
});
