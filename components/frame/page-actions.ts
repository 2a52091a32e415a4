import {
  focusNeighbourStep,
  focusNextFault,
  focusOtherReading,
  focusPane,
  pressOnceDrawn,
} from '@/components/frame/move';
import type { PaneName } from '@/components/frame/pane-switch';
import type { PageFrame } from '@/components/frame/use-page-frame';
import type { KeyAction } from '@/components/keys/key-bindings';

/** What a page does in its own way; each action looks itself whether it can be done now. */
export type OwnActions = Readonly<
  Record<'reason' | 'continue' | 'stop' | 'edit' | 'new' | 'unread' | 'print', () => void>
>;

/** Does what a key asks for. `ended` tells whether there is a result that can be exported. */
export function performerOf(
  own: OwnActions,
  frame: PageFrame,
  ended: boolean,
): (action: KeyAction) => void {
  const showPane = (pane: PaneName) => {
    frame.setPane(pane);
    focusPane(pane);
  };
  const actions: Readonly<Record<KeyAction, () => void>> = {
    ...own,
    runs: () => frame.setDialog('runs'),
    keys: () => frame.setDialog('keys'),
    raw() {
      focusOtherReading();
      frame.toggleRaw();
    },
    theme: frame.toggleTheme,
    export() {
      if (!ended) return;
      frame.setPane('explanation');
      pressOnceDrawn('#explanation [aria-keyshortcuts="X"]');
    },
    'next-step': () => focusNeighbourStep(1),
    'previous-step': () => focusNeighbourStep(-1),
    'next-fault': focusNextFault,
    'pane-case': () => showPane('case'),
    'pane-reasoning': () => showPane('reasoning'),
    'pane-explanation': () => showPane('explanation'),
  };
  return (action) => actions[action]();
}
