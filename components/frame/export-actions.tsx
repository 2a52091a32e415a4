'use client';

import dynamic from 'next/dynamic';
import { Button } from '@/components/ui/button';
import { Menu, MenuAction } from '@/components/ui/menu';
import type { ExportFormat } from '@/lib/explanation/export';

const ExportFormatActions = dynamic(() =>
  import('@/components/frame/export-format-actions').then((module) => module.ExportFormatActions),
);

/** What can be taken away from a run. */
export function ExportActions({
  ready,
  kept,
  onExport,
  onBundle,
  onPrint,
}: {
  ready: boolean;
  /** Whether the run is in the ledger, so that its records can be exported. */
  kept: boolean;
  onExport: (format: ExportFormat) => void;
  onBundle: () => void;
  onPrint: () => void;
}) {
  return (
    <>
      <Menu label="Export" icon="export" shortcut="X" disabled={!ready} width="w-64">
        {ready ? <ExportFormatActions onExport={onExport} /> : null}
        <MenuAction
          label="Bundle"
          note="The run's records with their hash chain, to verify"
          disabled={!kept}
          onClick={onBundle}
        />
      </Menu>
      <Button icon="print" shortcut="P" title="Print" disabled={!ready} onClick={onPrint}>
        <span className="max-wide:sr-only">Print</span>
      </Button>
    </>
  );
}
