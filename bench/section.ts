import type { Measured } from '@/bench/report';

export interface SectionRun {
  /** How often everything is measured. */
  readonly rounds: number;
  /** Writes one line for the person who waits. */
  readonly progress: (line: string) => void;
  /** Aborted when the person presses Ctrl-C; looked at between rounds. */
  readonly signal: AbortSignal;
}

/** One subject that the command measures. */
export interface Section {
  readonly name: string;
  readonly title: string;
  /** Rounds unless told. */
  readonly rounds: number;
  /** Throws an `Error` that says why where nothing can be measured. */
  measure(run: SectionRun): Promise<Measured>;
}
