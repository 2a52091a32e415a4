import type { StopReason } from '@/lib/engine/engine';
import type { ExplainedAnswer } from '@/lib/explanation/explanation';
import type { RunId } from '@/lib/ledger/record';
import type { RecordSummary } from '@/lib/ledger/summary';

/**
 * `running`: in this or another open tab. `finished`: with an explanation, also where the person stopped it.
 * `interrupted`: it began and never finished.
 */
export type RunStatus = 'running' | 'finished' | 'interrupted';

/** One run as a list shows it. */
export interface RunSummary {
  readonly run: RunId;
  readonly status: RunStatus;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly endedAt?: string;
  /** The beginning of the case. */
  readonly excerpt: string;
  readonly model: string;
  readonly answer?: ExplainedAnswer;
  readonly stop?: StopReason;
  /** The run that this one goes on from. */
  readonly continues?: RunId;
}

/**
 * The runs that a ledger tells of, newest first. `running` names the runs known to be under way; every other run without
 * an end counts as interrupted.
 */
export function foldRuns(
  summaries: readonly RecordSummary[],
  running: ReadonlySet<RunId> = new Set(),
): readonly RunSummary[] {
  const runs = new Map<RunId, RunSummary>();
  for (const summary of summaries) {
    const next = advance(runs.get(summary.run), summary, running);
    if (next !== undefined) runs.set(summary.run, next);
  }
  return [...runs.values()].reverse();
}

function advance(
  run: RunSummary | undefined,
  summary: RecordSummary,
  running: ReadonlySet<RunId>,
): RunSummary | undefined {
  switch (summary.kind) {
    case 'run-started':
      return {
        run: summary.run,
        status: running.has(summary.run) ? 'running' : 'interrupted',
        startedAt: summary.at,
        excerpt: summary.excerpt,
        model: summary.model,
        ...(summary.continues === undefined ? {} : { continues: summary.continues }),
      };
    case 'run-finished':
      return (
        run && {
          ...run,
          status: 'finished',
          endedAt: summary.at,
          answer: summary.answer,
          stop: summary.stop,
        }
      );
    case 'run-interrupted':
      // A tab that was frozen and not dead may finish its run after another tab gave it up: then it is finished.
      return run && run.status !== 'finished'
        ? { ...run, status: 'interrupted', endedAt: summary.at }
        : run;
    case 'trace-audited':
      return {
        run: summary.run,
        status: 'finished',
        startedAt: summary.at,
        endedAt: summary.at,
        excerpt: summary.excerpt,
        model: summary.model,
        answer: summary.answer,
      };
  }
}
