import * as z from 'zod/mini';
import type { Case } from '@/lib/case/case';
import { parseCase } from '@/lib/case/parse-case';
import { readJsonLines } from '@/lib/evaluation/json-lines';
import { failure, type Outcome, success } from '@/lib/text/outcome';
import type { Span } from '@/lib/text/span';
import { ROLES, type Role } from '@/lib/trace/trace';

/** A chain of thought with known errors about its patient. Spans are offsets into `reasoning`. */
export interface AnnotatedTrace {
  readonly id: string;
  readonly case: Case;
  readonly reasoning: string;
  /** Errors that were put in, each of one kind: "number", "laterality" … */
  readonly plants: readonly (Span & { readonly kind: string })[];
  /** Errors that the model made itself. */
  readonly naturalErrors: readonly (Span & { readonly borderline: boolean })[];
  /** Computed values that are right. */
  readonly correctArithmetic: readonly Span[];
  readonly sentences: readonly AnnotatedSentence[];
}

export interface AnnotatedSentence extends Span {
  /** Absent where the reader found none of the roles fitting. */
  readonly role?: Role;
  readonly aboutPatient: boolean;
}

const span = { start: z.int(), end: z.int() };

const rowSchema = z.object({
  id: z.string(),
  case: z.string(),
  options: z.optional(z.nullable(z.record(z.string(), z.string()))),
  reasoning: z.string(),
  plants: z.optional(z.array(z.object({ ...span, kind: z.string() }))),
  natural_errors: z.optional(z.array(z.object({ ...span, why: z.string() }))),
  correct_arithmetic: z.optional(z.nullable(z.array(z.object(span)))),
  sentences: z.optional(
    z.nullable(z.array(z.object({ ...span, role: z.string(), about_patient: z.boolean() }))),
  ),
});
type Row = z.infer<typeof rowSchema>;

/** An error so marked is one on which readers differ: it is scored neither way. */
const BORDERLINE = /^borderline/i;

const ROLE_BY_NAME: ReadonlyMap<string, Role> = new Map(
  ROLES.map((role) => [role.replaceAll(' ', '-'), role]),
);

/** Reads one annotated trace a line; the fault names the line. */
export function readAnnotatedTraces(text: string): Outcome<readonly AnnotatedTrace[]> {
  return readJsonLines(text, readRow);
}

function readRow(line: unknown): Outcome<AnnotatedTrace> {
  const row = rowSchema.safeParse(line);
  if (!row.success) {
    const [issue] = row.error.issues;
    const where = issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
    return failure(
      'trace-unreadable',
      `not an annotated trace${where}`,
      'Give one JSON object a line with id, case and reasoning.',
    );
  }
  const patient = caseOf(row.data);
  return patient.ok ? success(annotatedTrace(row.data, patient.value)) : patient;
}

function caseOf({ case: text, options }: Row): Outcome<Case> {
  const listed = Object.entries(options ?? {}).map(([letter, option]) => ({
    letter,
    text: option,
  }));
  const asked = parseCase({ text, options: listed });
  // Some cases end in a statement that the options complete: there is no question to tell apart.
  return asked.ok || asked.fault.code !== 'options-without-question'
    ? asked
    : parseCase({ text, question: 'Which is it?', options: listed });
}

function annotatedTrace(row: Row, patient: Case): AnnotatedTrace {
  return {
    id: row.id,
    case: patient,
    reasoning: row.reasoning,
    plants: row.plants ?? [],
    naturalErrors: (row.natural_errors ?? []).map(({ start, end, why }) => ({
      start,
      end,
      borderline: BORDERLINE.test(why),
    })),
    correctArithmetic: row.correct_arithmetic ?? [],
    sentences: (row.sentences ?? []).map(({ start, end, role, about_patient }) => {
      const known = ROLE_BY_NAME.get(role);
      return {
        start,
        end,
        aboutPatient: about_patient,
        ...(known === undefined ? {} : { role: known }),
      };
    }),
  };
}
