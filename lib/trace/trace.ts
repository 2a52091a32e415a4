import type {
  Channel,
  EngineDescription,
  Sampling,
  StopReason,
  TokenEvent,
} from '@/lib/engine/engine';
import type { Span } from '@/lib/text/span';
import type { ClosedStep } from '@/lib/trace/closed-steps';

export const ROLES = [
  'problem representation',
  'finding',
  'hypothesis',
  'evidence for',
  'evidence against',
  'test interpretation',
  'knowledge',
  'plan',
  'safety check',
  'self-correction',
  'conclusion',
] as const;
export type Role = (typeof ROLES)[number];

export interface ChannelSpan extends Span {
  readonly channel: Channel;
}

/** A citation of a numbered sentence of the case, `[3]`, at a span of the trace. */
export interface Citation extends Span {
  readonly sentence: number;
}

/** A span of the trace's text with at least one role. `closed` turns true once nothing more can be added to it. */
export interface Step extends Span {
  readonly roles: readonly Role[];
  readonly channel: Channel;
  /** The heading that the model gave, without its number: "Evidence for pericarditis". */
  readonly title?: string;
  readonly citations: readonly Citation[];
  readonly closed: boolean;
}

export interface DifferentialItem extends Span {
  readonly name: string;
  /** As stated by the model, 0 to 1. */
  readonly probability?: number;
  readonly for: readonly Citation[];
  readonly against: readonly Citation[];
}

/** The answer as the model wrote it, with where. */
export interface StatedAnswer extends Span {
  readonly diagnosis?: string;
  readonly option?: string;
  readonly probability?: number;
}

/** Where the model takes back what it said: `takesBack` comes before `at` and holds whole sentences. */
export interface Correction {
  readonly at: Span;
  readonly takesBack: Span;
}

/** What has been read from the text so far; a pure function of the text, whatever the chunks it came in. */
export interface TraceReading {
  readonly text: string;
  readonly channels: readonly ChannelSpan[];
  /** Whether every opened thinking section was closed. */
  readonly thinkingClosed: boolean;
  readonly steps: readonly Step[];
  readonly answer?: StatedAnswer;
  readonly differential: readonly DifferentialItem[];
  /** Found so far; grows only at its end. */
  readonly corrections: readonly Correction[];
}

/** A reading of a trace that may still grow. `closedSteps` of its steps, the first ones, will never change. */
export interface LiveTraceReading extends TraceReading {
  readonly closedSteps: number;
  /** The last of them, from which the others are reached without making the list of all steps. */
  readonly lastClosed?: ClosedStep;
}

/** Everything needed to run it again, and to tell what ran. */
export interface RunManifest {
  readonly engine: EngineDescription;
  readonly sampling: Sampling;
  readonly seed: number;
  readonly maxTokens: number;
  /** After how many tokens the run had stopped and was continued, ascending; absent where it was not. */
  readonly continuedAfter?: readonly number[];
  readonly startedAt: string;
  /** Version of Rationale. */
  readonly application: string;
}

/** The complete record of one run. */
export interface Trace extends TraceReading {
  readonly prompt: string;
  readonly promptTokens: number;
  readonly tokens: readonly TracedToken[];
  readonly stop: StopReason;
  /** Milliseconds. */
  readonly timings: { readonly prefill: number; readonly decode: number };
  readonly manifest: RunManifest;
}

/** A token event with the span of the trace's text that it completed. */
export interface TracedToken extends TokenEvent {
  readonly span: Span;
}

/** A trace that may still grow. */
export type LiveTrace = Trace & LiveTraceReading;
