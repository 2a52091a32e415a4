import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQueue, type Place } from './queue';

describe('a queue', () => {
  it('serves one at a time in order, and bounds those who wait, however places are left', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(4),
        fc.array(fc.oneof(fc.constant('enter' as const), fc.nat(10))),
        async (mostWaiting, moves) => {
          const queue = createQueue(mostWaiting);
          const present: { place: Place; served: boolean }[] = [];
          for (const move of moves) {
            if (move === 'enter') {
              const full = queue.running + queue.waiting > mostWaiting;
              const place = queue.enter();
              expect(place === undefined).toBe(full);
              if (place === undefined) continue;
              const person = { place, served: false };
              present.push(person);
              void place.turn.then(() => {
                person.served = true;
              });
            } else {
              const [leaving] = present.splice(move % Math.max(1, present.length), 1);
              leaving?.place.leave();
              leaving?.place.leave();
            }
            await Promise.resolve();
            expect(present.map(({ served }) => served)).toEqual(
              present.map((_, index) => index === 0),
            );
            expect(queue.running + queue.waiting).toBe(present.length);
          }
        },
      ),
    );
  });
});
