'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { AuditCasePane } from '@/components/audit/audit-case-pane';
import { AuditFault } from '@/components/audit/audit-fault';
import { AuditGuide } from '@/components/audit/audit-guide';
import type { AuditState } from '@/components/audit/audit-state';
import { AuditTracePane } from '@/components/audit/audit-trace-pane';
import { CheckBar } from '@/components/audit/check-bar';
import { ownActionsOf } from '@/components/audit/own-actions';
import { useAuditBench } from '@/components/audit/use-audit-bench';
import { answerLine } from '@/components/explanation/answer-line';
import { ExplanationPane } from '@/components/explanation/explanation-pane';
import { ExportActions } from '@/components/frame/export-actions';
import { performerOf } from '@/components/frame/page-actions';
import { PageDialogs } from '@/components/frame/page-dialogs';
import { ThreePanes } from '@/components/frame/three-panes';
import { usePageFrame } from '@/components/frame/use-page-frame';
import { usePaneOfChoice } from '@/components/frame/use-pane-of-choice';
import { useKeys } from '@/components/keys/use-keys';
import { usePointingOf } from '@/components/pointing/use-pointing';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { partTakenBack } from '@/lib/audit/taken-back';

const PrintDocument = dynamic(() =>
  import('@/components/print/print-document').then((module) => module.PrintDocument),
);

/** A longer reasoning is laid out for paper only when it is printed from the page: it would hold up everything else. */
const LONGEST_LAID_OUT = 300_000;

/** A case, a reasoning that was written elsewhere, and what the check of it found. */
export function AuditPanes() {
  const frame = usePageFrame();
  const [printing, setPrinting] = useState(false);
  const bench = useAuditBench(frame.setPane);
  const { audit, ledger, draft, replaced, dispatch } = bench;
  const { state } = audit;
  const ended = state.phase === 'ended' ? state : undefined;
  usePointingOf(ended?.reading);
  usePaneOfChoice(frame.setPane, frame.setRaw, ended !== undefined);
  const print = () => {
    flushSync(() => setPrinting(true));
    window.print();
    setPrinting(false);
  };
  useKeys(
    performerOf(ownActionsOf(bench, frame, print), frame, ended !== undefined),
    frame.singleKeys,
  );
  const isLaidOut = ended !== undefined && (printing || ended.said.text.length <= LONGEST_LAID_OUT);

  return (
    <>
      <ThreePanes
        frame={frame}
        page="audit"
        newLabel="New check"
        status={null}
        locked={state.phase === 'checking'}
        faults={
          ledger.fault === undefined
            ? []
            : [{ fault: ledger.fault, onDismiss: ledger.dismissFault }]
        }
        panes={{
          case: (
            <AuditCasePane
              draft={draft}
              state={state}
              replaced={replaced?.because}
              notice={
                audit.fault === undefined ? null : (
                  <AuditFault
                    fault={audit.fault}
                    onSwap={() => void bench.swapAndCheck()}
                    onAsGiven={() => void bench.checkAsGiven()}
                    onDismiss={() => audit.setFault(undefined)}
                  />
                )
              }
              footer={
                <div className="flex justify-end">
                  <Button
                    emphasis="outlined"
                    trailingIcon="next"
                    className="h-10"
                    onClick={() => frame.setPane('reasoning')}
                  >
                    {ended === undefined ? 'Next: the reasoning' : 'The reasoning'}
                  </Button>
                </div>
              }
              onChange={(next) => dispatch({ type: 'typed', draft: next })}
              onReplace={(next, because) => dispatch({ type: 'replaced', draft: next, because })}
              onUndo={bench.undo}
              onEdit={bench.edit}
              onFile={(file) => void bench.receiveCase(file)}
            />
          ),
          reasoning: (
            <AuditTracePane
              draft={draft}
              state={state}
              raw={frame.raw}
              footer={
                <CheckBar
                  share={state.phase === 'checking' ? state.share : undefined}
                  again={draft.madeForCase !== undefined}
                  onCheck={() => void bench.check()}
                  onCancel={audit.cancel}
                />
              }
              onChange={(next) => dispatch({ type: 'typed', draft: next })}
              onRaw={frame.toggleRaw}
              onFile={(file) => void bench.receiveTrace(file)}
            />
          ),
          explanation: (
            <ExplanationPane
              reading={ended?.reading}
              explanation={ended?.explanation}
              placeholder={<AuditGuide onExample={bench.loadExample} />}
              actions={
                <ExportActions
                  ready={ended !== undefined}
                  kept={ended?.run !== undefined}
                  onExport={bench.exportAs}
                  onBundle={() => void bench.exportBundle()}
                  onPrint={print}
                />
              }
            />
          ),
        }}
        notes={
          ended === undefined
            ? {}
            : {
                reasoning: `${ended.said.steps.length}`,
                explanation: <Icon name="supported" size={12} />,
              }
        }
        announcement={announcementOf(state)}
        onNew={bench.newAudit}
      />
      {ended === undefined || !isLaidOut ? null : (
        <PrintDocument reading={ended.reading} explanation={ended.explanation} />
      )}
      <PageDialogs
        frame={frame}
        page="audit"
        ledger={ledger}
        shownRun={ended?.run}
        engine={undefined}
        onOpenRun={(id) => void bench.openRun(id)}
      />
    </>
  );
}

/** What is said aloud of a check. */
function announcementOf(state: AuditState): string {
  switch (state.phase) {
    case 'writing':
      return '';
    case 'checking':
      return 'The reasoning is being checked.';
    case 'ended': {
      const { verdicts, corrections } = state.explanation;
      const { claimed } = partTakenBack(verdicts, corrections);
      const faults = claimed.filter(({ outcome }) => outcome !== 'supported').length;
      return `Checked: ${state.said.steps.length} steps. ${answerLine(state.explanation)}. ${faults} of ${claimed.length} statements are not supported.`;
    }
  }
}
