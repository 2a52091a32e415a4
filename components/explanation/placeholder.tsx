import type { RunState } from '@/components/reasoning/run-state';

const CONTENTS = [
  ['Answer', 'with the confidence that the model states beside the certainty of its tokens'],
  ['Differential', 'ranked, with the findings for and against each diagnosis'],
  ['Statements', 'what the case supports, contradicts or does not say; numbers recomputed'],
  ['Left unsaid', 'findings and dangers that no step speaks of'],
  ['Second reading', 'what exact counting makes of the same findings, where it can'],
  ['Elements', 'of clinical reasoning: which are there, and which are missing'],
  ['Limits', 'what this run cannot tell, and what ran'],
] as const;

const LEADS: Record<Exclude<RunState['phase'], 'ended'>, string> = {
  none: 'When a run has ended, this side holds:',
  waiting: 'When the run has ended, this side holds:',
  running: 'When the run has ended, this side holds:',
  broken: 'This run did not finish, so it has no explanation. A finished one holds:',
};

/** What stands in the explanation pane while there is none. */
export function Placeholder({ phase }: { phase: RunState['phase'] }) {
  if (phase === 'ended') return null;
  return (
    <div className="grid max-w-[60ch] gap-2 text-sm text-ink-2">
      <p>{LEADS[phase]}</p>
      <dl>
        {CONTENTS.map(([term, detail]) => (
          <div
            key={term}
            className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 border-t border-line py-1.5"
          >
            <dt className="font-medium text-ink">{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
