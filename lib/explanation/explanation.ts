import type { Meter } from '@/lib/audit/meters/meter';
import type { Omission } from '@/lib/audit/omissions/omission';
import type { Rubric } from '@/lib/audit/rubrics/rubric';
import type { SecondReading } from '@/lib/audit/second-reading/second-reader';
import type { About, Mood } from '@/lib/audit/statements/standing';
import type { Verdict } from '@/lib/audit/verdict';
import type { Option, Polarity } from '@/lib/case/case';
import type { StopReason } from '@/lib/engine/engine';
import type { Span } from '@/lib/text/span';
import type { ChannelSpan, Correction, Role, RunManifest } from '@/lib/trace/trace';

/** A finding of the case, at a span of the case. */
export interface ExplainedFinding extends Span {
  readonly label: string;
  readonly polarity: Polarity;
  readonly value?: number;
  readonly unit?: string;
}

/** A step, at a span of the trace. */
export interface ExplainedStep extends Span {
  readonly roles: readonly Role[];
  readonly title?: string;
  /** Indices into `findings`. */
  readonly findings: readonly number[];
  /** Its clauses: whether each speaks of this patient, of medicine or of the reasoning, and whether it asserts. */
  readonly statements: readonly (Span & { readonly about: About; readonly mood: Mood })[];
  /** The citations in it: where in the trace, and the span of the case; no `case` where the number resolves to nothing. */
  readonly citations: readonly {
    readonly trace: Span;
    readonly sentence: number;
    readonly case?: Span;
  }[];
}

/**
 * A diagnosis of the differential; `for` and `against` are spans of the case: of the findings that the words before a
 * citation name, and of the cited sentence where they name none of it.
 */
export interface ExplainedDiagnosis {
  readonly name: string;
  readonly probability?: number;
  readonly trace: Span;
  readonly for: readonly Span[];
  readonly against: readonly Span[];
}

export interface ExplainedAnswer {
  readonly abstained: boolean;
  readonly reason?: string;
  readonly diagnosis?: string;
  readonly option?: string;
  /** As the model stated it, 0 to 1. */
  readonly probability?: number;
  /** Where the answer stands in the trace. */
  readonly trace?: Span;
}

/** How sure the model was, measured on its tokens and not on its words. */
export interface Uncertainty {
  /** Product of the probabilities of the tokens that name the answer; absent where no token probabilities are known. */
  readonly answerProbability?: number;
  /** Mean entropy over all tokens, nats. */
  readonly meanEntropy?: number;
  /** Spans of the trace whose tokens were least certain, least certain first. */
  readonly hesitations: readonly { readonly trace: Span; readonly probability: number }[];
}

/** What is shown and exported. Fields beyond docs/schemas are none: this is the contract. */
export interface Explanation {
  readonly case: {
    readonly text: string;
    readonly question?: string;
    readonly options?: readonly Option[];
  };
  readonly trace: {
    readonly text: string;
    readonly channels: readonly ChannelSpan[];
    readonly model: string;
    readonly stop: StopReason;
  };
  readonly answer: ExplainedAnswer;
  readonly problemRepresentation?: Span;
  readonly differential: readonly ExplainedDiagnosis[];
  readonly findings: readonly ExplainedFinding[];
  readonly steps: readonly ExplainedStep[];
  readonly verdicts: readonly Verdict[];
  /** Indices of findings that no step and no line of the differential names, or cites without naming any. */
  readonly unused: readonly number[];
  /** Self-corrections: a statement inside `takesBack` was withdrawn and does not count as claimed. */
  readonly corrections: readonly Correction[];
  /** What was not said, weightiest first. */
  readonly omissions: readonly Omission[];
  /** Absent where the case lies outside the conditions that were counted. */
  readonly secondReading?: SecondReading;
  readonly meters: readonly Meter[];
  readonly rubrics: readonly Rubric[];
  readonly uncertainty: Uncertainty;
  /** What a reader must know about the limits of this run, one sentence each. */
  readonly limits: readonly string[];
  readonly manifest?: RunManifest;
}
