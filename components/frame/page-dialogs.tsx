'use client';

import dynamic from 'next/dynamic';
import type { PageFrame } from '@/components/frame/use-page-frame';
import { isAudit } from '@/components/runs/is-audit';
import type { LedgerView } from '@/components/runs/use-ledger';
import type { EngineDescription } from '@/lib/engine/engine';
import type { RunId } from '@/lib/ledger/record';

const RunsDialog = dynamic(() =>
  import('@/components/runs/runs-dialog').then((module) => module.RunsDialog),
);
const KeysDialog = dynamic(() =>
  import('@/components/keys/keys-dialog').then((module) => module.KeysDialog),
);
const AboutDialog = dynamic(() =>
  import('@/components/about/about-dialog').then((module) => module.AboutDialog),
);

/** The dialog that is asked for, if any. A run of the other kind is opened on the other page. */
export function PageDialogs({
  frame,
  page,
  ledger,
  shownRun,
  engine,
  onOpenRun,
}: {
  frame: PageFrame;
  page: 'reason' | 'audit';
  ledger: LedgerView;
  shownRun: RunId | undefined;
  engine: EngineDescription | undefined;
  onOpenRun: (run: RunId) => void;
}) {
  const close = () => frame.setDialog(undefined);
  switch (frame.dialog) {
    case undefined:
      return null;
    case 'runs':
      return (
        <RunsDialog
          runs={ledger.runs}
          shown={shownRun}
          onOpen={(id) => {
            close();
            const pageOfRun = isAudit(ledger.runs, id) ? 'audit' : 'reason';
            if (pageOfRun === page) onOpenRun(id);
            else location.assign(`${pageOfRun === 'audit' ? '/audit' : '/'}#run-${id}`);
          }}
          onClose={close}
        />
      );
    case 'keys':
      return (
        <KeysDialog
          singleKeys={frame.singleKeys}
          onSingleKeys={frame.setSingleKeys}
          onClose={close}
        />
      );
    case 'about':
      return <AboutDialog engine={engine} onClose={close} />;
  }
}
