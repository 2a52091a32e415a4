import type { Explanation } from '@/lib/explanation/explanation';
import { toJson } from '@/lib/explanation/export/json';
import { toMarkdown } from '@/lib/explanation/export/markdown';

/** A format in which an explanation can be taken away. */
export interface ExportFormat {
  readonly id: string;
  /** For a person. */
  readonly title: string;
  /** File name extension, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  write(explanation: Explanation): string;
}

/** All export formats: one file and one line each. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    id: 'markdown',
    title: 'Markdown',
    extension: 'md',
    mediaType: 'text/markdown',
    write: toMarkdown,
  },
  { id: 'json', title: 'JSON', extension: 'json', mediaType: 'application/json', write: toJson },
];
