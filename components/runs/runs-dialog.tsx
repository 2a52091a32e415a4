'use client';

import { answerLine } from '@/components/explanation/answer-line';
import { classNames } from '@/components/ui/class-names';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import type { RunId } from '@/lib/ledger/record';
import type { RunSummary } from '@/lib/ledger/runs';

/** The runs that were kept, newest first. */
export function RunsDialog({
  runs,
  shown,
  onOpen,
  onClose,
}: {
  runs: readonly RunSummary[] | undefined;
  /** The run that the page shows now. */
  shown: RunId | undefined;
  onOpen: (run: RunId) => void;
  onClose: () => void;
}) {
  return (
    <Dialog title="Earlier runs" placement="side" onClose={onClose}>
      {runs === undefined ? (
        <p className="text-xs text-ink-2">Reading the ledger…</p>
      ) : runs.length === 0 ? (
        <p className="text-xs text-ink-2">
          None yet. Each run is kept in this browser when it starts, and stays after a reload.
        </p>
      ) : (
        <ol className="-mx-2 grid gap-px">
          {runs.map((run) => (
            <li key={run.run}>
              <button
                type="button"
                aria-current={run.run === shown}
                disabled={run.status === 'running'}
                onClick={() => onOpen(run.run)}
                className={classNames(
                  'grid w-full gap-0.5 rounded-md px-2 py-2 text-left hover:bg-sunken disabled:cursor-not-allowed',
                  run.run === shown && 'bg-lit',
                )}
              >
                <span className="flex items-center justify-between gap-3 text-2xs text-ink-2">
                  <time dateTime={run.startedAt}>{dateAndTime(run.startedAt)}</time>
                  <RunStatusWords run={run} />
                </span>
                <span className="font-medium">{resultOf(run)}</span>
                <span className="line-clamp-2 text-xs text-ink-2">{run.excerpt}</span>
                <span className="text-2xs text-ink-2">
                  {run.model}
                  {run.continues === undefined ? null : ' · goes on from an earlier run'}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}

function resultOf(run: RunSummary): string {
  if (run.answer !== undefined) return answerLine({ answer: run.answer });
  return run.status === 'running' ? 'Under way' : 'Unfinished';
}

function RunStatusWords({ run }: { run: RunSummary }) {
  if (run.status === 'running') return <span>running in a tab</span>;
  if (run.status === 'interrupted' || run.stop === 'failed') {
    return (
      <span className="inline-flex items-center gap-1 rounded bg-not-in-case-bg px-1.5 text-not-in-case">
        <Icon name="warning" size={12} /> {run.status === 'interrupted' ? 'interrupted' : 'failed'}
      </span>
    );
  }
  if (run.stop === 'stopped' || run.stop === 'looped') {
    return (
      <span className="inline-flex items-center gap-1 rounded bg-cannot-tell-bg px-1.5 text-cannot-tell">
        <Icon name="stop" size={12} /> {run.stop === 'looped' ? 'stopped: looped' : 'stopped'}
      </span>
    );
  }
  return <span>finished</span>;
}

function dateAndTime(at: string): string {
  return new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}
