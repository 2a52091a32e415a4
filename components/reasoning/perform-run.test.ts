import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
// Loaded here, so that no test waits for it.
import '@/components/reasoning/run-pipeline';
import { EMBEDDED_SETTINGS } from '@/components/engine/run-settings';
import { performRun, type RunTask } from '@/components/reasoning/perform-run';
import type { Said } from '@/components/reasoning/run-state';
import type { OpenLedger } from '@/components/runs/open-ledger';
import { buildEmbeddedPrompt } from '@/lib/engine/prompt/embedded';
import { INFLUENZA_CASE, readingOf, scriptedEngine, tokensOf } from '@/lib/explanation/testing';
import { keepRun, type RunStart } from '@/lib/ledger/kept-run';
import { createMemoryStorage } from '@/lib/ledger/storage/memory';
import { createPageRunLocks } from '@/lib/ledger/storage/run-locks';
import { FaultError } from '@/lib/text/outcome';
import { COMPLETE_OUTPUT } from '@/lib/trace/testing';

const reading = readingOf(INFLUENZA_CASE);
const SAID = COMPLETE_OUTPUT.slice('<think>'.length);

function promptOf() {
  const prompt = buildEmbeddedPrompt(reading);
  if (!prompt.ok) throw new FaultError(prompt.fault);
  return prompt.value;
}

const TASK: RunTask = { reading, prompt: promptOf() };

/** A ledger in memory, as much of one as a run needs. */
function openLedger() {
  const storage = createMemoryStorage();
  const ledger: OpenLedger = {
    keep: (start: RunStart) =>
      keepRun(storage, createPageRunLocks(), start, () => new Date(Date.UTC(2026, 0, 2))),
    keepAudit: () => Promise.reject(new Error('no audit is kept here')),
    runs: async () => [],
    read: async () => undefined,
    bundle: async () => '',
    holdsUnkept: () => false,
    subscribe: () => () => undefined,
    faultOf: (error) => ({ code: 'ledger', message: String(error), remedy: '' }),
  };
  return { storage, ledger };
}

/** Performs a task; `stopAfter` tokens the person stops it. */
async function perform(
  task: RunTask,
  { ledger, stopAfter }: { readonly ledger: OpenLedger; readonly stopAfter?: number },
) {
  const shown: Said[] = [];
  let run: Awaited<ReturnType<typeof keepRun>>['run'] | undefined;
  const abort = new AbortController();
  const model = { engine: scriptedEngine(tokensOf(SAID, 5)), settings: EMBEDDED_SETTINGS };
  const result = await performRun(model, ledger, task, abort.signal, {
    started: (kept) => {
      run = kept;
    },
    said: (said) => {
      shown.push(said);
      if (said.tokens.length === stopAfter) abort.abort();
    },
    waiting: () => undefined,
    notKept: (fault) => {
      throw new FaultError(fault);
    },
  });
  return { ...result, shown, run };
}

beforeEach(() => {
  // A frame for every token.
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    draw();
    return 0;
  });
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a run on the page', () => {
  it('shows its meters as it goes, and at its end those of the explanation', async () => {
    const { shown, said, explanation, further } = await perform(TASK, openLedger());
    expect(shown.length).toBeGreaterThan(100);
    for (const { meters, tokens } of shown) {
      expect(meters.find(({ id }) => id === 'length')?.shown).toBe(
        `${tokens.length} of 640 tokens`,
      );
    }
    expect(said.meters).toEqual(explanation.meters);
    expect(further).toBeUndefined();
  });

  it('goes on from where it was stopped to what it would have said, in a record that names it', async () => {
    const whole = await perform(TASK, openLedger());
    const { storage, ledger } = openLedger();
    const stopped = await perform(TASK, { ledger, stopAfter: 30 });
    const { further, run } = stopped;
    if (further === undefined) throw new Error('the run cannot go on');
    expect(further.budget).toBe(640);
    const continued = await perform(
      { ...TASK, continues: { run, trace: further.trace } },
      { ledger },
    );
    expect(continued.shown[0]?.tokens).toHaveLength(31);
    expect(continued.said.text).toBe(whole.said.text);
    expect(continued.explanation.answer).toEqual(whole.explanation.answer);
    const bodies = (await storage.records()).map(({ body }) => body);
    expect(bodies).toMatchObject([
      { kind: 'run-started', run },
      { kind: 'run-finished', run, trace: { stop: 'stopped' } },
      { kind: 'run-started', continues: run, manifest: { continuedAfter: [30], maxTokens: 640 } },
      { kind: 'run-finished', trace: { stop: 'end' } },
    ]);
    expect(bodies[0]).not.toHaveProperty('continues');
  });

  it('does not begin to go on where it would not be the same run', async () => {
    const { storage, ledger } = openLedger();
    const { further, run } = await perform(TASK, { ledger, stopAfter: 30 });
    if (further === undefined) throw new Error('the run cannot go on');
    const trace = { ...further.trace, prompt: 'of another version' };
    await expect(perform({ ...TASK, continues: { run, trace } }, { ledger })).rejects.toMatchObject(
      {
        fault: { code: 'run-not-continuable' },
      },
    );
    expect(await storage.records()).toHaveLength(2);
  });
});
