import { describe, expect, it } from 'vitest';
import type { ModelEntry } from '../catalogue';
import { ModelContext } from './context';
import { FakeSession } from './fake-session';
import { loadModel } from './load-model';
import type { ModelSource } from './model-files';
import { answersOf } from './self-test';

const VOCABULARY = 256;
const pace = { now: () => 0, pause: async () => undefined };
const entry: ModelEntry = {
  id: 'test',
  name: 'Test',
  folder: '',
  graph: 'onnx/model.onnx',
  precision: 'fp32',
  webgpuFeatures: ['shader-f16'],
  mostThreads: 1,
  answerTokens: 8,
};

/** A byte-level vocabulary of printable characters, with a space. */
const vocabulary = Object.fromEntries(
  ['Ġ', ...Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))].map(
    (piece, id) => [piece, id],
  ),
);

const FILES: Readonly<Record<string, unknown>> = {
  'config.json': { num_hidden_layers: 1, max_position_embeddings: 99, eos_token_id: [250, 251] },
  'generation_config.json': { do_sample: true, temperature: 0.6, top_k: 20 },
  'tokenizer.json': {
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, use_regex: false },
    post_processor: null,
    decoder: { type: 'ByteLevel' },
    model: { type: 'BPE', vocab: vocabulary, merges: [] },
  },
  'tokenizer_config.json': {},
  'onnx/model.onnx': 'a graph',
};

function source(changes: Readonly<Record<string, unknown>> = {}): ModelSource {
  const files = { ...FILES, ...changes };
  return {
    read: async (path) => new TextEncoder().encode(JSON.stringify(files[path])),
    files: Object.keys(files)
      .filter((path) => files[path] !== undefined)
      .map((path) => ({ path })),
  };
}

function load({
  session = new FakeSession(VOCABULARY),
  other,
  from = source(),
}: {
  session?: FakeSession;
  other?: FakeSession;
  from?: ModelSource;
} = {}) {
  return loadModel({
    entry,
    source: from,
    openSession: async () => session,
    ...(other && { openOther: async () => other }),
    chunks: [64, 16],
    pace,
    onProgress: () => undefined,
  });
}

/** A session that goes wrong as some adapters do: in every run of 32 tokens or more. */
class WrongInLongRuns extends FakeSession {
  override async run(inputs: Parameters<FakeSession['run']>[0]) {
    const right = this.logitsAfter;
    if ((inputs.input_ids?.dims[1] ?? 0) >= 32) {
      this.logitsAfter = (tokens) => right(tokens).map((logit) => logit + tokens.length);
    }
    try {
      return await super.run(inputs);
    } finally {
      this.logitsAfter = right;
    }
  }
}

describe('loading a model that nobody has published answers of', () => {
  it('takes context, ends and sampling from its files', async () => {
    const loaded = await load();
    expect(loaded).toMatchObject({
      ok: true,
      model: { contextLength: 99, endTokens: new Set([250, 251]) },
      configuration: {
        sampling: { temperature: 0.6, topK: 20, topP: 1, minP: 0, repetitionPenalty: 1 },
      },
      contents: { precision: 'fp32', revision: expect.stringMatching(/^[0-9a-f]{12}$/) },
    });
    if (loaded.ok) expect(loaded.checked).toMatch(/^Nobody has published.*token by token/);
  });

  it('reads in shorter runs where longer ones disagree with reading token by token', async () => {
    const wrong = await load({ session: new WrongInLongRuns(VOCABULARY) });
    expect(wrong.ok && wrong.model.context.chunk).toBe(16);
    const right = await load();
    expect(right.ok && right.model.context.chunk).toBe(64);
  });

  it('holds it against the other way to compute, which is released again', async () => {
    const other = new FakeSession(VOCABULARY);
    const loaded = await load({ other });
    expect(loaded.ok && loaded.checked).toContain('agrees with the processor');
    expect([other.released, other.live]).toEqual([true, 0]);
  });

  it('refuses what the other way contradicts, or what gives no numbers', async () => {
    const session = new FakeSession(VOCABULARY);
    const other = new FakeSession(VOCABULARY);
    other.logitsAfter = (tokens) => session.logitsAfter(tokens).map((logit) => logit + 0.02);
    const loaded = await load({ session, other });
    expect(loaded).toMatchObject({ ok: false });
    expect(session.released).toBe(true);
    const broken = new FakeSession(VOCABULARY);
    broken.logitsAfter = () => new Float32Array(VOCABULARY).fill(Number.NaN);
    await expect(load({ session: broken })).rejects.toThrow('no numbers');
    expect(broken.released).toBe(true);
  });

  it('says which file lacks what', async () => {
    const changes: readonly [string, unknown, RegExp][] = [
      ['config.json', { eos_token_id: 1 }, /config\.json.*num_hidden_layers/],
      ['config.json', { num_hidden_layers: 1, eos_token_id: 1 }, /max_position_embeddings/],
      ['config.json', { num_hidden_layers: 1, max_position_embeddings: 9 }, /eos_token_id/],
      ['tokenizer.json', { decoder: { type: 'WordPiece' } }, /tokenizer\.json.*alphabet/],
      ['tokenizer_config.json', { chat_template: '{% if %}' }, /tokenizer_config\.json/],
    ];
    for (const [path, content, words] of changes) {
      await expect(load({ from: source({ [path]: content }) })).rejects.toThrow(words);
    }
  });
});

describe('answers of a context', () => {
  it('are those that it would be held to', async () => {
    const context = new ModelContext(new FakeSession(VOCABULARY), 8);
    const prompt = Array.from({ length: 20 }, (_, index) => index);
    const answers = await answersOf(context, prompt, { steps: 3, tolerance: 0.5, pace });
    expect(answers).toMatchObject({ prompt, tokens: { length: 3 }, tolerance: 0.5 });
    expect(answers.logits.map((row) => row.length)).toEqual([16, 16, 16]);
    expect(answers.tokens).toEqual(answers.logits.map((row) => row[0]?.[0]));
  });
});
