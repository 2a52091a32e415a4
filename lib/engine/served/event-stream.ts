/** Bytes that a response may hold for a reader that is slower than the model. */
const HELD_BYTES = 1 << 20;

/** A reader that takes nothing for so long, while so much is held, is given up: the model is needed by others. */
const STALLED_MILLISECONDS = 15_000;

/** Sends one event; resolves at once unless the reader is far behind. */
export type SendEvent = (data: string) => Promise<void>;

export interface EventStreamLimits {
  readonly heldBytes?: number;
  readonly stalledMilliseconds?: number;
}

/**
 * The body of a server-sent-event response that `produce` writes. `stop` is called when the reader goes away or stalls;
 * whatever `produce` throws ends the stream in an error.
 */
export function eventStream(
  produce: (send: SendEvent) => Promise<void>,
  stop: () => void,
  { heldBytes = HELD_BYTES, stalledMilliseconds = STALLED_MILLISECONDS }: EventStreamLimits = {},
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let resume: () => void = () => undefined;
  let closed = false;

  const roomAgain = (controller: ReadableStreamDefaultController<Uint8Array>) =>
    new Promise<void>((resolve) => {
      const stalled = setTimeout(() => {
        closed = true;
        controller.error(new Error('the reader of the stream stalled'));
        stop();
        resolve();
      }, stalledMilliseconds);
      resume = () => {
        clearTimeout(stalled);
        resolve();
      };
    });

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send: SendEvent = async (data) => {
          if (closed) return;
          controller.enqueue(encoder.encode(`data: ${data}\n\n`));
          if ((controller.desiredSize ?? 0) <= 0) await roomAgain(controller);
        };
        produce(send).then(
          () => {
            if (!closed) controller.close();
          },
          (error: unknown) => {
            if (!closed) controller.error(error);
          },
        );
      },
      pull() {
        resume();
      },
      cancel() {
        closed = true;
        resume();
        stop();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: heldBytes }),
  );
}

/** The headers of an event stream that no intermediary may hold back, compress or keep. */
export const EVENT_STREAM_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-store, no-transform',
  'x-accel-buffering': 'no',
};
