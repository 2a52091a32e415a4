import type { InspectedStep } from '@/lib/audit/check';
import { type Statement, statementsOf } from '@/lib/audit/statements';
import type { Span } from '@/lib/text/span';

/** A sentence of a step with the statements it is made of. */
export interface StatedSentence {
  /** In the trace. */
  readonly span: Span;
  readonly text: string;
  readonly statements: readonly Statement[];
  /** The statement that a position of `text` stands in. */
  at(position: number): Statement | undefined;
  /** The span of the trace for a span of `text`. */
  inTrace(span: Span): Span;
}

/** The sentences of a step, in order, for checks that need more of the context than one clause. */
export function sentencesOf(inspected: InspectedStep): readonly StatedSentence[] {
  const sentences = new Map<number, Statement[]>();
  for (const statement of statementsOf(inspected)) {
    const known = sentences.get(statement.sentence.start);
    if (known === undefined) sentences.set(statement.sentence.start, [statement]);
    else known.push(statement);
  }
  return [...sentences.values()].flatMap((statements) => {
    const span = statements[0]?.sentence;
    if (span === undefined) return [];
    const { start } = inspected.step;
    return {
      span,
      text: inspected.text.slice(span.start - start, span.end - start),
      statements,
      at: (position: number) =>
        statements.find(
          (one) => one.span.start <= span.start + position && span.start + position < one.span.end,
        ),
      inTrace: (within: Span) => ({
        start: span.start + within.start,
        end: span.start + within.end,
      }),
    };
  });
}
