'use client';

import { useEffect, useReducer } from 'react';
import { type AuditDraft, EMPTY_AUDIT_DRAFT } from '@/components/audit/audit-draft';
import { keepAuditDraft, keptAuditDraft } from '@/components/audit/kept-audit-draft';

interface DraftState {
  readonly draft: AuditDraft;
  /** What was put in place of what, so that it can be taken back. */
  readonly replaced?: { readonly because: string; readonly before: AuditDraft };
}

export type AuditDraftAction =
  | { readonly type: 'typed'; readonly draft: AuditDraft }
  | { readonly type: 'replaced'; readonly draft: AuditDraft; readonly because: string }
  | { readonly type: 'undone' };

function reduce({ draft, replaced }: DraftState, action: AuditDraftAction): DraftState {
  switch (action.type) {
    case 'typed':
      return { draft: withOrigin(draft, action.draft) };
    case 'replaced':
      return { draft: action.draft, replaced: { because: action.because, before: draft } };
    case 'undone':
      return replaced === undefined ? { draft } : { draft: replaced.before };
  }
}

/** A trace that was changed is another one: which case it was made for is not known any more. */
function withOrigin(before: AuditDraft, next: AuditDraft): AuditDraft {
  if (next.trace === before.trace || next.madeForCase === undefined) return next;
  return { case: next.case, trace: next.trace };
}

/** A case and a chain of thought while they are put together. They survive a reload. */
export function useAuditDraft() {
  const [state, dispatch] = useReducer(reduce, { draft: EMPTY_AUDIT_DRAFT });
  const { draft } = state;
  useEffect(() => {
    const kept = keptAuditDraft();
    if (kept !== undefined) dispatch({ type: 'typed', draft: kept });
  }, []);
  useEffect(() => {
    if (draft === EMPTY_AUDIT_DRAFT) return;
    const timer = setTimeout(() => keepAuditDraft(draft), 300);
    return () => clearTimeout(timer);
  }, [draft]);
  return { ...state, dispatch };
}
