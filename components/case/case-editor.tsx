'use client';

import { type ClipboardEvent, useDeferredValue, useId, useMemo } from 'react';
import type { CaseDraft } from '@/components/case/case-draft';
import { moveOptionsToFields } from '@/components/case/move-options';
import { OptionFields } from '@/components/case/option-fields';
import { Button } from '@/components/ui/button';
import { Hint } from '@/components/ui/notice';
import type { CaseFaultCode } from '@/lib/case/case';

/** Where a case is written: its text, and fields for a question and its options. */
export function CaseEditor({
  draft,
  fault,
  onChange,
  onReplace,
  onFile,
}: {
  draft: CaseDraft;
  fault: CaseFaultCode | undefined;
  onChange: (draft: CaseDraft) => void;
  /** As `onChange`, for changes that the person did not type and may want to take back. */
  onReplace: (draft: CaseDraft, because: string) => void;
  onFile: (file: File) => void;
}) {
  const field = useId();
  const settled = useDeferredValue(draft);
  const movable = useMemo(() => moveOptionsToFields(settled), [settled]);

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const [file] = event.clipboardData.files;
    const pasted = event.clipboardData.getData('text/plain');
    if (file !== undefined && pasted === '') {
      event.preventDefault();
      onFile(file);
      return;
    }
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const text = value.slice(0, selectionStart) + pasted + value.slice(selectionEnd);
    const moved = moveOptionsToFields({ ...draft, text });
    if (moved === undefined) return;
    event.preventDefault();
    onReplace(moved, `${moved.options.length} answer options were moved into fields.`);
  };

  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <label htmlFor={field} className="text-xs font-medium text-ink-2">
          What is known of the patient
        </label>
        <textarea
          id={field}
          value={draft.text}
          spellCheck={false}
          aria-invalid={fault === 'case-empty' || fault === 'case-binary'}
          placeholder="Type or paste a case, or drop a .txt or .json file here."
          onPaste={paste}
          onChange={(event) => onChange({ ...draft, text: event.target.value })}
          className="field-sizing-content max-h-[60dvh] min-h-64 resize-y rounded-md border border-control-line bg-pane px-3 py-2 text-[0.9375rem] leading-7 placeholder:text-ink-3 aria-invalid:border-contradicted"
        />
        <p className="text-right text-2xs text-ink-3">
          {draft.text.length.toLocaleString('en')} characters
        </p>
      </div>
      {movable === undefined ? null : (
        <Hint
          action={
            <Button
              onClick={() => onReplace(movable, 'The answer options were moved into fields.')}
            >
              Move into fields
            </Button>
          }
        >
          The text ends in {movable.options.length} answer options.
        </Hint>
      )}
      <OptionFields draft={draft} fault={fault} onChange={onChange} />
    </div>
  );
}
