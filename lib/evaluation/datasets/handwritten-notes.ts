import * as z from 'zod/mini';
import type { EvaluationCase, QuestionDataset } from '@/lib/evaluation/dataset';
import { readJsonLines } from '@/lib/evaluation/json-lines';
import { CONDITIONS, conditionNamed } from '@/lib/knowledge/conditions';
import { failure, type Outcome, success } from '@/lib/text/outcome';

const QUESTION = 'What is the most likely diagnosis?';

const noteSchema = z.object({
  id: z.string().check(z.minLength(1)),
  style: z.string().check(z.minLength(1)),
  text: z.string().check(z.minLength(1)),
  condition: z.nullable(z.string()),
  why: z.enum(['in-scope', 'out-of-scope', 'too-thin', 'no-case']),
});
type Note = z.infer<typeof noteSchema>;

/**
 * Notes written one by one, not by a generator, in many styles, with the condition to be named first; where there is none
 * among those known, why not. Figures are also given by style, and by reason for the notes to which the right answer is none.
 */
export const handwrittenNotes: QuestionDataset = {
  kind: 'questions',
  name: 'handwritten-notes',
  format: 'clinical notes (JSON lines with id, style, text, condition, why)',
  read: async (text) => readJsonLines(text, readNote),
};

function readNote(line: unknown): Outcome<EvaluationCase> {
  const note = noteSchema.safeParse(line);
  if (!note.success) {
    const [issue] = note.error.issues;
    const where = issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
    return unreadable(`not a note${where}`);
  }
  const { condition, why } = note.data;
  if ((condition === null) === (why === 'in-scope')) {
    return unreadable(`condition ${JSON.stringify(condition)} does not go with why "${why}"`);
  }
  if (condition !== null && !CONDITIONS.some(({ name }) => name === condition)) {
    return unreadable(`there is no condition called ${JSON.stringify(condition)}`);
  }
  return success(caseOf(note.data));
}

function unreadable(message: string): Outcome<EvaluationCase> {
  return failure(
    'note-unreadable',
    message,
    'Give one JSON object a line with id, style, text, condition (a name of the knowledge base, or null) and why.',
  );
}

function caseOf({ id, style, text, condition, why }: Note): EvaluationCase {
  const common = {
    id,
    setting: 'open',
    heldOut: true,
    case: { text, question: QUESTION, options: [] },
    truth: { diagnosis: condition },
  } as const;
  if (condition === null) return { ...common, group: why, isTruth: () => false };
  return {
    ...common,
    group: style,
    isTruth: (diagnosis) => conditionNamed(diagnosis)?.name === condition,
    reference: { among: CONDITIONS },
  };
}
