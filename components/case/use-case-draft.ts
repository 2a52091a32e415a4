'use client';

import { useCallback, useEffect, useReducer } from 'react';
import { type CaseDraft, isEmptyDraft } from '@/components/case/case-draft';
import { keepDraft, keptDraft } from '@/components/case/kept-draft';
import { type Replaced, replacedByUndo } from '@/components/case/replaced-draft';
import type { CaseReading } from '@/lib/case/case';
import type { Fault } from '@/lib/text/outcome';

/** A draft with what it reads as. */
export interface ReadDraft {
  readonly draft: CaseDraft;
  readonly reading: CaseReading;
}

interface DraftState {
  readonly draft: CaseDraft;
  /** What the draft reads as; absent until it has been read since it was changed. */
  readonly reading?: CaseReading;
  readonly replaced?: Replaced<CaseDraft>;
  /** Shown until the draft changes or it is dismissed. */
  readonly fault?: Fault;
}

type DraftAction =
  | { readonly type: 'typed'; readonly draft: CaseDraft }
  | { readonly type: 'replaced'; readonly draft: CaseDraft; readonly because: string }
  | { readonly type: 'undone' }
  | { readonly type: 'read'; readonly draft: CaseDraft; readonly reading: CaseReading }
  | { readonly type: 'faulted'; readonly fault: Fault }
  | { readonly type: 'dismissed' };

function reduce(state: DraftState, action: DraftAction): DraftState {
  const { draft, reading, replaced } = state;
  const cleared = replaced?.cleared ? { replaced } : {};
  switch (action.type) {
    case 'typed':
      return { draft: action.draft, ...cleared };
    case 'replaced': {
      const { because } = action;
      return {
        draft: action.draft,
        replaced: { because, before: draft, cleared: isEmptyDraft(action.draft) },
      };
    }
    case 'undone':
      return undone(state);
    case 'read': {
      const isKept = action.draft === draft && replaced !== undefined && !replaced.cleared;
      return { draft: action.draft, reading: action.reading, ...(isKept ? { replaced } : {}) };
    }
    case 'faulted': {
      const read = reading === undefined ? {} : { reading };
      return { draft, fault: action.fault, ...read, ...cleared };
    }
    case 'dismissed':
      return { draft, ...(reading === undefined ? {} : { reading }), ...cleared };
  }
}

function undone(state: DraftState): DraftState {
  const { draft, replaced } = state;
  if (replaced === undefined) return state;
  const because = 'The cleared case took the place of what was typed.';
  return { draft: replaced.before, ...replacedByUndo(replaced, draft, isEmptyDraft, because) };
}

/** The case while it is being written, what it reads as, and what is wrong with it. Survives a reload. */
export function useCaseDraft(first: ReadDraft) {
  const [state, dispatch] = useReducer(reduce, first);
  const { draft } = state;

  const readAs = useCallback(async (given: CaseDraft): Promise<CaseReading | undefined> => {
    const { readDraft } = await import('@/components/case/case-reader');
    const outcome = readDraft(given);
    if (!outcome.ok) {
      dispatch({ type: 'faulted', fault: outcome.fault });
      return undefined;
    }
    dispatch({ type: 'read', draft: given, reading: outcome.value });
    return outcome.value;
  }, []);

  useEffect(() => {
    const kept = keptDraft();
    if (kept === undefined) return;
    import('@/components/case/case-reader').then(({ readDraft }) => {
      const outcome = readDraft(kept);
      if (outcome.ok) dispatch({ type: 'read', draft: kept, reading: outcome.value });
      else dispatch({ type: 'typed', draft: kept });
    });
  }, []);
  useEffect(() => {
    if (draft === first.draft) return;
    const timer = setTimeout(() => keepDraft(draft), 300);
    return () => clearTimeout(timer);
  }, [draft, first.draft]);

  /** What the draft reads as; `undefined`, with the fault shown, where it is no case. */
  const read = useCallback(() => readAs(draft), [readAs, draft]);
  return { ...state, read, readAs, dispatch };
}
