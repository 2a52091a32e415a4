import type { useAuditBench } from '@/components/audit/use-audit-bench';
import type { KeyAction } from '@/components/keys/key-bindings';
import {
  focusNeighbourStep,
  focusNextFault,
  focusPane,
  pressOnceDrawn,
} from '@/components/workbench/move';
import type { PaneName } from '@/components/workbench/pane-switch';

interface PageControls {
  readonly setDialog: (dialog: 'runs' | 'keys') => void;
  readonly setPane: (pane: PaneName) => void;
  readonly toggleRaw: () => void;
  readonly toggleTheme: () => void;
  readonly letGo: () => void;
  readonly print: () => void;
}

/** Does what a key asks for, where it can be done now. */
export function performerOf(
  bench: ReturnType<typeof useAuditBench>,
  page: PageControls,
): (action: KeyAction) => void {
  const { phase } = bench.audit.state;
  const showPane = (pane: PaneName) => {
    page.setPane(pane);
    focusPane(pane);
  };
  const actions: Partial<Record<KeyAction, () => void>> = {
    reason: () => void (phase === 'writing' && bench.check()),
    stop: () => (phase === 'checking' ? bench.audit.cancel() : page.letGo()),
    edit: () => bench.edit(),
    new: () => void (phase !== 'checking' && bench.newAudit()),
    continue: () => undefined,
    runs: () => page.setDialog('runs'),
    keys: () => page.setDialog('keys'),
    raw: page.toggleRaw,
    theme: page.toggleTheme,
    print: () => void (phase === 'ended' && page.print()),
    export() {
      if (phase !== 'ended') return;
      page.setPane('explanation');
      pressOnceDrawn('#explanation [aria-keyshortcuts="X"]');
    },
    'next-step': () => focusNeighbourStep(1),
    'previous-step': () => focusNeighbourStep(-1),
    'next-fault': focusNextFault,
    'pane-case': () => showPane('case'),
    'pane-reasoning': () => showPane('reasoning'),
    'pane-explanation': () => showPane('explanation'),
  };
  return (action) => actions[action]?.();
}
