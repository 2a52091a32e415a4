import type { Explanation } from '@/lib/explanation/explanation';
import { explanationSchema } from '@/lib/explanation/schema';
import { failure, type Outcome, success } from '@/lib/text/outcome';

/** Reads an explanation back from exported JSON; the fault names the first field that is not as it must be. */
export function readExplanation(json: string): Outcome<Explanation, 'explanation-unreadable'> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failure(
      'explanation-unreadable',
      `The explanation is not JSON: ${why}`,
      'Give the file as it was exported.',
    );
  }
  const read = explanationSchema.safeParse(value);
  if (read.success) {
    return success(read.data);
  }
  const issue = read.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? 'top level' : issue.path.join('.');
  return failure(
    'explanation-unreadable',
    `The explanation is damaged at ${where}: ${issue?.message ?? 'unknown form'}.`,
    'Export it again, or give a file that Rationale wrote.',
  );
}
