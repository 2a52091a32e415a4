import { describe, expect, it } from 'vitest';
import { eventStream } from './event-stream';

const LIMITS = { heldBytes: 64, stalledMilliseconds: 20 };

describe('an event stream', () => {
  it('gives a reader that takes nothing up, and tells the producer', async () => {
    let sent = 0;
    const stopped = new Promise<void>((resolve) => {
      const produce = async (send: (data: string) => Promise<void>) => {
        while (sent < 1000) {
          sent += 1;
          await send('x'.repeat(20));
          if (over) return;
        }
      };
      let over = false;
      eventStream(
        produce,
        () => {
          over = true;
          resolve();
        },
        LIMITS,
      );
    });
    await stopped;
    expect(sent).toBeLessThan(10);
  });

  it('goes on when a slow reader reads again, and loses nothing', async () => {
    const stream = eventStream(
      async (send) => {
        for (let index = 0; index < 200; index += 1) await send(String(index));
      },
      () => undefined,
      { ...LIMITS, stalledMilliseconds: 10_000 },
    );
    await new Promise((resolve) => setTimeout(resolve, 10));
    const text = await new Response(stream).text();
    const expected = Array.from({ length: 200 }, (_, index) => `data: ${index}\n\n`).join('');
    expect(text).toBe(expected);
  });

  it('stops the producer when the reader goes away', async () => {
    let stops = 0;
    const stream = eventStream(
      async (send) => {
        for (let index = 0; stops === 0; index += 1) await send(String(index));
      },
      () => {
        stops += 1;
      },
      { ...LIMITS, stalledMilliseconds: 10_000 },
    );
    await stream.cancel();
    expect(stops).toBe(1);
  });
});
