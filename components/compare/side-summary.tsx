import type { Side } from '@/components/compare/use-comparison';
import { Answer } from '@/components/explanation/answer';
import { RunFigures, RunMeter } from '@/components/reasoning/run-meter';
import { FaultNotice } from '@/components/ui/notice';
import { PlainText } from '@/components/ui/plain-text';
import { VerdictTally } from '@/components/verdict/verdict-tally';
import { partTakenBack } from '@/lib/audit/taken-back';

/** One model of the two: how far it is, what it answers, and how many of its statements hold. */
export function SideSummary({ side, label }: { side: Side; label: string }) {
  return (
    <section
      aria-label={`${label}: ${side.name}`}
      className="grid min-w-0 content-start gap-3 rounded-md border border-line bg-pane px-4 py-3"
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <h3 className="min-w-0 font-medium wrap-anywhere">
          <span className="text-ink-3">{label} </span>
          <PlainText text={side.name} />
        </h3>
        <Figures side={side} />
      </header>
      <Body side={side} />
    </section>
  );
}

function Figures({ side: { state } }: { side: Side }) {
  if (state.phase === 'running') {
    const { said, startedAt } = state;
    return (
      <RunMeter
        tokens={said.tokens.length}
        decodeMilliseconds={said.decode}
        startedAt={startedAt}
      />
    );
  }
  if (state.phase !== 'ended') return null;
  const { said, milliseconds } = state;
  return (
    <RunFigures
      tokens={said.tokens.length}
      decodeMilliseconds={said.decode}
      milliseconds={milliseconds}
    />
  );
}

function Body({ side: { state } }: { side: Side }) {
  switch (state.phase) {
    case 'waiting':
      return <p className="text-xs text-ink-2">Waits for its turn.</p>;
    case 'loading':
      return <p className="text-xs text-ink-2">Getting ready…</p>;
    case 'running':
      return (
        <>
          <p className="text-xs text-ink-2">{stepWords(state.said.steps.length)} so far.</p>
          <VerdictTally
            verdicts={partTakenBack(state.said.verdicts, state.said.corrections).claimed}
          />
        </>
      );
    case 'failed':
      return <FaultNotice fault={state.fault} />;
    case 'ended': {
      const { explanation, run } = state;
      const { claimed } = partTakenBack(explanation.verdicts, explanation.corrections);
      return (
        <>
          <Answer explanation={explanation} />
          <div className="grid gap-1.5 border-t border-line pt-2">
            <p className="text-xs text-ink-2">
              {stepWords(explanation.steps.length)}, {claimed.length} statements checked
              {STOP_WORDS[explanation.trace.stop]}
            </p>
            <VerdictTally verdicts={claimed} />
          </div>
          {run === undefined ? null : (
            <p className="text-xs print:hidden">
              <a href={`/#run-${run}`} className="text-accent underline underline-offset-4">
                Open this run
              </a>
            </p>
          )}
        </>
      );
    }
  }
}

const STOP_WORDS = {
  end: '',
  length: '; it used up its tokens, so the end is missing',
  stopped: '; you stopped it',
  looped: '; it was stopped because it repeated itself',
  failed: '; its engine failed',
} as const;

function stepWords(count: number): string {
  return `${count} ${count === 1 ? 'step' : 'steps'}`;
}
