import { askedFor } from '@/lib/case/asked-for';
import type { Case, Option } from '@/lib/case/case';
import { conditionNamed } from '@/lib/knowledge/conditions';

/** Whether at least half of the options are conditions of the knowledge base. */
export function offersKnownConditions(options: readonly Option[]): boolean {
  const known = options.filter(({ text }) => conditionNamed(text) !== undefined);
  return known.length * 2 >= options.length;
}

/**
 * The options as far as they are diagnoses to choose from: all, or none where the question asks for something that follows from
 * the diagnosis (a treatment, a test), which is then given freely. Options that are known conditions are diagnoses however the
 * question is put.
 */
export function diagnosesOffered({
  question,
  options,
}: Pick<Case, 'question' | 'options'>): readonly Option[] {
  if (offersKnownConditions(options)) return options;
  const kinds = askedFor(question ?? '');
  return kinds.length > 0 && !kinds.includes('diagnosis') ? [] : options;
}
