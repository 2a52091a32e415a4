'use client';

import type { ReactNode } from 'react';
import type { AuditDraft } from '@/components/audit/audit-draft';
import type { AuditState } from '@/components/audit/audit-state';
import { useDropTarget } from '@/components/audit/use-drop-target';
import { CaseEditor } from '@/components/case/case-editor';
import { CaseFacts } from '@/components/case/case-facts';
import { CaseText } from '@/components/case/case-text';
import { OptionList } from '@/components/case/option-list';
import { Button } from '@/components/ui/button';
import { Hint } from '@/components/ui/notice';
import { Pane } from '@/components/ui/pane';

/** The case that the reasoning is about: to write, or to read against. */
export function AuditCasePane({
  draft,
  state,
  notice,
  replaced,
  footer,
  onChange,
  onReplace,
  onUndo,
  onEdit,
  onFile,
}: {
  draft: AuditDraft;
  state: AuditState;
  /** Why the texts cannot be checked. */
  notice: ReactNode;
  replaced: string | undefined;
  footer: ReactNode;
  onChange: (draft: AuditDraft) => void;
  onReplace: (draft: AuditDraft, because: string) => void;
  onUndo: () => void;
  onEdit: () => void;
  onFile: (file: File) => void;
}) {
  const drop = useDropTarget(state.phase !== 'writing', onFile);
  return (
    <Pane
      id="case"
      title="Case"
      footer={footer}
      footerWhere="narrow"
      actions={
        state.phase === 'ended' ? (
          <Button icon="edit" shortcut="E" title="Edit both texts" onClick={onEdit}>
            Edit
          </Button>
        ) : null
      }
      {...drop}
    >
      <div className="grid grid-cols-1 gap-3">
        {notice}
        {replaced === undefined || state.phase !== 'writing' ? null : (
          <Hint action={<Button onClick={onUndo}>Undo</Button>}>{replaced}</Hint>
        )}
        {state.phase === 'ended' ? (
          <>
            <CaseFacts reading={state.reading} />
            <CaseText reading={state.reading} />
            <OptionList given={state.reading.case} />
          </>
        ) : (
          <fieldset disabled={state.phase === 'checking'} className="contents">
            <CaseEditor
              draft={draft.case}
              fault={undefined}
              onChange={(next) => onChange({ ...draft, case: next })}
              onReplace={(next, because) => onReplace({ ...draft, case: next }, because)}
              onFile={onFile}
            />
          </fieldset>
        )}
      </div>
    </Pane>
  );
}
