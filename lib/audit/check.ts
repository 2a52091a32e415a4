import { append } from '@/lib/audit/append';
import type { Verdict, VerdictOutcome } from '@/lib/audit/verdict';
import type { CaseReading, Finding, NumberedSentence } from '@/lib/case/case';
import type { ConceptId } from '@/lib/knowledge/concept';
import type { Span } from '@/lib/text/span';
import type { Step, TraceReading } from '@/lib/trace/trace';

/** A finding of the case with its index in `CaseReading.findings`. */
export interface IndexedFinding extends Finding {
  readonly index: number;
}

/** The case as checks look it up; built once for a run. */
export interface CheckContext {
  readonly reading: CaseReading;
  sentence(number: number): NumberedSentence | undefined;
  findingsOfSentence(number: number): readonly IndexedFinding[];
  findingsOfConcept(concept: ConceptId): readonly IndexedFinding[];
}

/** A closed step and its text. */
export interface InspectedStep {
  readonly step: Step;
  readonly text: string;
}

interface CheckIdentity {
  /** Stable; stands in `Verdict.check`. */
  readonly id: string;
  /** For a person. */
  readonly title: string;
}

/** A check of which each step can be judged by itself. Both functions are pure. */
export interface StatelessCheck extends CheckIdentity {
  /** Looks at one closed step and at nothing else of the trace. */
  inspect(step: InspectedStep, context: CheckContext): readonly Verdict[];
  /** Looks at the whole trace once it has ended. */
  conclude(trace: TraceReading, context: CheckContext): readonly Verdict[];
}

/** One audit's run of a check that remembers the steps before. */
export interface CheckRun {
  /** Looks at the next closed step; called once for each, in the order of the text. */
  inspect(step: InspectedStep): readonly Verdict[];
  /** Looks at the whole trace once it has ended; changes nothing that is remembered, so that it can be called again. */
  conclude(trace: TraceReading): readonly Verdict[];
}

/** A check that needs what earlier steps said. What it remembers lives in its run; one audit begins it once. */
export interface StatefulCheck extends CheckIdentity {
  begin(context: CheckContext): CheckRun;
}

/** A check: one file, one line in checks/index.ts. */
export type Check = StatelessCheck | StatefulCheck;

/** Begins a check's part in one audit. */
export function beginCheck(check: Check, context: CheckContext): CheckRun {
  return 'begin' in check
    ? check.begin(context)
    : {
        inspect: (step) => check.inspect(step, context),
        conclude: (trace) => check.conclude(trace, context),
      };
}

/** Prepares a case for the checks. */
export function createCheckContext(reading: CaseReading): CheckContext {
  const sentences = new Map(reading.sentences.map((sentence) => [sentence.number, sentence]));
  const bySentence = new Map<number, IndexedFinding[]>();
  const byConcept = new Map<ConceptId, IndexedFinding[]>();
  for (const [index, finding] of reading.findings.entries()) {
    const indexed = { ...finding, index };
    append(bySentence, finding.sentence, indexed);
    append(byConcept, finding.concept, indexed);
  }
  return {
    reading,
    sentence: (number) => sentences.get(number),
    findingsOfSentence: (number) => bySentence.get(number) ?? [],
    findingsOfConcept: (concept) => byConcept.get(concept) ?? [],
  };
}

/**
 * A verdict points at no more places of the case than anybody looks at: where both repeat the same words, each of a thousand
 * statements would point at a thousand places.
 */
const MOST_PLACES = 50;

/** A verdict on a span of the trace that rests on findings of the case. */
export function verdictOnFindings(
  check: string,
  outcome: VerdictOutcome,
  trace: Span,
  findings: readonly IndexedFinding[],
  detail: string,
): Verdict {
  return {
    check,
    outcome,
    trace: { start: trace.start, end: trace.end },
    case: findings.slice(0, MOST_PLACES).map(({ span }) => ({ start: span.start, end: span.end })),
    detail,
    findings: findings.slice(0, MOST_PLACES).map(({ index }) => index),
  };
}

/** A verdict on a span of the trace that rests on spans of the case, none of them a finding. */
export function verdictOnSpans(
  check: string,
  outcome: VerdictOutcome,
  trace: Span,
  spans: readonly Span[],
  detail: string,
): Verdict {
  return {
    check,
    outcome,
    trace: { start: trace.start, end: trace.end },
    case: spans.slice(0, MOST_PLACES).map(({ start, end }) => ({ start, end })),
    detail,
    findings: [],
  };
}
