import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCase } from '@/lib/case/read-case';
import { MODELS, type ModelEntry } from '../catalogue';
import type { ComputedToken, ComputingEngine, GenerateRequest, Sampling } from '../engine';
import { buildEmbeddedPrompt } from '../prompt/embedded';
import { ModelContext } from './context';
import { parseManifest, type SelfTest } from './manifest';
import { openNodeEngine } from './node';
import { sessionOver } from './ort-session';
import { prefill } from './prefill';
import { largestError, TOLERANCE } from './self-test';

const PUBLIC = join(import.meta.dirname, '../../../public');
const GREEDY: Sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 };
const SAMPLED: Sampling = { temperature: 1.2, topK: 0, topP: 0.95, minP: 0, repetitionPenalty: 1 };
const pace = { now: () => 0, pause: async () => undefined };

function embedded(): ModelEntry {
  const entry = MODELS.find((model) => model.id === 'rationale-embedded');
  if (entry === undefined) throw new Error('the catalogue has no embedded model');
  return entry;
}

/** A prompt of the embedded model's form about a person of this age. */
function promptFor(age: number): string {
  const lines = [
    '- fever [1]; chills [1]',
    '- no cough [2]',
    '- chest pain [3]; short of breath [3]',
  ];
  const padding = Array.from(
    { length: age % 7 },
    (_, n) => `- unread: Tired since May. [${n + 4}]`,
  );
  return `<|user|>${age}-year-old woman.\n${[...lines, ...padding].join('\n')}<|end|><|assistant|><think>`;
}

function request(age: number, sampling: Sampling, maxTokens = 40): GenerateRequest {
  const prompt = { text: promptFor(age), prefill: '<think>' };
  return { prompt, sampling, seed: age, maxTokens, alternatives: 3 };
}

async function tokensOf(engine: ComputingEngine, asked: GenerateRequest): Promise<ComputedToken[]> {
  const tokens: ComputedToken[] = [];
  for await (const event of engine.generate(asked, new AbortController().signal)) {
    if (event.type === 'token') tokens.push(event.token);
  }
  return tokens;
}

const ids = (tokens: readonly ComputedToken[]) => tokens.map((token) => token.id);

describe('the embedded model in Node', () => {
  let engine: ComputingEngine;
  beforeAll(async () => {
    engine = await openNodeEngine(embedded());
  });
  afterAll(() => engine.dispose());

  it('says what runs and from which files', () => {
    const { description } = engine;
    expect(description).toMatchObject({ model: 'rationale-embedded', device: 'cpu', threads: 1 });
    expect(description.files.map((file) => file.path)).toContain('onnx/model_quantized.onnx');
    expect(description.deviceReason).toMatch(/^CPU on one thread: .+\.$/);
  });

  it('gives the same tokens and probabilities for one seed, whatever ran before', async () => {
    const other = await openNodeEngine(embedded());
    for (const age of [31, 45, 60]) {
      const again = await tokensOf(other, request(age, SAMPLED));
      expect(await tokensOf(engine, request(age, SAMPLED))).toEqual(again);
      expect(await tokensOf(engine, request(age, SAMPLED))).toEqual(again);
    }
    await other.dispose();
  });

  it('gives a recorded text the log-probabilities it was recorded with', async () => {
    for (const sampling of [GREEDY, SAMPLED]) {
      const recorded = await tokensOf(engine, request(52, sampling, 120));
      const scored = await engine.score(
        {
          prompt: promptFor(52),
          continuation: recorded.map((token) => token.text).join(''),
          tokens: ids(recorded),
          alternatives: 3,
        },
        new AbortController().signal,
      );
      expect(scored).toEqual(recorded);
    }
  });

  it('takes the most probable token at temperature 0', async () => {
    for (const token of await tokensOf(engine, request(40, GREEDY))) {
      expect(token.id).toBe(token.alternatives[0]?.id);
      expect(token.logprob).toBe(token.alternatives[0]?.logprob);
    }
  });

  it('can be stopped and goes on as if it had not been', async () => {
    const whole = await tokensOf(engine, request(70, SAMPLED));
    const stop = new AbortController();
    const seen: string[] = [];
    for await (const event of engine.generate(request(70, SAMPLED), stop.signal)) {
      seen.push(event.type === 'stop' ? event.reason : event.type);
      if (seen.length === 4) stop.abort();
    }
    expect(seen).toEqual(['prompt', 'token', 'token', 'token', 'stopped']);
    expect(await tokensOf(engine, request(70, SAMPLED))).toEqual(whole);
  });

  it('goes on from what was said as one longer run would have, probabilities included', async () => {
    const whole = await tokensOf(engine, request(34, SAMPLED, 90));
    const first = await tokensOf(engine, request(34, SAMPLED, 60));
    const goOn = { ...request(34, SAMPLED, 90), said: ids(first) };
    const asItStands = await tokensOf(engine, goOn);
    await tokensOf(engine, request(70, SAMPLED, 5));
    const readAgain = await tokensOf(engine, goOn);
    expect([...first, ...asItStands]).toEqual(whole);
    expect([...first, ...readAgain]).toEqual(whole);
  });

  it('goes on with a constraint and a repetition penalty as one longer run would have', async () => {
    const reading = readCase({
      text: 'A 34-year-old woman has a fever and chills. She has no cough. She has muscle pain.',
      options: [],
    });
    const prompt = buildEmbeddedPrompt(reading);
    if (!prompt.ok) throw new Error(prompt.fault.message);
    const sampling = { ...SAMPLED, repetitionPenalty: 1.1 };
    const asked = { ...request(34, sampling, 640), prompt: prompt.value };
    const whole = await tokensOf(engine, asked);
    expect(whole.length).toBeGreaterThan(100);
    for (const budget of [60, 61, 97]) {
      const said = whole.slice(0, budget);
      const rest = await tokensOf(engine, { ...asked, said: ids(said) });
      expect([...said, ...rest]).toEqual(whole);
    }
  });

  it('keeps to banned tokens and to choices', async () => {
    const oneOf = [' Pneumonia', ' Acute bronchitis', ' Influenza'];
    const rule = {
      after: ['<think>', '\n'],
      oneOf,
      followedBy: '\n',
      distinct: 'in-text' as const,
    };
    const citations = Array.from({ length: 64 }, (_, n) => [`[${n + 1}]`, ` [${n + 1}]`]);
    const constraint = { bannedTokens: ['[', ' [', ...citations.flat()], choices: [rule] };
    const asked = request(33, SAMPLED, 60);
    const tokens = await tokensOf(engine, { ...asked, prompt: { ...asked.prompt, constraint } });
    const text = tokens.map((token) => token.text).join('');
    expect(text.split('\n').slice(0, 3).sort()).toEqual([...oneOf].sort());
    expect(text).not.toMatch(/\[\d+\]/);
  });

  it('says how long a prompt is and how much fits when it does not', async () => {
    const long = `<|user|>${'The patient coughs. '.repeat(10_000)}<|end|>`;
    const tokens = await engine.countTokens(long);
    const fits = (engine.description.contextLength ?? 0) - embedded().answerTokens;
    const prompt = { text: long, prefill: '' };
    await expect(tokensOf(engine, { ...request(1, GREEDY, 600), prompt })).rejects.toMatchObject({
      fault: {
        code: 'prompt-too-long',
        message: expect.stringMatching(new RegExp(`${tokens} tokens.* ${fits} fit`)),
      },
    });
  });
});

