import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelContext } from './context';
import { FakeSession } from './fake-session';
import { prefill } from './prefill';

const pace = { now: () => 0, pause: async () => undefined };
const { signal } = new AbortController();
const texts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 24 });

function read(context: ModelContext, tokens: readonly number[], rows: number) {
  return prefill(context, tokens, { rows, signal, pace });
}

describe('reading a prompt', () => {
  it('gives the same logits in chunks of any size, continued from any other prompt, as afresh', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(texts, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(),
        fc.boolean(),
        async (prompts, chunk, some, appends) => {
          const session = new FakeSession(5, { appends });
          const context = new ModelContext(session, chunk);
          for (const tokens of prompts) {
            const rows = 1 + (some % tokens.length);
            const logits = await read(context, tokens, rows);
            const expected = Array.from({ length: rows }, (_, row) =>
              session.logitsAfter(tokens.slice(0, tokens.length - rows + row + 1)),
            );
            expect(logits).toEqual(expected);
            expect(context.tokens).toEqual(tokens);
          }
          context.dispose();
          expect(session.live).toBe(0);
        },
      ),
    );
  });

  it('repeats the runs of a fresh reading', async () => {
    const session = new FakeSession(5);
    const context = new ModelContext(session, 4);
    await read(context, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1], 1);
    expect(session.runs.splice(0)).toEqual([4, 4, 2]);
    await context.feed([2], 1);
    await context.feed([3], 1);
    session.runs.length = 0;
    // Twelve tokens agree, but the last four were not read in one run.
    await read(context, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 0], 1);
    expect(session.runs).toEqual([4, 1]);
  });

  it('asks for no more logits than it needs', async () => {
    const session = new FakeSession(5);
    await read(new ModelContext(session, 4), [1, 2, 3, 4, 5, 6, 7, 8, 9], 3);
    expect(session.kept).toEqual([1, 2, 1]);
  });

  it('stops between chunks when the signal is aborted', async () => {
    const session = new FakeSession(5);
    const context = new ModelContext(session, 2);
    const stop = new AbortController();
    const stopping = {
      now: () => 0,
      pause: async () => {
        if (session.runs.length === 2) stop.abort();
      },
    };
    const options = { rows: 1, signal: stop.signal, pace: stopping };
    expect(await prefill(context, [1, 2, 3, 4, 5, 6, 7], options)).toBeUndefined();
    expect(context.tokens).toEqual([1, 2, 3, 4]);
    expect(await read(context, [1, 2, 3, 4, 5], 1)).toEqual([session.logitsAfter([1, 2, 3, 4, 5])]);
  });
});

describe('a context', () => {
  it('has room for more than a cache of the graph grows by, and gives it back', async () => {
    const session = new FakeSession(5, { appends: true });
    const context = new ModelContext(session, 100);
    const long = Array.from({ length: 150 }, (_, index) => index % 5);
    await read(context, long, 1);
    for (let more = 0; more < 80; more += 1) await context.feed([more % 5], 1);
    expect(await read(context, [...long.slice(0, 100), 4], 1)).toEqual([
      session.logitsAfter([...long.slice(0, 100), 4]),
    ]);
    expect(session.live).toBe(session.cacheInputs.length);
    context.dispose();
    expect(session.live).toBe(0);
  });

  it.each([false, true])(
    'frees its inputs and keeps what it had when a run fails',
    async (appends) => {
      const session = new FakeSession(5, { appends });
      const context = new ModelContext(session, 4);
      await context.feed([1, 2], 1);
      const held = session.live;
      session.failure = new Error('out of memory');
      await expect(context.feed([3], 1)).rejects.toThrow('out of memory');
      expect(session.live).toBe(held);
      session.failure = undefined;
      expect(await context.feed([3], 1)).toEqual([session.logitsAfter([1, 2, 3])]);
      context.dispose();
      expect(session.live).toBe(0);
    },
  );

  it.each([false, true])('frees the outputs of a run that gave the wrong ones', async (appends) => {
    const session = new FakeSession(5, { appends });
    const context = new ModelContext(session, 4);
    const run = session.run.bind(session);
    session.run = async (inputs) => {
      const outputs = await run(inputs);
      const missing = session.cacheInputs[1]?.present ?? '';
      outputs[missing]?.dispose();
      return Object.fromEntries(Object.entries(outputs).filter(([name]) => name !== missing));
    };
    await expect(context.feed([1], 1)).rejects.toThrow('past_key_values.0.value');
    context.dispose();
    expect(session.live).toBe(0);
  });
});
