/** Moves focus to the heading of a pane, once what was asked for before has been drawn. */
export function focusPane(pane: string): void {
  focusOnceDrawn(() => document.getElementById(`${pane}-title`));
}

/** Moves focus to where the case is written, once it has been drawn. */
export function focusEditor(): void {
  focusOnceDrawn(() => document.querySelector<HTMLElement>('#case textarea'));
}

/**
 * Moves focus to the raw text, where it is drawn in place of the steps. Where it goes away in turn, to the heading of the
 * reasoning. To be called before either is drawn.
 */
export function focusOtherReading(): void {
  const rawText = () => document.querySelector<HTMLElement>('#reasoning [data-raw-text]');
  const wasRaw = rawText() !== null;
  focusOnceDrawn(() => (wasRaw ? document.getElementById('reasoning-title') : rawText()));
}

/** Focuses and presses a control, once it has been drawn. */
export function pressOnceDrawn(selector: string): void {
  requestAnimationFrame(() => {
    const control = document.querySelector<HTMLElement>(selector);
    control?.focus();
    control?.click();
  });
}

function focusOnceDrawn(find: () => HTMLElement | null): void {
  requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
}

/** Moves focus to the step after or before the one that has it; to the first where none has. */
export function focusNeighbourStep(direction: 1 | -1): void {
  focusNeighbour('#reasoning article', direction);
}

/** Moves focus to the next statement that the case does not support, and from the last one to the first. */
export function focusNextFault(): void {
  focusNeighbour('#reasoning [data-fault-line]', 1, true);
}

function focusNeighbour(selector: string, direction: 1 | -1, around = false): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const focused = document.activeElement;
  const at = all.findIndex((element) => element.contains(focused));
  const next = at === -1 ? 0 : at + direction;
  const target = all[around ? next % Math.max(1, all.length) : next];
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}
