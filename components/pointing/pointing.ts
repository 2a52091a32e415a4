import type { Span } from '@/lib/text/span';

/** The panes that point at one another. */
export type PointingSide = 'case' | 'reasoning' | 'explanation';

/** What is pointed at: spans of the case, findings, and the steps that rest on them. */
export interface Target {
  /** The pane that points; it does not scroll. */
  readonly from: PointingSide;
  /** The pane to look at, where only one fits on the screen. */
  readonly to: 'case' | 'reasoning';
  readonly caseSpans: readonly Span[];
  /** Indices into `CaseReading.findings`; every step that uses one of them is lit. */
  readonly findings: readonly number[];
  /** Indices of steps. */
  readonly steps: readonly number[];
  /** Words of the trace, to be shown token by token. */
  readonly words?: Span;
  /** Words of the trace, to be lit in the steps that they stand in. */
  readonly passages?: readonly Span[];
}

/**
 * What the person points at. A passing target (hover, focus) hides the chosen one (pressed) while it lasts. Kept outside
 * React so that pointing redraws only what is lit or was.
 */
export interface Pointing {
  target(): Target | undefined;
  chosen(): Target | undefined;
  pass(target: Target | undefined): void;
  /** Chooses a target; choosing the same once more lets go of it. */
  choose(target: Target | undefined): void;
  subscribe(listener: () => void): () => void;
}

/** Nothing is pointed at yet. */
export function createPointing(): Pointing {
  let passing: Target | undefined;
  let chosen: Target | undefined;
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  return {
    target: () => passing ?? chosen,
    chosen: () => chosen,
    pass(target) {
      if (passing === target) return;
      passing = target;
      changed();
    },
    choose(target) {
      chosen = target !== undefined && isSame(chosen, target) ? undefined : target;
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Whether two targets are the same place seen from the same side. */
export function isSame(a: Target | undefined, b: Target): boolean {
  return (
    a !== undefined &&
    a.from === b.from &&
    a.to === b.to &&
    sameNumbers(a.findings, b.findings) &&
    sameNumbers(a.steps, b.steps) &&
    a.words?.start === b.words?.start &&
    sameNumbers((a.passages ?? []).map(startOf), (b.passages ?? []).map(startOf)) &&
    sameNumbers(a.caseSpans.map(startOf), b.caseSpans.map(startOf))
  );
}

function startOf(span: Span): number {
  return span.start;
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, position) => value === b[position]);
}
