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

/**
 * A check: one file, one line in checks/index.ts. Both functions are pure. `inspect` looks at one closed step and at
 * nothing else of the trace; `conclude` looks at the whole trace once it has ended.
 */
export interface Check {
  /** Stable; stands in `Verdict.check`. */
  readonly id: string;
  /** For a person. */
  readonly title: string;
  inspect(step: InspectedStep, context: CheckContext): readonly Verdict[];
  conclude(trace: TraceReading, context: CheckContext): readonly Verdict[];
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

function append<Key>(lists: Map<Key, IndexedFinding[]>, key: Key, finding: IndexedFinding): void {
  const list = lists.get(key);
  if (list === undefined) {
    lists.set(key, [finding]);
  } else {
    list.push(finding);
  }
}

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
    case: findings.map(({ span }) => ({ start: span.start, end: span.end })),
    detail,
    findings: findings.map(({ index }) => index),
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
    case: spans.map(({ start, end }) => ({ start, end })),
    detail,
    findings: [],
  };
}
