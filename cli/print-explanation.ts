import { badInput } from '@/cli/command';
import type { Explanation } from '@/lib/explanation/explanation';
import { toJson } from '@/lib/explanation/export/json';
import { toMarkdown } from '@/lib/explanation/export/markdown';

/** The options by which a command that prints an explanation is told how. */
export const FORMAT_OPTIONS = {
  json: { type: 'boolean' },
  markdown: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Format = 'json' | 'markdown';

/** Markdown unless told; throws `FaultError` when told both. */
export function formatOf(values: { readonly json?: boolean; readonly markdown?: boolean }): Format {
  if (values.json && values.markdown) {
    throw badInput('--json and --markdown exclude each other.', 'Give one of them.');
  }
  return values.json ? 'json' : 'markdown';
}

/** The explanation as one document. */
export function explanationText(explanation: Explanation, format: Format): string {
  return format === 'json' ? toJson(explanation) : toMarkdown(explanation);
}
