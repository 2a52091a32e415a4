import { afterEach, describe, expect, it } from 'vitest';
import { FaultError } from '@/lib/text/outcome';
import type { ModelEntry } from '../catalogue';
import type { ComputingEngine, EngineDescription, EngineEvent, GenerateRequest } from '../engine';
import { workerDied } from '../faults';
import { WorkerClient } from './client';
import { ModelContext } from './context';
import { FakeSession } from './fake-session';
import { createLocalEngine } from './local-engine';
import type { FromWorker, LoadCommand, ToWorker } from './messages';
import { createRestartingEngine } from './restarting-engine';
import { serveEngine } from './serve';

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
const description: EngineDescription = {
  kind: 'local',
  model: 'test',
  revision: '1',
  files: [],
  precision: 'none',
  device: 'webgpu',
  threads: 1,
  deviceReason: 'WebGPU for a test.',
  contextLength: 400,
  versions: {},
};
const PROMPT = 'a prompt of some length';
const request: GenerateRequest = {
  prompt: { text: PROMPT, prefill: '' },
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
  seed: 1,
  maxTokens: 12,
  alternatives: 1,
};
const CHUNK = 8;
/** Runs of the graph that the prompt takes. */
const PREFILL_RUNS = Math.ceil(PROMPT.length / CHUNK);

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1, port2 } of channels.splice(0)) {
    port1.close();
    port2.close();
  }
});

/** A session that fails with some words at one of its runs. */
class FailingSession extends FakeSession {
  readonly #at: number;
  readonly #words: string;
  constructor(at: number, words: string) {
    super(256);
    this.#at = at;
    this.#words = words;
  }
  override async run(inputs: Parameters<FakeSession['run']>[0]) {
    if (this.runs.length === this.#at) this.failure = new Error(this.#words);
    return super.run(inputs);
  }
}

/** The real decode loop over a session, in a worker's place behind a real message channel. */
async function startWorker(session: FakeSession, described = description) {
  const { port1, port2 } = new MessageChannel();
  channels.push({ port1, port2 });
  const model = {
    context: new ModelContext(session, CHUNK),
    tokenizer: {
      encode: (text: string) => Array.from(text, (character) => character.charCodeAt(0) % 256),
      bytesOf: (id: number) => Uint8Array.of(id % 128),
      textOf: (id: number) => String.fromCharCode(id % 128),
      ids: Array.from({ length: 256 }, (_, id) => id),
    },
    endTokens: new Set([999]),
    contextLength: 400,
    answerTokens: 1,
    pace: { now: () => 0, pause: async () => undefined },
  };
  const receive = serveEngine(
    async () => ({ ok: true, engine: createLocalEngine(model, session, described) }),
    (message) => port2.postMessage(message),
  );
  let terminated = false;
  port2.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    if (!terminated) receive(data);
  };
  const client = new WorkerClient({
    post: (message) => port1.postMessage(message),
    terminate: () => {
      terminated = true;
    },
  });
  port1.onmessage = ({ data }: MessageEvent<FromWorker>) => client.receive(data);
  const reply = await client.load(command, () => undefined);
  if (reply.type !== 'loaded') throw new Error('the engine was refused');
  return { client, engine: client.engine(reply), isTerminated: () => terminated };
}

/** An engine whose first worker fails, and every later one works. */
async function failingAt(run: number, words: string, smaller?: string) {
  const first = await startWorker(new FailingSession(run, words));
  let opened = 0;
  const engine = createRestartingEngine(first.engine, {
    open: async () => {
      opened += 1;
      return (await startWorker(new FakeSession(256))).engine;
    },
    ...(smaller !== undefined && { smaller }),
  });
  return { engine, first, opened: () => opened };
}

async function outcomeOf(engine: ComputingEngine, asked = request) {
  const events: EngineEvent[] = [];
  try {
    for await (const event of engine.generate(asked, new AbortController().signal)) {
      events.push(event);
    }
    return { tokens: tokensIn(events), fault: undefined };
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return { tokens: tokensIn(events), fault: error.fault };
  }
}

function tokensIn(events: readonly EngineEvent[]): readonly number[] {
  return events.flatMap((event) => (event.type === 'token' ? [event.token.id ?? -1] : []));
}

const LOST = 'WebGPU: Device was lost. Reason: destroyed';

