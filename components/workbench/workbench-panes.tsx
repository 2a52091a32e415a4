'use client';

import dynamic from 'next/dynamic';
import { CasePane } from '@/components/case/case-pane';
import type { ReadDraft } from '@/components/case/use-case-draft';
import { EngineStatus, loadingWords } from '@/components/engine/engine-status';
import { ExplanationPane } from '@/components/explanation/explanation-pane';
import { Placeholder } from '@/components/explanation/placeholder';
import { ExportActions } from '@/components/frame/export-actions';
import { performerOf } from '@/components/frame/page-actions';
import { PageDialogs } from '@/components/frame/page-dialogs';
import { ThreePanes } from '@/components/frame/three-panes';
import { usePageFrame } from '@/components/frame/use-page-frame';
import { usePaneOfChoice } from '@/components/frame/use-pane-of-choice';
import { useKeys } from '@/components/keys/use-keys';
import { usePointingOf } from '@/components/pointing/use-pointing';
import { ReasoningPane } from '@/components/reasoning/reasoning-pane';
import { isUnderWay } from '@/components/reasoning/run-state';
import { Icon } from '@/components/ui/icon';
import { announcementOf } from '@/components/workbench/announcement';
import { ownActionsOf } from '@/components/workbench/own-actions';
import { ReasonBar } from '@/components/workbench/reason-bar';
import { useWorkbench } from '@/components/workbench/use-workbench';

const EmbeddedCoverage = dynamic(() =>
  import('@/components/case/embedded-coverage').then((module) => module.EmbeddedCoverage),
);

const UndecidedNotice = dynamic(() =>
  import('@/components/case/undecided-notice').then((module) => module.UndecidedNotice),
);

const PrintDocument = dynamic(() =>
  import('@/components/print/print-document').then((module) => module.PrintDocument),
);

/** A case, the reasoning about it, and the explanation. */
export function WorkbenchPanes({ first }: { first: ReadDraft }) {
  const frame = usePageFrame();
  const bench = useWorkbench(first, frame.setPane);
  const { engine, ledger, draft, run, embedded } = bench;
  const { view } = embedded;
  const underWay = isUnderWay(run.state);
  const ended = run.state.phase === 'ended' ? run.state : undefined;
  const steps = 'said' in run.state ? run.state.said.steps.length : 0;
  usePointingOf(bench.shownReading);
  usePaneOfChoice(frame.setPane, frame.setRaw, steps > 0);
  useKeys(performerOf(ownActionsOf(bench, frame), frame, ended !== undefined), frame.singleKeys);

  return (
    <>
      <ThreePanes
        frame={frame}
        page="reason"
        newLabel="New case"
        status={<EngineStatus view={engine} locked={underWay} />}
        locked={underWay}
        faults={[
          ...(engine.state.phase === 'failed' ? [{ fault: engine.state.fault }] : []),
          ...(ledger.fault === undefined
            ? []
            : [{ fault: ledger.fault, onDismiss: ledger.dismissFault }]),
        ]}
        panes={{
          case: (
            <CasePane
              draft={draft.draft}
              reading={bench.shownReading}
              fault={draft.fault}
              replaced={draft.replaced?.because}
              locked={underWay}
              onChange={bench.typeDraft}
              onReplace={bench.replaceDraft}
              onSample={(sample) => void bench.chooseSample(sample)}
              onUndo={bench.undo}
              onEdit={bench.edit}
              onRead={() => void bench.finishEditing()}
              onFile={bench.receiveFile}
              onDismissFault={() => draft.dispatch({ type: 'dismissed' })}
              coverage={
                embedded.isChosen ? (
                  <div className="min-h-14 vast:min-h-8">
                    {view === undefined ? null : (
                      <EmbeddedCoverage
                        view={view}
                        isMarked={embedded.isMarked}
                        onToggle={embedded.toggle}
                      />
                    )}
                  </div>
                ) : null
              }
              words={embedded.isMarked ? view?.words : undefined}
              footer={
                <div className="grid gap-2">
                  {view?.undecided === undefined || underWay || ended !== undefined ? null : (
                    <UndecidedNotice reason={view.undecided} />
                  )}
                  <ReasonBar
                    underWay={underWay}
                    again={ended !== undefined && bench.shownReading !== undefined}
                    note={bench.modelNote}
                    onReason={() => void bench.reason()}
                    onStop={run.stop}
                  />
                </div>
              }
            />
          ),
          reasoning: (
            <ReasoningPane
              run={run.state}
              raw={frame.raw}
              waitingFor={
                engine.state.phase === 'loading' ? loadingWords(engine.state.progress) : ''
              }
              onRaw={frame.toggleRaw}
              onStop={run.stop}
              onContinue={() => void bench.goOn()}
            />
          ),
          explanation: (
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
          ),
        }}
        notes={{
          ...(steps === 0 ? {} : { reasoning: `${steps}` }),
          ...(ended === undefined ? {} : { explanation: <Icon name="supported" size={12} /> }),
        }}
        announcement={announcementOf(run.state)}
        onNew={bench.newCase}
      />
      {ended === undefined ? null : (
        <PrintDocument reading={ended.reading} explanation={ended.explanation} />
      )}
      <PageDialogs
        frame={frame}
        page="reason"
        ledger={ledger}
        shownRun={'run' in run.state ? run.state.run : undefined}
        engine={engine.state.phase === 'ready' ? engine.state.description : undefined}
        onOpenRun={(id) => void bench.openRun(id)}
      />
    </>
  );
}
