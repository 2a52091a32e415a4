'use client';

import { useCallback, useEffect, useState } from 'react';
import { type CaseDraft, draftOf, EMPTY_DRAFT, isEmptyDraft } from '@/components/case/case-draft';
import { moveOptionsToFields } from '@/components/case/move-options';
import { receiveCaseFile } from '@/components/case/receive-file';
import type { SampleCase } from '@/components/case/sample-cases';
import { type ReadDraft, useCaseDraft } from '@/components/case/use-case-draft';
import { useEmbeddedView } from '@/components/case/use-embedded-view';
import { loadingWords } from '@/components/engine/engine-status';
import { type EngineState, useEngine } from '@/components/engine/use-engine';
import { exportsOf } from '@/components/frame/exports';
import { focusEditor, focusPane } from '@/components/frame/move';
import type { PaneName } from '@/components/frame/pane-switch';
import { useRun } from '@/components/reasoning/use-run';
import { useLedger } from '@/components/runs/use-ledger';
import { useOpenRunAddress } from '@/components/runs/use-open-run-address';
import type { RunId } from '@/lib/ledger/record';

/** Everything that the page holds and can be asked to do. */
export function useWorkbench(first: ReadDraft, show: (pane: PaneName) => void) {
  const engine = useEngine();
  const ledger = useLedger();
  const draft = useCaseDraft(first);
  const { dispatch } = draft;
  const run = useRun({
    model: engine.model,
    form: engine.form,
    ledger: ledger.ledger,
    onCaseFault: useCallback(
      (fault) => {
        dispatch({ type: 'faulted', fault });
        show('case');
      },
      [dispatch, show],
    ),
    onLedgerFault: ledger.report,
  });
  const { state, start, open, close } = run;
  const runReading = state.phase === 'none' ? undefined : state.reading;
  const [editing, setEditing] = useState(false);
  const shownReading = editing ? undefined : (runReading ?? draft.reading);
  const embedded = useEmbeddedView(shownReading, engine);

  const openRun = useCallback(
    async (id: RunId) => {
      if (!(await open(id))) return false;
      setEditing(false);
      show('reasoning');
      return true;
    },
    [open, show],
  );
  useOpenRunAddress('run' in state ? state.run : undefined, openRun);

  /** The draft becomes what is shown; an earlier run stays in the ledger. */
  const typeDraft = (next: CaseDraft) => {
    close();
    setEditing(true);
    dispatch({ type: 'typed', draft: next });
  };
  const replaceDraft = (next: CaseDraft, because: string) => {
    close();
    setEditing(true);
    dispatch({ type: 'replaced', draft: next, because });
  };
  const reason = async () => {
    const reading = shownReading ?? (await draft.read());
    if (reading === undefined) {
      show('case');
      return;
    }
    await start(reading, () => {
      setEditing(false);
      show('reasoning');
      focusPane('reasoning');
    });
  };

  const goOn = async () => {
    if (!(await run.goOn())) return;
    setEditing(false);
    show('reasoning');
    focusPane('reasoning');
  };

  const { phase } = engine.state;
  useEffect(() => {
    if (phase !== 'loading') void import('@/components/reasoning/run-pipeline');
  }, [phase]);

  return {
    engine,
    ledger,
    draft,
    run,
    shownReading,
    embedded,
    openRun,
    typeDraft,
    replaceDraft,
    reason,
    goOn,
    modelNote: modelNoteOf(engine.state),
    newCase() {
      if (isEmptyDraft(draft.draft)) typeDraft(EMPTY_DRAFT);
      else replaceDraft(EMPTY_DRAFT, 'The case was cleared.');
      show('case');
      focusEditor();
    },
    async chooseSample({ title, draft: sample }: SampleCase) {
      replaceDraft(sample, `The sample “${title}” took the place of the case.`);
      if ((await draft.readAs(sample)) !== undefined) setEditing(false);
    },
    undo() {
      dispatch({ type: 'undone' });
      focusEditor();
    },
    edit() {
      if (runReading !== undefined && runReading.case.text !== draft.draft.text) {
        const because = 'The case of this run took the place of what was being written.';
        dispatch({ type: 'replaced', draft: draftOf(runReading.case), because });
      }
      setEditing(true);
      show('case');
      focusEditor();
    },
    async finishEditing() {
      if ((await draft.read()) === undefined) return;
      setEditing(false);
      focusPane('case');
    },
    async receiveFile(file: File) {
      const outcome = await receiveCaseFile(file);
      if (!outcome.ok) {
        dispatch({ type: 'faulted', fault: outcome.fault });
        return;
      }
      const received = moveOptionsToFields(outcome.value) ?? outcome.value;
      const { readDraft } = await import('@/components/case/case-reader');
      const read = readDraft(received);
      // What cannot be mended by editing does not take the place of what is there.
      if (!read.ok && (read.fault.code === 'case-binary' || read.fault.code === 'case-too-long')) {
        dispatch({ type: 'faulted', fault: read.fault });
        return;
      }
      replaceDraft(received, `“${file.name}” took the place of the case.`);
    },
    ...exportsOf(state.phase === 'ended' ? state : undefined, ledger),
  };
}

function modelNoteOf(engine: EngineState): string {
  switch (engine.phase) {
    case 'loading':
      return loadingWords(engine.progress);
    case 'ready':
      return engine.description.kind === 'endpoint'
        ? `The model is ready. Reason sends the case to it: ${engine.description.deviceReason}.`
        : 'The model is ready. Nothing leaves this device.';
    case 'failed':
      return 'The model is not loaded.';
  }
}
