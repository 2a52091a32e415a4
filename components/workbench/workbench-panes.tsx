'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { CasePane } from '@/components/case/case-pane';
import type { ReadDraft } from '@/components/case/use-case-draft';
import { EngineStatus, loadingWords } from '@/components/engine/engine-status';
import { ExplanationPane } from '@/components/explanation/explanation-pane';
import { Placeholder } from '@/components/explanation/placeholder';
import { useKeys, useSingleKeys } from '@/components/keys/use-keys';
import { usePointing, usePointingOf } from '@/components/pointing/use-pointing';
import { ReasoningPane } from '@/components/reasoning/reasoning-pane';
import { isUnderWay } from '@/components/reasoning/run-state';
import { isAudit } from '@/components/runs/is-audit';
import { useTheme } from '@/components/theme/use-theme';
import { Announcer } from '@/components/ui/announcer';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { FaultNotice } from '@/components/ui/notice';
import { announcementOf } from '@/components/workbench/announcement';
import { ExportActions } from '@/components/workbench/export-actions';
import { performerOf } from '@/components/workbench/key-actions';
import { type PaneName, PaneSwitch } from '@/components/workbench/pane-switch';
import { ReasonBar } from '@/components/workbench/reason-bar';
import { SkipLinks } from '@/components/workbench/skip-links';
import { TopBar } from '@/components/workbench/top-bar';
import { usePaneOfChoice } from '@/components/workbench/use-pane-of-choice';
import { useWorkbench } from '@/components/workbench/use-workbench';

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

export type DialogName = 'runs' | 'keys' | 'about';

/** The panes side by side, or one at a time where the screen is narrow; and what lies over them. */
export function WorkbenchPanes({ first }: { first: ReadDraft }) {
  const [dialog, setDialog] = useState<DialogName>();
  const [pane, setPane] = useState<PaneName>('case');
  const [raw, setRaw] = useState(false);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const { toggle: toggleTheme } = useTheme();
  const pointing = usePointing();
  const bench = useWorkbench(first, setPane);
  const { engine, ledger, draft, run } = bench;
  const underWay = isUnderWay(run.state);
  const ended = run.state.phase === 'ended' ? run.state : undefined;
  const steps = 'said' in run.state ? run.state.said.steps.length : 0;
  usePointingOf(bench.shownReading);
  usePaneOfChoice(setPane, setRaw, steps > 0);
  const letGo = () => pointing.choose(undefined);
  const toggleRaw = () => setRaw((before) => !before);
  useKeys(performerOf(bench, { setDialog, setPane, toggleRaw, toggleTheme, letGo }), singleKeys);

  return (
    <>
      <div data-screen="" className="flex h-dvh flex-col overflow-hidden">
        <SkipLinks />
        <TopBar
          page="reason"
          newLabel="New case"
          status={<EngineStatus state={engine.state} onReload={engine.reload} />}
          locked={underWay}
          onRuns={() => setDialog('runs')}
          onNew={bench.newCase}
          onKeys={() => setDialog('keys')}
          onAbout={() => setDialog('about')}
        />
        {engine.state.phase === 'failed' ? (
          <div className="border-b border-line bg-pane p-2">
            <FaultNotice fault={engine.state.fault} />
          </div>
        ) : null}
        {ledger.fault === undefined ? null : (
          <div className="border-b border-line bg-pane p-2">
            <FaultNotice fault={ledger.fault} onDismiss={ledger.dismissFault} />
          </div>
        )}
        <main className="grid min-h-0 grow grid-cols-1 gap-px bg-line split:grid-cols-[minmax(22rem,5fr)_minmax(0,7fr)] split:grid-rows-2 wide:grid-cols-[minmax(22rem,29fr)_minmax(0,40fr)_minmax(22rem,31fr)] wide:grid-rows-1">
          <div className={slot('case', pane, 'split:row-span-2 wide:row-span-1')}>
            <CasePane
              draft={draft.draft}
              reading={bench.shownReading}
              fault={draft.fault}
              replaced={draft.replaced?.because}
              locked={underWay}
              onChange={bench.typeDraft}
              onReplace={bench.replaceDraft}
              onSample={(sample) => void bench.chooseSample(sample)}
              onUndo={() => draft.dispatch({ type: 'undone' })}
              onEdit={bench.edit}
              onRead={() => void bench.finishEditing()}
              onFile={bench.receiveFile}
              onDismissFault={() => draft.dispatch({ type: 'dismissed' })}
              footer={
                <ReasonBar
                  underWay={underWay}
                  again={ended !== undefined && bench.shownReading !== undefined}
                  note={bench.modelNote}
                  onReason={() => void bench.reason()}
                  onStop={run.stop}
                />
              }
            />
          </div>
          <div className={slot('reasoning', pane)}>
            <ReasoningPane
              run={run.state}
              raw={raw}
              waitingFor={
                engine.state.phase === 'loading' ? loadingWords(engine.state.progress) : ''
              }
              onRaw={toggleRaw}
              onStop={run.stop}
              onContinue={() => void bench.goOn()}
            />
          </div>
          <div className={slot('explanation', pane)}>
            <ExplanationPane
              reading={ended?.reading}
              explanation={ended?.explanation}
              placeholder={<Placeholder phase={run.state.phase} />}
              actions={
                <ExportActions
                  ready={ended !== undefined}
                  kept={ended?.run !== undefined}
                  onExport={bench.exportAs}
                  onBundle={() => void bench.exportBundle()}
                  onPrint={() => window.print()}
                />
              }
            />
          </div>
        </main>
        <PaneSwitch
          shown={pane}
          notes={{
            ...(steps === 0 ? {} : { reasoning: `${steps}` }),
            ...(ended === undefined ? {} : { explanation: <Icon name="supported" size={12} /> }),
          }}
          onShow={setPane}
        />
        <Announcer message={announcementOf(run.state)} />
      </div>
      {ended === undefined ? null : (
        <PrintDocument reading={ended.reading} explanation={ended.explanation} />
      )}
      {dialog === 'runs' ? (
        <RunsDialog
          runs={ledger.runs}
          shown={'run' in run.state ? run.state.run : undefined}
          onOpen={(id) => {
            setDialog(undefined);
            if (isAudit(ledger.runs, id)) location.assign(`/audit#run-${id}`);
            else void bench.openRun(id);
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
        <AboutDialog
          engine={engine.state.phase === 'ready' ? engine.state.description : undefined}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </>
  );
}

function slot(name: PaneName, shown: PaneName, more?: string): string {
  return classNames('min-h-0 min-w-0', name !== shown && 'max-split:hidden', more);
}
