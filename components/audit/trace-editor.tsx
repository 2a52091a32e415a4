'use client';

import { type ClipboardEvent, useId } from 'react';
import { LONGEST_KEPT } from '@/components/audit/kept-audit-draft';
import { Button } from '@/components/ui/button';
import { PlainText } from '@/components/ui/plain-text';

/** Longer texts are shown by their beginning: a field that holds them would hold up every key. */
const LONGEST_IN_FIELD = 200_000;

const BEGINNING = 1_500;

/** Where a chain of thought is pasted, typed or dropped. */
export function TraceEditor({
  trace,
  locked,
  onChange,
  onFile,
}: {
  trace: string;
  locked: boolean;
  onChange: (trace: string) => void;
  onFile: (file: File) => void;
}) {
  const field = useId();
  if (trace.length > LONGEST_IN_FIELD) {
    return <LongTrace trace={trace} locked={locked} onRemove={() => onChange('')} />;
  }
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const [file] = event.clipboardData.files;
    const pasted = event.clipboardData.getData('text/plain');
    if (file !== undefined && pasted === '') {
      event.preventDefault();
      onFile(file);
      return;
    }
    if (pasted.length <= LONGEST_IN_FIELD) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    onChange(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
  };
  return (
    <div className="grid gap-1">
      <label htmlFor={field} className="text-xs font-medium text-ink-2">
        What the model wrote
      </label>
      <textarea
        id={field}
        value={trace}
        readOnly={locked}
        spellCheck={false}
        dir="auto"
        placeholder="Paste the chain of thought of any model, or drop a text file here. Thinking tags, steps and the answer are read as they stand."
        onPaste={paste}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content max-h-[60dvh] min-h-64 resize-y rounded-md border border-control-line bg-pane px-3 py-2 text-[0.9375rem] leading-7 placeholder:text-ink-3"
      />
      <p className="text-right text-2xs text-ink-3">
        {trace.length.toLocaleString('en')} characters
      </p>
    </div>
  );
}

function LongTrace({
  trace,
  locked,
  onRemove,
}: {
  trace: string;
  locked: boolean;
  onRemove: () => void;
}) {
  const begins = trace.slice(0, BEGINNING);
  return (
    <section aria-label="What the model wrote" className="grid gap-2">
      <div className="flex items-center justify-between gap-3 text-xs">
        <p>
          <span className="font-medium">{trace.length.toLocaleString('en')} characters</span>{' '}
          <span className="text-ink-2">
            of reasoning. Only the beginning is shown; all of it is checked.
            {trace.length > LONGEST_KEPT ? ' It is kept in this browser once it is checked.' : ''}
          </span>
        </p>
        <Button emphasis="outlined" icon="close" disabled={locked} onClick={onRemove}>
          Remove
        </Button>
      </div>
      <p
        dir="auto"
        className="rounded-md border border-line bg-raised px-3 py-2 text-xs wrap-anywhere whitespace-pre-line text-ink-2"
      >
        <PlainText text={begins} />…
      </p>
    </section>
  );
}
