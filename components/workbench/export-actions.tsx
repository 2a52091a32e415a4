'use client';

import { Button } from '@/components/ui/button';
import { Menu, MenuAction } from '@/components/ui/menu';

export type ExportForm = 'markdown' | 'json' | 'bundle';

/** What can be taken away from a run. */
export function ExportActions({
  ready,
  kept,
  onExport,
  onPrint,
}: {
  ready: boolean;
  /** Whether the run is in the ledger, so that its records can be exported. */
  kept: boolean;
  onExport: (form: ExportForm) => void;
  onPrint: () => void;
}) {
  return (
    <>
      <Menu label="Export" icon="export" shortcut="X" disabled={!ready} width="w-64">
        <MenuAction
          label="Markdown"
          note="The explanation, to read"
          onClick={() => onExport('markdown')}
        />
        <MenuAction
          label="JSON"
          note="The explanation, for programs"
          onClick={() => onExport('json')}
        />
        <MenuAction
          label="Bundle"
          note="The run's records with their hash chain, to verify"
          disabled={!kept}
          onClick={() => onExport('bundle')}
        />
      </Menu>
      <Button icon="print" shortcut="P" title="Print" disabled={!ready} onClick={onPrint}>
        <span className="max-wide:sr-only">Print</span>
      </Button>
    </>
  );
}
