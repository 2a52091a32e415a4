import type { Explanation } from '@/lib/explanation/explanation';

/** Says when the run was, or when a pasted reasoning was taken away, in a form that every file system takes. */
export function fileNameOf(explanation: Explanation, now: Date): string {
  const kind = explanation.manifest === undefined ? 'rationale-audit' : 'rationale';
  const at = explanation.manifest?.startedAt ?? now.toISOString();
  return `${kind}-${at.replace(/\.\d+Z$/u, '').replaceAll(/[^0-9A-Za-z]+/gu, '-')}`;
}
