import { afterEach, describe, expect, it } from 'vitest';
import { FaultError } from '@/lib/text/outcome';
import type { ModelEntry } from '../catalogue';
import type { ComputingEngine, EngineEvent, GenerateRequest, LoadProgress } from '../engine';
import { engineFailed, fileDamaged } from '../faults';
import { WorkerClient } from './client';
import type { FromWorker, LoadCommand, ToWorker } from './messages';
import { type OpenEngine, serveEngine } from './serve';

const entry: ModelEntry = {
  id: 'test',
  name: 'Test',
  folder: 'models/test',
  graph: 'graph.onnx',
  precision: 'none',
  webgpuFeatures: [],
  mostThreads: 1,
  answerTokens: 1,
};
const command: LoadCommand = { entry, base: 'http://localhost/', device: 'auto' };
const request: GenerateRequest = {
  prompt: { text: 'abc', prefill: '' },
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
  seed: 1,
  maxTokens: 200,
  alternatives: 0,
};

/** An engine that counts upwards, one number a turn of the event loop, until `maxTokens` or the signal. */
function countingEngine(overrides: Partial<ComputingEngine> = {}): ComputingEngine {
  return {
    description: {
      kind: 'local',
      model: 'test',
      revision: '1',
      files: [],
      precision: 'none',
      device: 'wasm',
      threads: 1,
      deviceReason: 'a test',
      contextLength: 10,
      versions: {},
    },
    countTokens: async (text) => text.length,
    async *generate({ maxTokens }, signal) {
      yield { type: 'prompt', tokens: 3 };
      for (let index = 0; index < maxTokens; index += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        if (signal.aborted) break;
        const token = {
          index,
          id: index,
          text: `${index} `,
          logprob: 0,
          alternatives: [],
          entropy: 0,
        };
        yield { type: 'token', token };
      }
      const reason = signal.aborted ? 'stopped' : 'length';
      yield { type: 'stop', reason, timings: { prefill: 0, decode: 0 } };
    },
    score: async () => [],
    dispose: async () => undefined,
    ...overrides,
  };
}

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1, port2 } of channels.splice(0)) {
    port1.close();
    port2.close();
  }
});

/** Both sides, joined by a real message channel, so that every message is cloned as between page and worker. */
function connect(open: OpenEngine, isDeviceGone?: () => Promise<boolean>) {
  const { port1, port2 } = new MessageChannel();
  channels.push({ port1, port2 });
  const toPage: FromWorker[] = [];
  const receive = serveEngine(open, (message) => port2.postMessage(message), isDeviceGone);
  port2.onmessage = ({ data }: MessageEvent<ToWorker>) => receive(data);
  let terminated = false;
  const client = new WorkerClient({
    post: (message) => port1.postMessage(message),
    terminate: () => {
      terminated = true;
    },
  });
  port1.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    toPage.push(data);
    client.receive(data);
  };
  return { client, toPage, isTerminated: () => terminated };
}

async function loaded(engine: ComputingEngine) {
  const ends = connect(async () => ({ ok: true, engine }));
  const reply = await ends.client.load(command, () => undefined);
  if (reply.type !== 'loaded') throw new Error('the engine was refused');
  return { ...ends, engine: ends.client.engine(reply) };
}

async function collect(events: AsyncIterable<EngineEvent>): Promise<EngineEvent[]> {
  const collected: EngineEvent[] = [];
  for await (const event of events) collected.push(event);
  return collected;
}

const live = () => new AbortController().signal;

