import type { RunState } from '@/components/reasoning/run-state';

const WORDS: Record<Exclude<RunState['phase'], 'ended'>, string> = {
  none: 'When the run has ended, this side holds the answer, the differential with the findings for and against each diagnosis, the statements that the case does not support, what was left out, how sure the model was, and the limits of all this.',
  waiting: 'The explanation follows when the run has ended.',
  running: 'The explanation follows when the run has ended.',
  broken: 'This run did not finish, so there is no explanation of it.',
};

/** What stands in the explanation pane while there is none. */
export function Placeholder({ phase }: { phase: RunState['phase'] }) {
  return phase === 'ended' ? null : (
    <p className="max-w-[60ch] text-sm text-ink-2">{WORDS[phase]}</p>
  );
}