describe('an engine whose worker fails', () => {
  it.each([
    ['during prefill', 1, 0],
    ['during decode', PREFILL_RUNS + 4, 5],
  ])(
    'keeps what was said %s, ends the worker and works again when it is asked next',
    async (_, at, said) => {
      const whole = await outcomeOf((await startWorker(new FakeSession(256))).engine);
      expect(whole).toMatchObject({ tokens: { length: 12 }, fault: undefined });
      const { engine, first, opened } = await failingAt(at, LOST);
      const broken = await outcomeOf(engine);
      expect(broken.fault?.code).toBe('device-lost');
      expect(broken.tokens).toEqual(whole.tokens.slice(0, said));
      expect(first.isTerminated()).toBe(true);
      expect(opened()).toBe(0);
      expect(await outcomeOf(engine)).toEqual(whole);
      expect(await outcomeOf(engine)).toEqual(whole);
      expect(opened()).toBe(1);
    },
  );

  it('works again after a device that was lost while a text was scored', async () => {
    const { engine, opened } = await failingAt(PREFILL_RUNS + 1, LOST);
    const asked = { prompt: PROMPT, continuation: 'abcdef', alternatives: 1 };
    const { signal } = new AbortController();
    await expect(engine.score(asked, signal)).rejects.toMatchObject({
      fault: { code: 'device-lost' },
    });
    expect(await engine.score(asked, signal)).toHaveLength(6);
    expect(opened()).toBe(1);
  });

  it.each([
    ['std::bad_alloc', 'out-of-memory'],
    ['Array buffer allocation failed', 'out-of-memory'],
    ['Failed to allocate memory for buffer of size 512', 'out-of-memory'],
    ['failed to call OrtRun(). ERROR_CODE: 1, ERROR_MESSAGE: Non-zero status code', 'run-failed'],
    ['memory access out of bounds', 'run-failed'],
    ['GPUDevice lost: DXGI_ERROR_DEVICE_HUNG', 'device-lost'],
    ['map_async_result.status == wgpu::MapAsyncStatus::Success was false', 'device-lost'],
  ])('tells "%s" as %s, and names what is smaller', async (words, code) => {
    const { engine } = await failingAt(PREFILL_RUNS, words, 'Qwen3 0.6B (q4)');
    const { fault } = await outcomeOf(engine);
    expect(fault?.code).toBe(code);
    expect(fault?.remedy).toContain('Qwen3 0.6B (q4) needs less memory');
  });

  it('keeps a worker whose fault leaves it whole', async () => {
    const { engine, first, opened } = await failingAt(99, 'never');
    const tooLong = { ...request, prompt: { text: 'x'.repeat(500), prefill: '' } };
    expect((await outcomeOf(engine, tooLong)).fault?.code).toBe('prompt-too-long');
    expect((await outcomeOf(engine)).fault).toBeUndefined();
    expect([first.isTerminated(), opened()]).toEqual([false, 0]);
  });

  it('fails every request that a dead worker leaves open, and starts one worker for all that follow', async () => {
    const { engine, first, opened } = await failingAt(99, 'never');
    const endless = { ...request, maxTokens: 300 };
    const running = [outcomeOf(engine, endless), outcomeOf(engine, endless)];
    await new Promise((resolve) => setTimeout(resolve, 5));
    first.client.crash(workerDied('Uncaught RangeError: something odd'));
    for (const { fault } of await Promise.all(running)) expect(fault?.code).toBe('run-failed');
    const again = await Promise.all([outcomeOf(engine), outcomeOf(engine)]);
    expect(again.map(({ fault }) => fault)).toEqual([undefined, undefined]);
    expect(opened()).toBe(1);
  });

  it('replaces without a word a worker that died while nothing ran', async () => {
    const { engine, first, opened } = await failingAt(99, 'never');
    expect((await outcomeOf(engine)).fault).toBeUndefined();
    first.client.crash(workerDied('the browser ended it'));
    const again = await Promise.all([outcomeOf(engine), outcomeOf(engine)]);
    expect(again.map(({ fault }) => fault)).toEqual([undefined, undefined]);
    expect(opened()).toBe(1);
  });

  it('tells once that the device did not come back, and then works on the other one', async () => {
    const first = await startWorker(new FailingSession(0, LOST));
    const wasm = {
      ...description,
      device: 'wasm',
      deviceReason: 'WebAssembly on one thread.',
    } as const;
    const engine = createRestartingEngine(first.engine, {
      open: async () => (await startWorker(new FakeSession(256), wasm)).engine,
    });
    expect((await outcomeOf(engine)).fault?.code).toBe('device-lost');
    const told = await outcomeOf(engine);
    expect(told.fault?.message).toContain('WebAssembly on one thread');
    expect(engine.description.device).toBe('wasm');
    expect((await outcomeOf(engine)).fault).toBeUndefined();
  });

  it('tries again to open after it could not be opened', async () => {
    const first = await startWorker(new FailingSession(0, LOST));
    let tries = 0;
    const engine = createRestartingEngine(first.engine, {
      open: async () => {
        tries += 1;
        if (tries === 1) throw new FaultError(workerDied('not yet'));
        return (await startWorker(new FakeSession(256))).engine;
      },
    });
    await outcomeOf(engine);
    expect((await outcomeOf(engine)).fault?.code).toBe('run-failed');
    expect((await outcomeOf(engine)).fault).toBeUndefined();
  });

  it('can be asked nothing more once it was disposed of', async () => {
    const { engine, first } = await failingAt(99, 'never');
    await engine.dispose();
    expect(first.isTerminated()).toBe(true);
    expect((await outcomeOf(engine)).fault?.message).toContain('disposed');
  });
});
