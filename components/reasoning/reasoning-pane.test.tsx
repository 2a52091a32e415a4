import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PointingProvider } from '@/components/pointing/use-pointing';
import { ReasoningPane } from '@/components/reasoning/reasoning-pane';
import { readKeptRun } from '@/components/reasoning/run-kept';
import { promptFor, reasonAbout, runRequest, saidInAll } from '@/components/reasoning/run-pipeline';
import type { RunState } from '@/components/reasoning/run-state';
import type { OpenLedger } from '@/components/runs/open-ledger';
import { INFLUENZA_CASE, readingOf, scriptedEngine, tokensOf } from '@/lib/explanation/testing';
import { createRunId } from '@/lib/ledger/run-id';
import { FaultError } from '@/lib/text/outcome';
import { COMPLETE_OUTPUT, TEST_MANIFEST } from '@/lib/trace/testing';

const reading = readingOf(INFLUENZA_CASE);

function drawn(run: RunState): string {
  const nothing = () => undefined;
  return renderToStaticMarkup(
    <PointingProvider>
      <ReasoningPane
        run={run}
        raw={false}
        waitingFor=""
        onRaw={nothing}
        onStop={nothing}
        onContinue={nothing}
      />
    </PointingProvider>,
  );
}

/** The end of a run that the person stops after so many tokens. */
async function stoppedAfter(tokens: number): Promise<RunState> {
  const prompt = promptFor('embedded', reading);
  if (!prompt.ok) throw new FaultError(prompt.fault);
  const abort = new AbortController();
  if (tokens === 0) abort.abort();
  const engine = scriptedEngine(tokensOf(COMPLETE_OUTPUT.slice('<think>'.length), 5));
  const request = runRequest(prompt.value, new Date(0));
  for await (const progress of reasonAbout(engine, reading, request, abort.signal)) {
    if (progress.type === 'finished') {
      const { trace, explanation } = progress;
      const said = saidInAll(explanation, trace);
      return { phase: 'ended', reading, run: undefined, said, explanation, milliseconds: 1 };
    }
    if (progress.trace.tokens.length === tokens) abort.abort();
  }
  throw new Error('the run has no end');
}

function keptInterrupted(text: string): Promise<RunState | undefined> {
  const none = () => Promise.reject(new Error('not asked for'));
  const ledger: OpenLedger = {
    keep: none,
    keepAudit: none,
    runs: none,
    read: async () => ({
      status: 'interrupted',
      case: reading.case,
      manifest: TEST_MANIFEST,
      text,
    }),
    bundle: none,
    holdsUnkept: () => false,
    subscribe: () => () => undefined,
    faultOf: (error) => ({ code: 'ledger', message: String(error), remedy: '' }),
  };
  return readKeptRun(ledger, createRunId());
}

describe('what is shown of a run that was over before the first word', () => {
  it('says that nothing was said where it was stopped, and that it is kept where something was', async () => {
    const before = drawn(await stoppedAfter(0));
    expect(before).toContain('You stopped this run. The model had not said anything yet.');
    expect(before).not.toMatch(/is kept|the raw text has it all/u);
    const after = drawn(await stoppedAfter(40));
    expect(after).toContain('You stopped this run. What it had said by then is kept.');
    expect(after).not.toContain('Nothing was said');
  });

  it('speaks of the first word of an interrupted run only where there is none', async () => {
    const before = await keptInterrupted('');
    const after = await keptInterrupted(COMPLETE_OUTPUT);
    if (before === undefined || after === undefined) throw new Error('there is such a run');
    expect(drawn(before)).toContain('failed before the first word');
    expect(drawn(before)).not.toMatch(/What it had said|the raw text has it all/u);
    expect(drawn(after)).toContain('What it had said is below.');
    expect(drawn(after)).not.toContain('before the first word');
  });
});
