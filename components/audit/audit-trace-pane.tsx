'use client';

import { type ReactNode, useRef } from 'react';
import type { AuditDraft } from '@/components/audit/audit-draft';
import type { AuditState } from '@/components/audit/audit-state';
import { PastedText } from '@/components/audit/pasted-text';
import { TraceEditor } from '@/components/audit/trace-editor';
import { useDropTarget } from '@/components/audit/use-drop-target';
import { useRevealLit } from '@/components/pointing/use-pointing';
import { Steps } from '@/components/reasoning/steps';
import { Button } from '@/components/ui/button';
import { Pane } from '@/components/ui/pane';

/** The reasoning: where it is pasted, and once it was checked its steps or its raw text. */
export function AuditTracePane({
  draft,
  state,
  raw,
  footer,
  onChange,
  onRaw,
  onFile,
}: {
  draft: AuditDraft;
  state: AuditState;
  raw: boolean;
  footer: ReactNode;
  onChange: (draft: AuditDraft) => void;
  onRaw: () => void;
  onFile: (file: File) => void;
}) {
  const body = useRef<HTMLDivElement>(null);
  useRevealLit(body, 'reasoning');
  const drop = useDropTarget(state.phase !== 'writing', onFile);
  return (
    <Pane
      id="reasoning"
      title="Reasoning"
      bodyRef={body}
      footer={state.phase === 'ended' ? undefined : footer}
      note={
        state.phase === 'ended' ? `${state.said.steps.length.toLocaleString('en')} steps` : null
      }
      actions={
        state.phase === 'ended' ? (
          <Button
            shortcut="R"
            title={raw ? 'Steps' : 'Raw text, exactly as it was given'}
            aria-pressed={raw}
            className="aria-pressed:bg-sunken aria-pressed:text-ink"
            onClick={onRaw}
          >
            Raw text
          </Button>
        ) : null
      }
      {...drop}
    >
      {state.phase !== 'ended' ? (
        <TraceEditor
          trace={draft.trace}
          locked={state.phase === 'checking'}
          onChange={(trace) => onChange({ ...draft, trace })}
          onFile={onFile}
        />
      ) : raw ? (
        <PastedText text={state.said.text} />
      ) : (
        <Steps said={state.said} reading={state.reading} />
      )}
    </Pane>
  );
}
