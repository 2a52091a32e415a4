/** A place in the queue: `turn` resolves when it is one's turn, and `leave` gives the place up, whether or not it came. */
export interface Place {
  readonly turn: Promise<void>;
  leave(): void;
}

/** A line before something that serves one at a time. */
export interface Queue {
  /** A place, or `undefined` where the line is full. */
  enter(): Place | undefined;
  readonly running: number;
  readonly waiting: number;
}

/** A queue in which one is served and at most `mostWaiting` wait, in the order in which they came. */
export function createQueue(mostWaiting: number): Queue {
  const waiting = new Set<() => void>();
  let running = 0;

  const admitNext = () => {
    const [next] = waiting;
    if (next === undefined || running > 0) return;
    waiting.delete(next);
    running += 1;
    next();
  };

  return {
    enter() {
      if (running > 0 && waiting.size >= mostWaiting) return undefined;
      let begin: () => void = () => undefined;
      const turn = new Promise<void>((resolve) => {
        begin = resolve;
      });
      let left = false;
      waiting.add(begin);
      admitNext();
      return {
        turn,
        leave() {
          if (left) return;
          left = true;
          if (!waiting.delete(begin)) running -= 1;
          admitNext();
        },
      };
    },
    get running() {
      return running;
    },
    get waiting() {
      return waiting.size;
    },
  };
}
