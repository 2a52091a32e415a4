'use client';

import { useId } from 'react';
import type { EndpointDraft } from '@/components/models/endpoint-draft';
import { TextField } from '@/components/ui/field';

/** The key of an endpoint, and how long it is kept. */
export function KeyFields({
  draft,
  onChange,
}: {
  draft: EndpointDraft;
  onChange: (fields: Partial<EndpointDraft>) => void;
}) {
  const name = useId();
  return (
    <div className="grid gap-2">
      <TextField
        label="Key"
        type="password"
        value={draft.key}
        placeholder="none"
        onChange={(event) => onChange({ key: event.target.value.trim() })}
      />
      {draft.key === '' ? null : (
        <fieldset className="grid gap-1 text-xs">
          <legend className="sr-only">How long the key is kept</legend>
          <label className="flex min-h-6 items-start gap-2">
            <input
              type="radio"
              name={name}
              checked={draft.keepKey === 'tab'}
              onChange={() => onChange({ keepKey: 'tab' })}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            Until this tab is closed. You enter it again next time.
          </label>
          <label className="flex min-h-6 items-start gap-2">
            <input
              type="radio"
              name={name}
              checked={draft.keepKey === 'browser'}
              onChange={() => onChange({ keepKey: 'browser' })}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            In this browser. Whoever uses this browser profile can read it, unencrypted.
          </label>
        </fieldset>
      )}
      <p className="text-2xs text-ink-3">
        Sent to the address above and nowhere else; never part of an export.
      </p>
    </div>
  );
}