describe('the graph of the embedded model', () => {
  let inference: InferenceSession;
  let selfTest: SelfTest;
  beforeAll(async () => {
    const folder = join(PUBLIC, embedded().folder);
    inference = await InferenceSession.create(join(folder, embedded().graph));
    const manifest = parseManifest(await readFile(join(folder, 'manifest.json'), 'utf8'));
    if (manifest.selfTest === undefined) throw new Error('the manifest has no known answers');
    selfTest = manifest.selfTest;
  });
  afterAll(() => inference.release());

  it('gives the same logits for a prompt in chunks of any size', async () => {
    const session = sessionOver(inference, Tensor);
    const { signal } = new AbortController();
    const logits = async (chunk: number) => {
      const context = new ModelContext(session, chunk);
      const { prompt } = selfTest;
      const options = { rows: prompt.length, signal, pace };
      const rows = await prefill(context, prompt, options);
      context.dispose();
      return rows ?? [];
    };
    const whole = await logits(1024);
    expect(whole).toHaveLength(selfTest.prompt.length);
    for (const chunk of [1, 16, 64]) {
      for (const [row, values] of (await logits(chunk)).entries()) {
        const differences = values.map((value, id) => Math.abs(value - (whole[row]?.[id] ?? 0)));
        expect(Math.max(...differences)).toBeLessThan(1e-3);
      }
    }
  });

  it('gives the known answers, and the self-test sees when it does not', async () => {
    const context = new ModelContext(sessionOver(inference, Tensor), 64);
    expect(await largestError(context, selfTest, pace)).toBeLessThan(1e-3);
    const prompt = selfTest.prompt.with(3, 99);
    const changed = { ...selfTest, prompt };
    expect(await largestError(context, changed, pace)).toBeGreaterThan(TOLERANCE);
  });
});

describe('a model folder that is not as it should be', () => {
  let root: string;
  const path = (file: string) => join(root, embedded().folder, file);
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'rationale-model-'));
  });
  afterAll(() => rm(root, { recursive: true }));

  async function faultAfter(change: () => Promise<void>): Promise<unknown> {
    await cp(join(PUBLIC, embedded().folder), path(''), { recursive: true });
    await change();
    return openNodeEngine(embedded(), { root }).catch((error: unknown) => error);
  }

  it('names the file that is missing', async () => {
    const fault = await faultAfter(() => rm(path('tokenizer.json')));
    expect(fault).toMatchObject({
      fault: { code: 'model-file-missing', message: expect.stringContaining('tokenizer.json') },
    });
  });

  it('names the file of which a byte was changed', async () => {
    const fault = await faultAfter(async () => {
      const graph = await readFile(path(embedded().graph));
      graph[graph.length >> 1] = (graph[graph.length >> 1] ?? 0) ^ 1;
      await writeFile(path(embedded().graph), graph);
    });
    expect(fault).toMatchObject({
      fault: { code: 'model-file-damaged', message: expect.stringContaining(embedded().graph) },
    });
  });

  it('names the file that was cut short', async () => {
    const fault = await faultAfter(() => truncate(path('config.json'), 100));
    expect(fault).toMatchObject({
      fault: { code: 'model-file-damaged', message: expect.stringContaining('config.json') },
    });
  });
});
