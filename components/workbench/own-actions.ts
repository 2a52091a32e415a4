import type { OwnActions } from '@/components/frame/page-actions';
import type { PageFrame } from '@/components/frame/use-page-frame';
import { isUnderWay } from '@/components/reasoning/run-state';
import type { useWorkbench } from '@/components/workbench/use-workbench';

/** What the keys do on the page that reasons. */
export function ownActionsOf(bench: ReturnType<typeof useWorkbench>, frame: PageFrame): OwnActions {
  const free = !isUnderWay(bench.run.state);
  const ended = bench.run.state.phase === 'ended';
  return {
    reason: () => void (free && bench.reason()),
    continue: () => void (ended && bench.goOn()),
    stop: () => (free ? frame.letGo() : bench.run.stop()),
    edit() {
      if (!free) return;
      if (bench.shownReading === undefined) void bench.finishEditing();
      else bench.edit();
    },
    new: () => void (free && bench.newCase()),
    unread: bench.embedded.toggle,
    print: () => void (ended && window.print()),
  };
}
