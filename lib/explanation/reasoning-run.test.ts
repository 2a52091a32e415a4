import { describe, expect, it } from 'vitest';
import {
  type ReasoningRequest,
  type RunProgress,
  reasonAbout,
} from '@/lib/explanation/reasoning-run';
import { INFLUENZA_CASE, readingOf, scriptedEngine, tokensOf } from '@/lib/explanation/testing';
import { FaultError } from '@/lib/text/outcome';
import { COMPLETE_OUTPUT, TEST_MANIFEST } from '@/lib/trace/testing';

const READING = readingOf(INFLUENZA_CASE, ['Pneumonia', 'Influenza']);
const REQUEST: ReasoningRequest = {
  prompt: { text: 'prompt', prefill: '<think>' },
  sampling: TEST_MANIFEST.sampling,
  seed: 1,
  maxTokens: 600,
  alternatives: 0,
  startedAt: TEST_MANIFEST.startedAt,
  application: TEST_MANIFEST.application,
};
const SAID = COMPLETE_OUTPUT.slice('<think>'.length);

async function run(
  engine: ReturnType<typeof scriptedEngine>,
  abort?: { readonly after: number; readonly controller: AbortController },
): Promise<readonly RunProgress[]> {
  const events: RunProgress[] = [];
  const signal = abort?.controller.signal ?? new AbortController().signal;
  for await (const event of reasonAbout(engine, READING, REQUEST, signal)) {
    events.push(event);
    if (abort !== undefined && events.length === abort.after) {
      abort.controller.abort();
    }
  }
  return events;
}

function finishedOf(events: readonly RunProgress[]) {
  const last = events.at(-1);
  if (last?.type !== 'finished') {
    throw new Error('The run did not finish.');
  }
  return last;
}

describe('a run', () => {
  it('gives the same trace and explanation whatever the tokens were', async () => {
    const runs = await Promise.all(
      [1, 3, 17, 1000].map((size) => run(scriptedEngine(tokensOf(SAID, size)))),
    );
    const [first, ...others] = runs.map((events) => finishedOf(events).explanation);
    for (const other of others) {
      expect({ ...other, uncertainty: undefined }).toEqual({ ...first, uncertainty: undefined });
    }
    expect(first?.answer.diagnosis).toBe('Influenza');
    expect(first?.manifest).toEqual(TEST_MANIFEST);
  });

  it('only ever adds verdicts, and ends with those of the progress', async () => {
    const events = await run(scriptedEngine(tokensOf(SAID, 5)));
    const final = finishedOf(events).explanation.verdicts;
    for (const event of events) {
      if (event.type === 'progress') {
        expect(final.slice(0, event.verdicts.length)).toEqual(event.verdicts);
      }
    }
  });

  it('keeps what was said when it is stopped', async () => {
    const controller = new AbortController();
    const events = await run(scriptedEngine(tokensOf(SAID, 5)), { after: 20, controller });
    const { trace, explanation } = finishedOf(events);
    expect(trace.stop).toBe('stopped');
    expect(trace.text).toBe(`<think>${SAID.slice(0, trace.text.length - 7)}`);
    expect(trace.text.length).toBeGreaterThan(50);
    expect(explanation.answer).toMatchObject({ abstained: true });
    expect(explanation.steps.length).toBeGreaterThan(0);
  });

  it('keeps what was said when the engine fails, and says why', async () => {
    const events = await run(scriptedEngine(tokensOf(SAID, 5), { failsAt: 10 }));
    const { trace, fault } = finishedOf(events);
    expect(trace.stop).toBe('failed');
    expect(trace.tokens).toHaveLength(10);
    expect(fault?.code).toBe('device-lost');
  });

  it('throws when the engine cannot begin', async () => {
    await expect(run(scriptedEngine([], { failsAt: 0 }))).rejects.toThrow(FaultError);
  });
});