describe('page and worker', () => {
  it('load a model, with progress and a description', async () => {
    const progress: LoadProgress[] = [];
    const { client } = connect(async (_, onProgress) => {
      onProgress({ phase: 'files', loaded: 1, total: 2, file: 'config.json' });
      onProgress({ phase: 'graph', loaded: 0, total: 1 });
      return { ok: true, engine: countingEngine() };
    });
    const reply = await client.load(command, (report) => progress.push(report));
    expect(reply).toMatchObject({ type: 'loaded', description: { model: 'test' } });
    expect(progress.map(({ phase }) => phase)).toEqual(['files', 'graph']);
  });

  it('carry a refusal of WebGPU back', async () => {
    const { client } = connect(async () => ({ ok: false, webgpuRefused: 'wrong numbers' }));
    expect(await client.load(command, () => undefined)).toMatchObject({
      type: 'webgpu-refused',
      why: 'wrong numbers',
    });
  });

  it('carry faults as they are', async () => {
    const fault = fileDamaged('tokenizer.json', 'it is torn');
    const { client } = connect(async () => {
      throw new FaultError(fault);
    });
    const error = await client.load(command, () => undefined).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FaultError);
    expect(error).toMatchObject({ fault });
    const { client: unloaded } = connect(async () => ({ ok: true, engine: countingEngine() }));
    const early = unloaded.engine(countingEngine());
    await expect(early.countTokens('a')).rejects.toMatchObject({
      fault: { code: 'engine-failed' },
    });
  });

  it('tell of a device that is gone, whatever the run-time says of it', async () => {
    const failing = countingEngine({
      score: () => Promise.reject(new Error('the graph gave no logits')),
    });
    const { client } = connect(
      async () => ({ ok: true, engine: failing }),
      async () => true,
    );
    await client.load(command, () => undefined);
    const scoring = client
      .engine(failing)
      .score({ prompt: 'a', continuation: 'b', alternatives: 0 }, live());
    await expect(scoring).rejects.toMatchObject({ fault: { code: 'device-lost' } });
  });

  it('stream every event in order, the first token by itself and the others in batches', async () => {
    const direct = await collect(countingEngine().generate(request, live()));
    const { engine, toPage } = await loaded(countingEngine());
    expect(await collect(engine.generate(request, live()))).toEqual(direct);
    const batches = toPage.flatMap((message) =>
      message.type === 'events' ? [message.events.map((event) => event.type)] : [],
    );
    expect(batches.slice(0, 2)).toEqual([['prompt'], ['token']]);
    expect(batches.length).toBeLessThan(direct.length);
  });

  it('keep several requests apart', async () => {
    const { engine } = await loaded(countingEngine());
    const [first, count, second] = await Promise.all([
      collect(engine.generate({ ...request, maxTokens: 5 }, live())),
      engine.countTokens('four'),
      collect(engine.generate({ ...request, maxTokens: 9 }, live())),
    ]);
    expect([first.length, count, second.length]).toEqual([7, 4, 11]);
  });

  it('stop a run when its signal says so', async () => {
    const { engine } = await loaded(countingEngine());
    const stop = new AbortController();
    const events: EngineEvent[] = [];
    for await (const event of engine.generate({ ...request, maxTokens: 1e9 }, stop.signal)) {
      events.push(event);
      if (event.type === 'token') stop.abort();
    }
    expect(events.at(-1)).toMatchObject({ type: 'stop', reason: 'stopped' });
  });

  it('stop a run that the page leaves, and one that was aborted before it began', async () => {
    let running = 0;
    const counting = countingEngine();
    const { engine } = await loaded({
      ...counting,
      async *generate(asked, signal) {
        running += 1;
        try {
          yield* counting.generate(asked, signal);
        } finally {
          running -= 1;
        }
      },
    });
    const endless = { ...request, maxTokens: 1e9 };
    for await (const event of engine.generate(endless, live())) {
      if (event.type === 'token') break;
    }
    const aborted = await collect(engine.generate(endless, AbortSignal.abort()));
    expect(aborted.map((event) => event.type)).toEqual(['prompt', 'stop']);
    expect(await engine.countTokens('x')).toBe(1);
    await expect.poll(() => running).toBe(0);
  });

  it('end a score that was aborted with the reason of its signal', async () => {
    const { engine } = await loaded(
      countingEngine({
        score: (_, signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason));
          }),
      }),
    );
    const stop = new AbortController();
    const scoring = engine.score({ prompt: 'a', continuation: 'b', alternatives: 0 }, stop.signal);
    stop.abort(new Error('enough'));
    await expect(scoring).rejects.toThrow('enough');
  });

  it('fail whatever waits when the worker crashes, and whatever is asked afterwards', async () => {
    const { engine, client, isTerminated } = await loaded(countingEngine());
    const running = collect(engine.generate({ ...request, maxTokens: 1e9 }, live()));
    client.crash(engineFailed('running its worker', 'out of memory'));
    await expect(running).rejects.toMatchObject({
      fault: { code: 'engine-failed', message: expect.stringContaining('out of memory') },
    });
    await expect(engine.countTokens('a')).rejects.toThrow('out of memory');
    expect(isTerminated()).toBe(true);
  });
});
