import type { IncomingMessage } from 'node:http';

/** How a relayed body ended. */
export type RelayEnd = 'whole' | 'cancelled' | 'idle' | 'broken';

/**
 * An upstream's answer as the body of ours, byte for byte, no faster than it is read. `ended` is called once. Where the
 * upstream falls silent for `idleSeconds` or breaks off, `lastWords` (which may be empty) closes the body.
 */
export function relayBody(
  response: IncomingMessage,
  idleSeconds: number,
  lastWords: (end: 'idle' | 'broken') => string,
  ended: (end: RelayEnd) => void,
): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<unknown> = response[Symbol.asyncIterator]();
  let over = false;
  const finish = (end: RelayEnd) => {
    if (over) return;
    over = true;
    response.destroy();
    ended(end);
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await nextWithin(chunks, idleSeconds * 1000);
        if (over) return;
        if (typeof next !== 'string') {
          controller.enqueue(next);
          return;
        }
        const words = next === 'whole' ? '' : lastWords(next);
        if (words !== '') controller.enqueue(new TextEncoder().encode(words));
        controller.close();
        finish(next);
      },
      cancel() {
        finish('cancelled');
      },
    },
    { highWaterMark: 0 },
  );
}

async function nextWithin(
  chunks: AsyncIterator<unknown>,
  milliseconds: number,
): Promise<Uint8Array | 'whole' | 'idle' | 'broken'> {
  let timer: NodeJS.Timeout | undefined;
  const idle = new Promise<'idle'>((resolve) => {
    timer = setTimeout(() => resolve('idle'), milliseconds);
  });
  const next = chunks.next().then(
    ({ done, value }) => (done !== true && value instanceof Uint8Array ? value : 'whole'),
    () => 'broken' as const,
  );
  try {
    return await Promise.race([next, idle]);
  } finally {
    clearTimeout(timer);
  }
}

/** The whole of a short answer as text; `undefined` where it is longer than `mostBytes`, breaks off or stalls. */
export async function readShort(
  response: IncomingMessage,
  mostBytes: number,
  idleSeconds: number,
): Promise<string | undefined> {
  const chunks: AsyncIterator<unknown> = response[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const next = await nextWithin(chunks, idleSeconds * 1000);
    if (next === 'whole') return Buffer.concat(parts).toString('utf8');
    length += typeof next === 'string' ? 0 : next.length;
    if (typeof next === 'string' || length > mostBytes) {
      response.destroy();
      return undefined;
    }
    parts.push(next);
  }
}
