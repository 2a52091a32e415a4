/** Moves focus to the heading of a pane. */
export function focusPane(pane: string): void {
  document.getElementById(`${pane}-title`)?.focus();
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
