/** What an endpoint's engine needs of the platform that it runs on, and how patient it is. */
export interface EndpointSurroundings {
  readonly fetch: typeof fetch;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly patience: Patience;
}

/** Milliseconds. */
export interface Patience {
  /** Until a server begins to answer: it may load the model first. */
  readonly beginning: number;
  /** Between two signs of life of a stream: a server that has a long prompt to read may send none meanwhile. */
  readonly idle: number;
  /** For a server that says it has no room, in all. */
  readonly busy: number;
  /** For a short answer, such as a list of models. */
  readonly short: number;
  /** For the word about the prompt's length that may follow the end of an answer. */
  readonly afterEnd: number;
}

export const DEFAULT_PATIENCE: Patience = {
  beginning: 300_000,
  idle: 120_000,
  busy: 120_000,
  short: 15_000,
  afterEnd: 3_000,
};

/** Settles as the promise does, or rejects with what `late` gives when it takes longer than so many milliseconds. */
export function within<Value>(
  promise: Promise<Value>,
  milliseconds: number,
  late: () => unknown,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Resolves after so many milliseconds, or at once when the signal is aborted. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
  });
}
