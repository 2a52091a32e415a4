import type { Machine } from '@/bench/machine';
import type { ModelRevision } from '@/bench/model-revision';

/** What a figure should reach. */
export type Target = { readonly atLeast: number } | { readonly atMost: number };

/** One figure. `held` says whether it reached its target. */
export interface Item {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: Target;
  readonly held?: boolean;
}

/** Under which conditions a section measured, for whoever repeats it: threads, tokens, rounds. */
export type Conditions = Readonly<Record<string, string | number>>;

export interface Measured {
  readonly conditions: Conditions;
  readonly items: readonly Item[];
}

export type SectionReport = { readonly name: string; readonly title: string } & (
  | ({ readonly status: 'measured' } & Measured)
  | { readonly status: 'failed'; readonly reason: string }
);

/** What one run of the command measured. */
export interface Report {
  /** Version of Rationale. */
  readonly application: string;
  /** ISO 8601, UTC: when the run began. */
  readonly at: string;
  readonly machine: Machine;
  readonly model: ModelRevision;
  readonly sections: readonly SectionReport[];
}

/** A figure, compared with its target where it has one. */
export function item(name: string, value: number, unit: string, target?: Target): Item {
  if (target === undefined) return { name, value, unit };
  const held = 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
  return { name, value, unit, target, held };
}
