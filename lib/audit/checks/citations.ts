import { type Check, type CheckContext, verdictOnSpans } from '@/lib/audit/check';
import { CITATIONS_ID, judgeCitedWords } from '@/lib/audit/citations/citation-rules';
import { type CitedClause, type CitingPart, partsOf } from '@/lib/audit/citations/clauses';
import {
  findingsLabelledAtEnd,
  type NamedFinding,
  namedFindings,
} from '@/lib/audit/patient-statements/named-findings';
import type { Verdict } from '@/lib/audit/verdict';
import { covers, overlaps, type Span } from '@/lib/text/span';
import type { Citation, TraceReading } from '@/lib/trace/trace';

function absentSentence(citation: Citation, span: Span, context: CheckContext): Verdict {
  const count = context.reading.sentences.length;
  return verdictOnSpans(
    CITATIONS_ID,
    'not-in-case',
    span,
    [],
    `There is no sentence ${citation.sentence}; the case has ${count}.`,
  );
}

/** What the words of a clause name: a label that they end with, and what is recognised in the rest of them. */
function namedIn(words: string): readonly NamedFinding[] {
  const labelled = findingsLabelledAtEnd(words);
  const recognised = namedFindings(words).filter(
    (one) => !labelled.some(({ span }) => overlaps(span, one.span)),
  );
  return [...recognised, ...labelled];
}

/**
 * The same findings with the polarity that the step as a whole gives them: in "no fever [1], cough [2]" the negation
 * reaches beyond the clause in which it stands.
 */
function inScope(
  named: readonly NamedFinding[],
  whole: readonly NamedFinding[],
  at: number,
): readonly NamedFinding[] {
  return named.map((one) => {
    const wider = whole.find(
      ({ concept, span }) => concept === one.concept && overlaps(span, atOffset(one.span, at)),
    );
    return wider === undefined ? one : { ...one, polarity: wider.polarity };
  });
}

function atOffset(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

function inspectClause(
  clause: CitedClause,
  { step, text }: CitingPart,
  whole: () => readonly NamedFinding[],
  context: CheckContext,
): readonly Verdict[] {
  const at = clause.words.start - step.start;
  const words = text.slice(at, clause.words.end - step.start);
  const named = namedIn(words);
  return clause.citations.map((citation, index) => {
    // The first citation stands for the words before it and its bracket, the others for themselves.
    const leads = index === 0 && words !== '';
    const span = leads ? { start: clause.words.start, end: clause.bracketEnd } : citation;
    const sentence = context.sentence(citation.sentence);
    if (sentence === undefined) {
      return absentSentence(citation, span, context);
    }
    const verdict = judgeCitedWords({ span, words, named, sentence }, context);
    // An alarm has to hold under both readings of the words: alone, and in the scope of their sentence.
    return verdict.outcome === 'contradicted' && step.citations.length > 1
      ? judgeCitedWords({ span, words, named: inScope(named, whole(), at), sentence }, context)
      : verdict;
  });
}

/** A verdict on each citation of a part of the trace, in the order of the text. */
export function judgeCitations(inspected: CitingPart, context: CheckContext): readonly Verdict[] {
  const { step, text } = inspected;
  if (step.citations.length === 0) {
    return [];
  }
  let wholeReading: readonly NamedFinding[] | undefined;
  const whole = (): readonly NamedFinding[] => {
    wholeReading ??= namedFindings(
      text.replace(/\[[\d,;\s–-]{1,60}\]/g, (bracket) => ' '.repeat(bracket.length)),
    );
    return wholeReading;
  };
  return partsOf(inspected).cited.flatMap((clause) =>
    inspectClause(clause, inspected, whole, context),
  );
}

/** The lines of the differential cite without words: there, a citation has to resolve and nothing more. */
function concludeDifferential(trace: TraceReading, context: CheckContext): readonly Verdict[] {
  return trace.differential
    .filter((item) => !trace.steps.some((step) => covers(step, item)))
    .flatMap((item) => [...item.for, ...item.against])
    .filter(({ sentence }) => context.sentence(sentence) === undefined)
    .map((citation) => absentSentence(citation, citation, context));
}

/** Whether each citation resolves, and whether the sentence says what the words before the citation say. */
export const CITATIONS: Check = {
  id: CITATIONS_ID,
  title: 'Citations',
  inspect: judgeCitations,
  conclude: concludeDifferential,
};
