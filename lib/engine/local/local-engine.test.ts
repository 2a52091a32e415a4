import { describe, expect, it } from 'vitest';
import type { ComputingEngine, EngineDescription, GenerateRequest } from '../engine';
import { ModelContext } from './context';
import { FakeSession } from './fake-session';
import { createLocalEngine } from './local-engine';

const description: EngineDescription = {
  kind: 'local',
  model: 'test',
  revision: '1',
  files: [],
  precision: 'none',
  device: 'cpu',
  threads: 1,
  deviceReason: 'a test',
  contextLength: 50,
  versions: {},
};

const request: GenerateRequest = {
  prompt: { text: 'abc', prefill: '' },
  sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
  seed: 2,
  maxTokens: 6,
  alternatives: 0,
};

function openEngine() {
  const session = new FakeSession(128);
  const tokenizer = {
    ids: [...Array(128).keys()],
    bytesOf: (id: number) => Uint8Array.of(id),
    textOf: (id: number) => String.fromCharCode(id),
    encode: (text: string) => [...text].map((character) => character.charCodeAt(0)),
  };
  const model = {
    context: new ModelContext(session, 4),
    tokenizer,
    endTokens: new Set([0]),
    contextLength: 50,
    answerTokens: 8,
    pace: { now: () => 0, pause: () => new Promise<void>((resolve) => setImmediate(resolve)) },
  };
  return { session, engine: createLocalEngine(model, session, description) };
}

async function run(engine: ComputingEngine, seed = 2): Promise<number[]> {
  const ids: number[] = [];
  for await (const event of engine.generate({ ...request, seed }, new AbortController().signal)) {
    if (event.type === 'token') ids.push(event.token.id);
  }
  return ids;
}

describe('a local engine', () => {
  it('gives overlapping runs what each gives alone', async () => {
    const alone = [await run(openEngine().engine, 2), await run(openEngine().engine, 3)];
    const { engine } = openEngine();
    const scoring = { prompt: 'abc', continuation: 'de', alternatives: 0 };
    const [first, scores, second] = await Promise.all([
      run(engine, 2),
      engine.score(scoring, new AbortController().signal),
      run(engine, 3),
    ]);
    expect([first, second]).toEqual(alone);
    expect(scores).toHaveLength(2);
  });

  it('frees the way for the next run when one is left early', async () => {
    const { engine } = openEngine();
    for await (const event of engine.generate(request, new AbortController().signal)) {
      if (event.type === 'token') break;
    }
    expect(await run(engine)).toEqual(await run(openEngine().engine));
  });

  it('says what failed, frees everything and can be used again', async () => {
    const { session, engine } = openEngine();
    await run(engine);
    session.failure = new Error('bad allocation');
    await expect(run(engine, 9)).rejects.toMatchObject({
      fault: { code: 'engine-failed', message: expect.stringContaining('bad allocation') },
    });
    expect(session.live).toBe(0);
    session.failure = new Error('A valid external Instance reference: device is lost');
    await expect(run(engine)).rejects.toMatchObject({ fault: { code: 'device-lost' } });
    session.failure = undefined;
    expect(await run(engine)).toEqual(await run(openEngine().engine));
  });

  it('counts tokens', async () => {
    expect(await openEngine().engine.countTokens('abcde')).toBe(5);
  });

  it('releases its session once, after the run that is going on', async () => {
    const { session, engine } = openEngine();
    const running = run(engine);
    await Promise.all([engine.dispose(), engine.dispose()]);
    expect(await running).toHaveLength(request.maxTokens);
    expect(session.released).toBe(true);
    expect(session.live).toBe(0);
    await expect(run(engine)).rejects.toMatchObject({ fault: { code: 'engine-failed' } });
  });

  it('holds no more tensors after 50 runs than after one', async () => {
    const { session, engine } = openEngine();
    const held = new Set<number>();
    for (let seed = 1; seed <= 50; seed += 1) {
      await run(engine, seed);
      held.add(session.live);
    }
    expect([...held]).toEqual([session.cacheInputs.length]);
    await engine.dispose();
    expect(session.live).toBe(0);
  });
});
