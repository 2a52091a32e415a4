'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { AuditCasePane } from '@/components/audit/audit-case-pane';
import { AuditFault } from '@/components/audit/audit-fault';
import { AuditGuide } from '@/components/audit/audit-guide';
import { performerOf } from '@/components/audit/audit-keys';
import type { AuditState } from '@/components/audit/audit-state';
import { AuditTracePane } from '@/components/audit/audit-trace-pane';
import { CheckBar } from '@/components/audit/check-bar';
import { useAuditBench } from '@/components/audit/use-audit-bench';
import { answerLine } from '@/components/explanation/answer-line';
import { ExplanationPane } from '@/components/explanation/explanation-pane';
import { useKeys, useSingleKeys } from '@/components/keys/use-keys';
import { usePointing, usePointingOf } from '@/components/pointing/use-pointing';
import { isAudit } from '@/components/runs/is-audit';
import { useTheme } from '@/components/theme/use-theme';
import { Announcer } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { FaultNotice } from '@/components/ui/notice';
import { ExportActions } from '@/components/workbench/export-actions';
import { type PaneName, PaneSwitch } from '@/components/workbench/pane-switch';
import { SkipLinks } from '@/components/workbench/skip-links';
import { TopBar } from '@/components/workbench/top-bar';
import { usePaneOfChoice } from '@/components/workbench/use-pane-of-choice';
import { partTakenBack } from '@/lib/audit/taken-back';

const RunsDialog = dynamic(() =>
  import('@/components/runs/runs-dialog').then((module) => module.RunsDialog),
);
const KeysDialog = dynamic(() =>
  import('@/components/keys/keys-dialog').then((module) => module.KeysDialog),
);
const AboutDialog = dynamic(() =>
  import('@/components/about/about-dialog').then((module) => module.AboutDialog),
);
const PrintDocument = dynamic(() =>
  import('@/components/print/print-document').then((module) => module.PrintDocument),
);

/** A longer reasoning is laid out for paper only when it is printed from the page: it would hold up everything else. */
const LONGEST_LAID_OUT = 300_000;

/** The panes side by side, or one at a time where the screen is narrow; and what lies over them. */
export function AuditPanes() {
  const [dialog, setDialog] = useState<'runs' | 'keys' | 'about'>();
  const [pane, setPane] = useState<PaneName>('case');
  const [raw, setRaw] = useState(false);
  const [printing, setPrinting] = useState(false);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const { toggle: toggleTheme } = useTheme();
  const pointing = usePointing();
  const bench = useAuditBench(setPane);
  const { audit, ledger, draft, replaced, dispatch } = bench;
  const { state } = audit;
  const ended = state.phase === 'ended' ? state : undefined;
  usePointingOf(ended?.reading);
  usePaneOfChoice(setPane, setRaw, ended !== undefined);
  const toggleRaw = () => setRaw((before) => !before);
  const letGo = () => pointing.choose(undefined);
  const print = () => {
    flushSync(() => setPrinting(true));
    window.print();
    setPrinting(false);
  };
  useKeys(
    performerOf(bench, { setDialog, setPane, toggleRaw, toggleTheme, letGo, print }),
    singleKeys,
  );
  const isLaidOut = ended !== undefined && (printing || ended.said.text.length <= LONGEST_LAID_OUT);

  return (
    <>
      <div data-screen="" className="flex h-dvh flex-col overflow-hidden">
        <SkipLinks />
        <TopBar
          page="audit"
          newLabel="New check"
          status={null}
          locked={state.phase === 'checking'}
          onRuns={() => setDialog('runs')}
          onNew={bench.newAudit}
          onKeys={() => setDialog('keys')}
          onAbout={() => setDialog('about')}
        />
        {ledger.fault === undefined ? null : (
          <div className="border-b border-line bg-pane p-2">
            <FaultNotice fault={ledger.fault} onDismiss={ledger.dismissFault} />
          </div>
        )}
        <main className="grid min-h-0 grow grid-cols-1 gap-px bg-line split:grid-cols-[minmax(22rem,5fr)_minmax(0,7fr)] split:grid-rows-2 wide:grid-cols-[minmax(22rem,29fr)_minmax(0,40fr)_minmax(22rem,31fr)] wide:grid-rows-1">
          <div className={slot('case', pane, 'split:row-span-2 wide:row-span-1')}>
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
                    onClick={() => setPane('reasoning')}
                  >
                    {ended === undefined ? 'Next: the reasoning' : 'The reasoning'}
                  </Button>
                </div>
              }
              onChange={(next) => dispatch({ type: 'typed', draft: next })}
              onReplace={(next, because) => dispatch({ type: 'replaced', draft: next, because })}
              onUndo={() => dispatch({ type: 'undone' })}
              onEdit={bench.edit}
              onFile={(file) => void bench.receiveCase(file)}
            />
          </div>
          <div className={slot('reasoning', pane)}>
            <AuditTracePane
              draft={draft}
              state={state}
              raw={raw}
              footer={
                <CheckBar
                  share={state.phase === 'checking' ? state.share : undefined}
                  again={draft.madeForCase !== undefined}
                  onCheck={() => void bench.check()}
                  onCancel={audit.cancel}
                />
              }
              onChange={(next) => dispatch({ type: 'typed', draft: next })}
              onRaw={toggleRaw}
              onFile={(file) => void bench.receiveTrace(file)}
            />
          </div>
          <div className={slot('explanation', pane)}>
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
          </div>
        </main>
        <PaneSwitch
          shown={pane}
          notes={
            ended === undefined
              ? {}
              : {
                  reasoning: `${ended.said.steps.length}`,
                  explanation: <Icon name="supported" size={12} />,
                }
          }
          onShow={setPane}
        />
        <Announcer message={announcementOf(state)} />
      </div>
      {ended === undefined || !isLaidOut ? null : (
        <PrintDocument reading={ended.reading} explanation={ended.explanation} />
      )}
      {dialog === 'runs' ? (
        <RunsDialog
          runs={ledger.runs}
          shown={ended?.run}
          onOpen={(id) => {
            setDialog(undefined);
            if (isAudit(ledger.runs, id)) void bench.openRun(id);
            else location.assign(`/#run-${id}`);
          }}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
      {dialog === 'keys' ? (
        <KeysDialog
          singleKeys={singleKeys}
          onSingleKeys={setSingleKeys}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
      {dialog === 'about' ? (
        <AboutDialog engine={undefined} onClose={() => setDialog(undefined)} />
      ) : null}
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

function slot(name: PaneName, shown: PaneName, more?: string): string {
  return classNames('min-h-0 min-w-0', name !== shown && 'max-split:hidden', more);
}
