import type { Meter } from '@/lib/audit/meters/meter';
import type { Verdict } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import type { ExplainedStep, Explanation } from '@/lib/explanation/explanation';
import type { RunId } from '@/lib/ledger/record';
import type { Fault } from '@/lib/text/outcome';
import type { ChannelSpan, Correction, Trace, TracedToken } from '@/lib/trace/trace';

/** What a run has said so far, ready to be drawn. */
export interface Said {
  readonly text: string;
  readonly channels: readonly ChannelSpan[];
  readonly steps: readonly ExplainedStep[];
  /** How many of the steps can no longer change. */
  readonly closedSteps: number;
  readonly verdicts: readonly Verdict[];
  /** What was taken back so far. */
  readonly corrections: readonly Correction[];
  readonly meters: readonly Meter[];
  readonly tokens: readonly TracedToken[];
  /** Milliseconds spent on generating tokens. */
  readonly decode: number;
}

export const NOTHING_SAID: Said = {
  text: '',
  channels: [],
  steps: [],
  closedSteps: 0,
  verdicts: [],
  corrections: [],
  meters: [],
  tokens: [],
  decode: 0,
};

/** What a run that was stopped, or that used up its budget, can go on from. */
export interface FurtherRun {
  readonly trace: Trace;
  /** Tokens of the whole answer, those that were said included. */
  readonly budget: number;
}

/** The run that the page shows. */
export type RunState =
  | { readonly phase: 'none' }
  /** Asked for before the model was ready. */
  | { readonly phase: 'waiting'; readonly reading: CaseReading }
  | {
      readonly phase: 'running';
      readonly reading: CaseReading;
      readonly run: RunId | undefined;
      /** `performance.now()` when it was asked for. */
      readonly startedAt: number;
      readonly said: Said;
      /** Why its server has not begun yet. */
      readonly waiting?: string;
    }
  | {
      readonly phase: 'ended';
      readonly reading: CaseReading;
      readonly run: RunId | undefined;
      readonly said: Said;
      readonly explanation: Explanation;
      /** Milliseconds from asking to the end, where it is known. */
      readonly milliseconds: number | undefined;
      /** Present where the run can go on. */
      readonly further?: FurtherRun;
      /** Why it did not go on when it was asked to. */
      readonly notContinued?: Fault;
    }
  /** Died with its tab, or failed on the way. What it said is kept. */
  | {
      readonly phase: 'broken';
      readonly reading: CaseReading;
      readonly run: RunId | undefined;
      readonly said: Said;
      readonly fault: Fault;
    };

/** Whether a run was over before the model's first word: the text may hold what was put before that. */
export function isNothingSaid({ tokens, steps }: Said): boolean {
  return tokens.length === 0 && steps.length === 0;
}

/** Whether the case may not be changed now. */
export function isUnderWay(state: RunState): boolean {
  return state.phase === 'waiting' || state.phase === 'running';
}
