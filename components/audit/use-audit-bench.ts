'use client';

import { useCallback } from 'react';
import { EMPTY_AUDIT_DRAFT, isEmptyAuditDraft, swapped } from '@/components/audit/audit-draft';
import { EXAMPLE } from '@/components/audit/example';
import { receiveTraceFile } from '@/components/audit/receive-trace-file';
import { useAudit } from '@/components/audit/use-audit';
import { useAuditDraft } from '@/components/audit/use-audit-draft';
import { draftOf } from '@/components/case/case-draft';
import { receiveCaseFile } from '@/components/case/receive-file';
import { exportsOf } from '@/components/frame/exports';
import { focusEditor, focusPane } from '@/components/frame/move';
import type { PaneName } from '@/components/frame/pane-switch';
import { useLedger } from '@/components/runs/use-ledger';
import { useOpenRunAddress } from '@/components/runs/use-open-run-address';
import type { RunId } from '@/lib/ledger/record';

/** Everything that the page holds and can be asked to do. */
export function useAuditBench(show: (pane: PaneName) => void) {
  const ledger = useLedger();
  const { draft, replaced, dispatch } = useAuditDraft();
  const audit = useAudit({ ledger: ledger.ledger, onLedgerFault: ledger.report });
  const { state, open } = audit;

  const openRun = useCallback(
    async (id: RunId) => {
      if (!(await open(id))) return false;
      show('reasoning');
      return true;
    },
    [open, show],
  );
  useOpenRunAddress(state.phase === 'ended' ? state.run : undefined, openRun);

  const check = async (asGiven = false, given = draft) => {
    const end = await audit.check(given, asGiven);
    if (end === 'cancelled') return;
    // What is wrong is said above the case.
    const pane = end === 'checked' ? 'reasoning' : 'case';
    show(pane);
    if (end === 'checked') focusPane(pane);
  };

  return {
    ledger,
    audit,
    draft,
    replaced,
    dispatch,
    openRun,
    check,
    checkAsGiven: () => check(true),
    swapAndCheck() {
      const other = swapped(draft);
      dispatch({ type: 'replaced', draft: other, because: 'Case and reasoning were swapped.' });
      return check(false, other);
    },
    undo() {
      dispatch({ type: 'undone' });
      focusEditor();
    },
    /** Back to the texts of what is shown. */
    edit() {
      if (state.phase !== 'ended') return;
      const { explanation, reading } = state;
      const shown = {
        case: draftOf(reading.case),
        trace: explanation.trace.text,
        madeForCase: reading.case.text,
      };
      const isSame = shown.trace === draft.trace && shown.case.text === draft.case.text;
      if (isSame || isEmptyAuditDraft(draft)) dispatch({ type: 'typed', draft: shown });
      else {
        const because = 'The texts of this check took the place of what was being written.';
        dispatch({ type: 'replaced', draft: shown, because });
      }
      audit.write();
      show('case');
      focusEditor();
    },
    newAudit() {
      if (!isEmptyAuditDraft(draft)) {
        dispatch({
          type: 'replaced',
          draft: EMPTY_AUDIT_DRAFT,
          because: 'Both fields were emptied.',
        });
      }
      audit.write();
      show('case');
      focusEditor();
    },
    loadExample() {
      dispatch({ type: 'replaced', draft: EXAMPLE, because: 'The example was loaded.' });
      audit.write();
      show('reasoning');
    },
    async receiveCase(file: File) {
      const outcome = await receiveCaseFile(file);
      if (!outcome.ok) return audit.setFault(outcome.fault);
      const because = `“${file.name}” took the place of the case.`;
      dispatch({ type: 'replaced', draft: { ...draft, case: outcome.value }, because });
    },
    async receiveTrace(file: File) {
      const outcome = await receiveTraceFile(file);
      if (!outcome.ok) return audit.setFault(outcome.fault);
      const because = `“${file.name}” took the place of the reasoning.`;
      dispatch({ type: 'replaced', draft: { case: draft.case, trace: outcome.value }, because });
    },
    ...exportsOf(state.phase === 'ended' ? state : undefined, ledger),
  };
}
