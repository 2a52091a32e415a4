import type { KeyAction } from '@/components/keys/key-bindings';
import { isUnderWay } from '@/components/reasoning/run-state';
import {
  focusNeighbourStep,
  focusNextFault,
  focusPane,
  pressOnceDrawn,
} from '@/components/workbench/move';
import type { PaneName } from '@/components/workbench/pane-switch';
import type { useWorkbench } from '@/components/workbench/use-workbench';

interface PageControls {
  readonly setDialog: (dialog: 'runs' | 'keys') => void;
  readonly setPane: (pane: PaneName) => void;
  readonly toggleRaw: () => void;
  readonly toggleTheme: () => void;
  /** Lets go of what was chosen. */
  readonly letGo: () => void;
}

/** Does what a key asks for, where it can be done now. */
export function performerOf(
  bench: ReturnType<typeof useWorkbench>,
  page: PageControls,
): (action: KeyAction) => void {
  const free = !isUnderWay(bench.run.state);
  const ended = bench.run.state.phase === 'ended';
  const showPane = (pane: PaneName) => {
    page.setPane(pane);
    focusPane(pane);
  };
  return (action) => {
    switch (action) {
      case 'reason':
        if (free) void bench.reason();
        break;
      case 'continue':
        if (ended) void bench.goOn();
        break;
      case 'stop':
        if (free) page.letGo();
        else bench.run.stop();
        break;
      case 'edit':
        if (!free) break;
        if (bench.shownReading === undefined) void bench.finishEditing();
        else bench.edit();
        break;
      case 'new':
        if (free) bench.newCase();
        break;
      case 'runs':
        page.setDialog('runs');
        break;
      case 'keys':
        page.setDialog('keys');
        break;
      case 'raw':
        page.toggleRaw();
        break;
      case 'theme':
        page.toggleTheme();
        break;
      case 'print':
        if (ended) window.print();
        break;
      case 'export':
        if (!ended) break;
        page.setPane('explanation');
        pressOnceDrawn('#explanation [aria-keyshortcuts="X"]');
        break;
      case 'next-step':
        focusNeighbourStep(1);
        break;
      case 'previous-step':
        focusNeighbourStep(-1);
        break;
      case 'next-fault':
        focusNextFault();
        break;
      case 'pane-case':
        showPane('case');
        break;
      case 'pane-reasoning':
        showPane('reasoning');
        break;
      case 'pane-explanation':
        showPane('explanation');
        break;
    }
  };
}
