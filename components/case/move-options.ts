import type { CaseDraft } from '@/components/case/case-draft';
import { recogniseOptions } from '@/lib/case/recognise-options';
import { sliceSpan } from '@/lib/text/span';

/**
 * The draft with the option lines of its text (`A) …`) moved into fields, and the question above them; `undefined` where
 * its text has none or fields are filled in already.
 */
export function moveOptionsToFields(draft: CaseDraft): CaseDraft | undefined {
  if (draft.options.length > 0) return undefined;
  const recognised = recogniseOptions(draft.text);
  if (recognised === undefined) return undefined;
  return {
    text: sliceSpan(draft.text, recognised.body).trimEnd(),
    question: draft.question.trim() === '' ? (recognised.question ?? '') : draft.question,
    options: recognised.options,
  };
}
