import type { CaseReading } from '@/lib/case/case';
import type { Prompt } from '../engine';

/**
 * The case as it was written, with its question and options below it: for a server that puts a case into its model's own form,
 * as this application's own endpoint does with the embedded model.
 */
export function buildCasePrompt({ case: { text, question, options } }: CaseReading): Prompt {
  const below = [
    ...(question === undefined ? [] : [question]),
    ...options.map((option) => `${option.letter}) ${option.text}`),
  ].join('\n');
  const content = below === '' ? text : `${text}\n\n${below}`;
  return { text: content, messages: [{ role: 'user', content }], prefill: '' };
}
