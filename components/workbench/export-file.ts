import type { OpenLedger } from '@/components/runs/open-ledger';
import type { ExportForm } from '@/components/workbench/export-actions';
import type { Explanation } from '@/lib/explanation/explanation';
import { toJson } from '@/lib/explanation/export/json';
import { toMarkdown } from '@/lib/explanation/export/markdown';
import type { RunId } from '@/lib/ledger/record';

export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** A run as a file to take away. */
export async function exportFile(
  form: ExportForm,
  explanation: Explanation,
  run: RunId | undefined,
  ledger: Promise<OpenLedger>,
): Promise<ExportedFile> {
  const name = `rationale-${nameOf(explanation)}`;
  switch (form) {
    case 'markdown':
      return { name: `${name}.md`, type: 'text/markdown', content: toMarkdown(explanation) };
    case 'json':
      return { name: `${name}.json`, type: 'application/json', content: toJson(explanation) };
    case 'bundle': {
      if (run === undefined) throw new Error('a run that was not kept has no records');
      const content = await (await ledger).bundle(run);
      return { name: `${name}.bundle.json`, type: 'application/json', content };
    }
  }
}

/** When the run was, in a form that every file system takes. */
function nameOf(explanation: Explanation): string {
  const at = explanation.manifest?.startedAt ?? 'run';
  return at.replace(/\.\d+Z$/u, '').replaceAll(/[^0-9A-Za-z]+/gu, '-');
}
