import type { InspectedStep } from '@/lib/audit/check';
import { type Statement, statementsOf } from '@/lib/audit/statements/statements';
import { piecesOf } from '@/lib/text/parts';
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

/** The sentences of a step, in order, for checks that need more of the context than one clause; endless ones in pieces. */
export function sentencesOf(inspected: InspectedStep): readonly StatedSentence[] {
  if (last?.inspected === inspected) return last.sentences;
  const sentences = readSentences(inspected);
  last = { inspected, sentences };
  return sentences;
}

/** One check after another asks for the same step; of those before it nothing is kept, which a long trace would fill memory with. */
let last:
  | { readonly inspected: InspectedStep; readonly sentences: readonly StatedSentence[] }
  | undefined;

function readSentences(inspected: InspectedStep): readonly StatedSentence[] {
  const sentences = new Map<number, Statement[]>();
  for (const statement of statementsOf(inspected)) {
    const known = sentences.get(statement.sentence.start);
    if (known === undefined) sentences.set(statement.sentence.start, [statement]);
    else known.push(statement);
  }
  return [...sentences.values()].flatMap((statements) => piecesOfSentence(inspected, statements));
}

function piecesOfSentence(
  { step, text }: InspectedStep,
  statements: readonly Statement[],
): readonly StatedSentence[] {
  const whole = statements[0]?.sentence;
  if (whole === undefined) return [];
  const { start } = step;
  const within = { start: whole.start - start, end: whole.end - start };
  let next = 0;
  return piecesOf(text, within).map((piece) => {
    const span = { start: piece.start + start, end: piece.end + start };
    const own: Statement[] = [];
    for (let index = next; index < statements.length; index += 1) {
      const statement = statements[index];
      if (statement === undefined || statement.span.start >= span.end) break;
      if (statement.span.end > span.start) own.push(statement);
      if (statement.span.end <= span.end) next = index + 1;
    }
    return statedSentence(text.slice(piece.start, piece.end), span, own);
  });
}

function statedSentence(
  text: string,
  span: Span,
  statements: readonly Statement[],
): StatedSentence {
  return {
    span,
    text,
    statements,
    at: (position) =>
      statements.find(
        (one) => one.span.start <= span.start + position && span.start + position < one.span.end,
      ),
    inTrace: (within) => ({ start: span.start + within.start, end: span.start + within.end }),
  };
}
