'use client';

import { useCallback, useEffect, useMemo, useReducer } from 'react';
import { type CaseDraft, parseInputOf } from '@/components/case/case-draft';
import { keepDraft, keptDraft } from '@/components/case/kept-draft';
import { SAMPLE_CASES } from '@/components/case/sample-cases';
import type { CaseFaultCode, CaseReading } from '@/lib/case/case';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { type Fault, type Outcome, success } from '@/lib/text/outcome';

interface DraftState {
  readonly draft: CaseDraft;
  readonly editing: boolean;
  /** What was put in place of what, so that it can be taken back. */
  readonly replaced?: { readonly because: string; readonly before: CaseDraft };
  /** Shown until the draft changes or it is dismissed. */
  readonly fault?: Fault;
}

type DraftAction =
  | { readonly type: 'typed'; readonly draft: CaseDraft }
  | { readonly type: 'replaced'; readonly draft: CaseDraft; readonly because: string }
  | { readonly type: 'restored'; readonly draft: CaseDraft }
  | { readonly type: 'undone' }
  | { readonly type: 'edit' }
  | { readonly type: 'read' }
  | { readonly type: 'faulted'; readonly fault: Fault }
  | { readonly type: 'dismissed' };

function reduce(state: DraftState, action: DraftAction): DraftState {
  const { draft, editing } = state;
  switch (action.type) {
    case 'typed':
      return { draft: action.draft, editing: true };
    case 'replaced':
      return {
        draft: action.draft,
        editing: true,
        replaced: { because: action.because, before: draft },
      };
    case 'restored':
      return { draft: action.draft, editing: action.draft.text.trim() === '' };
    case 'undone':
      return state.replaced === undefined ? state : { draft: state.replaced.before, editing: true };
    case 'edit':
      return { ...state, editing: true };
    case 'read':
      return { draft, editing: false };
    case 'faulted':
      return { draft, editing, fault: action.fault };
    case 'dismissed':
      return { draft, editing };
  }
}

const FIRST: DraftState = { draft: SAMPLE_CASES[0].draft, editing: false };

/** The case while it is being written, what it reads as, and what is wrong with it. Survives a reload. */
export function useCaseDraft() {
  const [state, dispatch] = useReducer(reduce, FIRST);
  const { draft, editing } = state;

  useEffect(() => {
    const kept = keptDraft();
    if (kept !== undefined) dispatch({ type: 'restored', draft: kept });
  }, []);
  useEffect(() => {
    if (draft === FIRST.draft) return;
    const timer = setTimeout(() => keepDraft(draft), 300);
    return () => clearTimeout(timer);
  }, [draft]);

  // While it is being typed nothing is drawn from it, so it is not read on every key.
  const reading = useMemo(() => (editing ? undefined : readDraft(draft)), [editing, draft]);
  const read = useCallback((): CaseReading | undefined => {
    const outcome = readDraft(draft);
    if (outcome.ok) return outcome.value;
    dispatch({ type: 'faulted', fault: outcome.fault });
    return undefined;
  }, [draft]);

  return { ...state, reading: reading?.ok ? reading.value : undefined, read, dispatch };
}

function readDraft(draft: CaseDraft): Outcome<CaseReading, CaseFaultCode> {
  const parsed = parseCase(parseInputOf(draft));
  return parsed.ok ? success(readCase(parsed.value)) : parsed;
}
