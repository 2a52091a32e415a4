/** A figure that says how a run goes, computed while it runs. */
export interface Meter {
  /** Stable. */
  readonly id: string;
  readonly title: string;
  readonly value: number;
  /** For a person: "12 %", "3 of 3". */
  readonly shown: string;
  readonly state: 'fine' | 'notice' | 'alarm';
  /** What the value means here. */
  readonly detail: string;
  /** The formula, as a person would write it. */
  readonly formula: string;
  readonly source: string;
}
