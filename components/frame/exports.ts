import { download } from '@/components/frame/download';
import { fileNameOf } from '@/components/frame/file-name';
import type { LedgerView } from '@/components/runs/use-ledger';
import type { Explanation } from '@/lib/explanation/explanation';
import type { ExportFormat } from '@/lib/explanation/export';
import type { RunId } from '@/lib/ledger/record';

/** What is shown at the end of a run or a check; without a run where the ledger does not have it. */
export interface Shown {
  readonly explanation: Explanation;
  readonly run?: RunId | undefined;
}

/** How what is shown is taken away as a file; both do nothing while there is nothing. */
export function exportsOf(shown: Shown | undefined, ledger: LedgerView) {
  return {
    exportAs(format: ExportFormat) {
      if (shown === undefined) return;
      const { explanation } = shown;
      const name = `${fileNameOf(explanation, new Date())}.${format.extension}`;
      download(name, format.mediaType, format.write(explanation));
    },
    async exportBundle() {
      if (shown?.run === undefined) return;
      const kept = await ledger.ledger;
      try {
        const bundle = await kept.bundle(shown.run);
        const name = `${fileNameOf(shown.explanation, new Date())}.bundle.json`;
        download(name, 'application/json', bundle);
      } catch (error) {
        ledger.report(kept.faultOf(error));
      }
    },
  };
}
