import { describe, expect, it } from 'vitest';
import { measureTrace } from '@/lib/audit/meters';
import type { GenerateRequest } from '@/lib/engine/engine';
import type { Explanation } from '@/lib/explanation/explanation';
import {
  type ReasoningRequest,
  type RunProgress,
  reasonAbout,
} from '@/lib/explanation/reasoning-run';
import { explanationSchema, traceSchema } from '@/lib/explanation/schema';
import { INFLUENZA_CASE, readingOf, scriptedEngine, tokensOf } from '@/lib/explanation/testing';
import { FaultError } from '@/lib/text/outcome';
import { COMPLETE_OUTPUT, TEST_MANIFEST } from '@/lib/trace/testing';

const READING = readingOf(INFLUENZA_CASE, ['Pneumonia', 'Influenza']);
const REQUEST: ReasoningRequest = {
  prompt: { text: 'prompt', prefill: '<think>' },
  sampling: TEST_MANIFEST.sampling,
  seed: 1,
  maxTokens: 10_000,
  alternatives: 0,
  startedAt: TEST_MANIFEST.startedAt,
  application: TEST_MANIFEST.application,
};
const SAID = COMPLETE_OUTPUT.slice('<think>'.length);

async function run(
  engine: ReturnType<typeof scriptedEngine>,
  {
    abort,
    request = {},
  }: {
    readonly abort?: { readonly after: number; readonly controller: AbortController };
    readonly request?: Partial<ReasoningRequest>;
  } = {},
): Promise<readonly RunProgress[]> {
  const events: RunProgress[] = [];
  const signal = abort?.controller.signal ?? new AbortController().signal;
  for await (const event of reasonAbout(engine, READING, { ...REQUEST, ...request }, signal)) {
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

/** What does not depend on how the text was cut into tokens. */
function ofTheText(explanation: Explanation | undefined) {
  const meters = explanation?.meters.filter(({ id }) => id !== 'length');
  return { ...explanation, meters, uncertainty: undefined };
}

describe('a run', () => {
  it('gives the same trace and explanation whatever the tokens were', async () => {
    const runs = await Promise.all(
      [1, 3, 17, 1000].map((size) => run(scriptedEngine(tokensOf(SAID, size)))),
    );
    const [first, ...others] = runs.map((events) => finishedOf(events).explanation);
    for (const other of others) expect(ofTheText(other)).toEqual(ofTheText(first));
    expect(first?.answer.diagnosis).toBe('Influenza');
    expect(first?.manifest).toEqual({ ...TEST_MANIFEST, maxTokens: REQUEST.maxTokens });
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
    const events = await run(scriptedEngine(tokensOf(SAID, 5)), {
      abort: { after: 20, controller },
    });
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

  it('reads its meters while it goes, as they are read from the whole trace', async () => {
    const events = await run(scriptedEngine(tokensOf(SAID, 5)));
    const { trace, explanation } = finishedOf(events);
    expect(explanation.meters).toEqual(measureTrace(trace));
    for (const event of events) {
      if (event.type === 'progress') {
        expect(event.meters.map(({ id }) => id)).toEqual(explanation.meters.map(({ id }) => id));
      }
    }
  });

  it('is stopped when it goes in a loop, at the same word whatever came behind it', async () => {
    const stuck = `Step 1: Findings. She has fever.\n${'Wait, let me check the fever again. '.repeat(100)}`;
    const { trace, explanation } = finishedOf(await run(scriptedEngine(tokensOf(stuck, 3))));
    expect(trace.stop).toBe('looped');
    expect(trace.text.length).toBeLessThan(stuck.length / 3);
    expect(explanation.meters).toContainEqual(
      expect.objectContaining({
        id: 'loop',
        state: 'alarm',
        detail: expect.stringContaining('wait, let me'),
      }),
    );
    expect(explanation.answer.reason).toMatch(/repeated itself/);
    expect(explanation.limits.join(' ')).toMatch(/same words again and again/);
    expect(explanationSchema.parse(explanation)).toEqual(explanation);
    const deaf = scriptedEngine(tokensOf(stuck, 3));
    const never = new AbortController().signal;
    const lagging = {
      ...deaf,
      generate: (request: GenerateRequest) => deaf.generate(request, never),
    };
    expect(finishedOf(await run(lagging)).trace.text).toBe(trace.text);
  });

  it('goes on as one longer run would have, and says where it had stopped', async () => {
    const engine = scriptedEngine(tokensOf(SAID, 5));
    const whole = finishedOf(await run(engine));
    let continued = finishedOf(await run(engine, { request: { maxTokens: 20 } }));
    expect(continued.trace.stop).toBe('length');
    for (const maxTokens of [45, REQUEST.maxTokens]) {
      continued = finishedOf(
        await run(engine, { request: { maxTokens, continues: continued.trace } }),
      );
    }
    const { manifest, timings, ...said } = continued.trace;
    expect(manifest).toEqual({ ...whole.trace.manifest, continuedAfter: [20, 45] });
    expect(timings).toEqual({ prefill: 3, decode: 6 });
    expect({ ...whole.trace, ...said }).toEqual(whole.trace);
    expect({ ...continued.explanation, manifest: whole.trace.manifest }).toEqual(whole.explanation);
    expect(traceSchema.parse(continued.trace)).toEqual(continued.trace);
  });

  it('throws when the engine cannot begin', async () => {
    await expect(run(scriptedEngine([], { failsAt: 0 }))).rejects.toThrow(FaultError);
  });
});
