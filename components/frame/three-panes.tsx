'use client';

import type { ReactNode } from 'react';
import { type PaneName, PaneSwitch } from '@/components/frame/pane-switch';
import { SkipLinks } from '@/components/frame/skip-links';
import { TopBar } from '@/components/frame/top-bar';
import type { PageFrame } from '@/components/frame/use-page-frame';
import { Announcer } from '@/components/ui/announcer';
import { classNames } from '@/components/ui/class-names';
import { FaultNotice } from '@/components/ui/notice';
import type { Fault } from '@/lib/text/outcome';

/** What is wrong with the page as a whole. */
export interface PageFault {
  readonly fault: Fault;
  readonly onDismiss?: () => void;
}

/** The bar, what is wrong, and three panes side by side, or one at a time where the screen is narrow. */
export function ThreePanes({
  frame,
  page,
  newLabel,
  status,
  locked,
  faults,
  panes,
  notes,
  announcement,
  onNew,
}: {
  frame: PageFrame;
  page: 'reason' | 'audit';
  newLabel: string;
  status: ReactNode;
  locked: boolean;
  faults: readonly PageFault[];
  panes: Record<PaneName, ReactNode>;
  notes: Partial<Record<PaneName, ReactNode>>;
  /** What is said aloud of how far it has come. */
  announcement: string;
  onNew: () => void;
}) {
  return (
    <div data-screen="" className="flex h-dvh flex-col overflow-hidden">
      <SkipLinks />
      <TopBar
        page={page}
        newLabel={newLabel}
        status={status}
        locked={locked}
        onRuns={() => frame.setDialog('runs')}
        onNew={onNew}
        onKeys={() => frame.setDialog('keys')}
        onAbout={() => frame.setDialog('about')}
      />
      {faults.map(({ fault, onDismiss }) => (
        <div key={fault.code} className="border-b border-line bg-pane p-2">
          <FaultNotice fault={fault} {...(onDismiss === undefined ? {} : { onDismiss })} />
        </div>
      ))}
      <main className="grid min-h-0 grow grid-cols-1 gap-px bg-line split:grid-cols-[minmax(22rem,5fr)_minmax(0,7fr)] split:grid-rows-2 wide:grid-cols-[minmax(22rem,29fr)_minmax(0,40fr)_minmax(22rem,31fr)] wide:grid-rows-1">
        <div className={slot('case', frame.pane, 'split:row-span-2 wide:row-span-1')}>
          {panes.case}
        </div>
        <div className={slot('reasoning', frame.pane)}>{panes.reasoning}</div>
        <div className={slot('explanation', frame.pane)}>{panes.explanation}</div>
      </main>
      <PaneSwitch shown={frame.pane} notes={notes} onShow={frame.setPane} />
      <Announcer message={announcement} />
    </div>
  );
}

function slot(name: PaneName, shown: PaneName, more?: string): string {
  return classNames('min-h-0 min-w-0', name !== shown && 'max-split:hidden', more);
}
