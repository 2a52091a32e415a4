/** Passes values on, the first at once and then the newest no more often than every so many milliseconds. */
export interface Throttle<Value> {
  note(value: Value): void;
  /** Passes on what was held back, and nothing after it. */
  finish(): void;
}

/** Holds values back so that `pass` is called at most every so many milliseconds; the newest always arrives. */
export function atMostEvery<Value>(
  milliseconds: number,
  pass: (value: Value) => void,
): Throttle<Value> {
  let held: { readonly value: Value } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function release(): void {
    timer = undefined;
    if (held === undefined) return;
    const { value } = held;
    held = undefined;
    pass(value);
    timer = setTimeout(release, milliseconds);
  }

  return {
    note(value) {
      held = { value };
      if (timer === undefined) release();
    },
    finish() {
      clearTimeout(timer);
      if (held !== undefined) pass(held.value);
      held = undefined;
    },
  };
}
