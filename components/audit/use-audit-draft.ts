'use client';

import { useEffect, useReducer } from 'react';
import {
  type AuditDraft,
  EMPTY_AUDIT_DRAFT,
  isEmptyAuditDraft,
} from '@/components/audit/audit-draft';
import { keepAuditDraft, keptAuditDraft } from '@/components/audit/kept-audit-draft';
import { type Replaced, replacedByUndo } from '@/components/case/replaced-draft';

interface DraftState {
  readonly draft: AuditDraft;
  readonly replaced?: Replaced<AuditDraft>;
}

export type AuditDraftAction =
  | { readonly type: 'typed'; readonly draft: AuditDraft }
  | { readonly type: 'replaced'; readonly draft: AuditDraft; readonly because: string }
  | { readonly type: 'undone' };

function reduce(state: DraftState, action: AuditDraftAction): DraftState {
  const { draft, replaced } = state;
  switch (action.type) {
    case 'typed':
      return {
        draft: withOrigin(draft, action.draft),
        ...(replaced?.cleared ? { replaced } : {}),
      };
    case 'replaced': {
      const { because } = action;
      return {
        draft: action.draft,
        replaced: { because, before: draft, cleared: isEmptyAuditDraft(action.draft) },
      };
    }
    case 'undone':
      return undone(state);
  }
}

function undone(state: DraftState): DraftState {
  const { draft, replaced } = state;
  if (replaced === undefined) return state;
  const because = 'The emptied texts took the place of what was typed.';
  return { draft: replaced.before, ...replacedByUndo(replaced, draft, isEmptyAuditDraft, because) };
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
