import type { CacheInput, Session, SessionTensor, Tensors } from './session';

/**
 * A decoder for tests that does arithmetic instead of attention: the logits after a token depend on every token before it
 * and on where each stands, and the tokens before are known from the cache alone. It counts the tensors that are alive. Its
 * runs give the whole cache, or only the positions that they added to it.
 */
export class FakeSession implements Session {
  readonly inputNames = ['input_ids', 'attention_mask', 'position_ids', 'num_logits_to_keep'];
  readonly cacheInputs: readonly CacheInput[];
  readonly appends: boolean;
  readonly cacheType = 'float32';
  readonly vocabulary: number;
  /** Tokens in each run of the graph. */
  readonly runs: number[] = [];
  /** Rows of logits asked for in each run. */
  readonly kept: number[] = [];
  live = 0;
  released = false;
  /** Makes the next runs fail. */
  failure: Error | undefined;
  /** Logits, for a test that needs to say which token comes. */
  logitsAfter: (tokens: readonly number[]) => Float32Array;
  readonly #values = new WeakMap<SessionTensor, ArrayLike<number>>();

  constructor(vocabulary: number, { appends = false } = {}) {
    this.vocabulary = vocabulary;
    this.appends = appends;
    this.cacheInputs = ['0.key', '0.value'].map((part) => ({
      past: `past_key_values.${part}`,
      present: `${appends ? 'appended' : 'present'}.${part}`,
      heads: 2,
      size: 3,
    }));
    this.logitsAfter = (tokens) => hashedLogits(tokens, vocabulary);
  }

  integers(values: BigInt64Array, dims: readonly number[]): SessionTensor {
    return this.#tensor(Array.from(values, Number), dims);
  }

  floats(values: Float32Array, dims: readonly number[]): SessionTensor {
    return this.#tensor(values, dims);
  }

  async run(inputs: Tensors): Promise<Tensors> {
    if (this.failure !== undefined) throw this.failure;
    const ids = this.#read(inputs, 'input_ids');
    const mask = this.#read(inputs, 'attention_mask');
    const length = this.appends ? mask.length - ids.length : undefined;
    const before = this.#cached(inputs, 'past_key_values.0.key', length);
    const values = this.#cached(inputs, 'past_key_values.0.value', length);
    expectSame(before, values, 'key and value differ');
    const tokens = [...before, ...ids];
    expectSame(
      mask,
      tokens.map(() => 1),
      'the mask does not cover cache and input',
    );
    const positions = ids.map((_, index) => before.length + index);
    expectSame(this.#read(inputs, 'position_ids'), positions, 'positions are wrong');
    const [keep = 0] = this.#read(inputs, 'num_logits_to_keep');
    this.runs.push(ids.length);
    this.kept.push(keep);
    const rows = Array.from({ length: keep }, (_, row) =>
      this.logitsAfter(tokens.slice(0, tokens.length - keep + row + 1)),
    );
    const logits = rows.flatMap((row) => [...row]);
    const outputs: Record<string, SessionTensor> = {
      logits: this.#tensor(logits, [1, keep, this.vocabulary]),
    };
    for (const { present } of this.cacheInputs) {
      outputs[present] = this.#cache(this.appends ? ids : tokens);
    }
    return outputs;
  }

  async release(): Promise<void> {
    this.released = true;
  }

  #tensor(values: ArrayLike<number>, dims: readonly number[]): SessionTensor {
    const size = dims.reduce((product, length) => product * length, 1);
    if (size !== values.length) throw new Error(`${values.length} values for the shape ${dims}`);
    this.live += 1;
    const tensor: SessionTensor = {
      dims,
      floats: async () => Float32Array.from(this.#valuesOf(tensor)),
      dispose: () => {
        this.#valuesOf(tensor);
        this.#values.delete(tensor);
        this.live -= 1;
      },
    };
    this.#values.set(tensor, values);
    return tensor;
  }

  #valuesOf(tensor: SessionTensor): ArrayLike<number> {
    const values = this.#values.get(tensor);
    if (values === undefined) throw new Error('a tensor was used after it was disposed of');
    return values;
  }

  #read(inputs: Tensors, name: string): readonly number[] {
    const tensor = inputs[name];
    if (tensor === undefined) throw new Error(`the input ${name} is missing`);
    return Array.from(this.#valuesOf(tensor));
  }

  /** Every element of a token's keys and values is the token. */
  #cache(tokens: readonly number[]): SessionTensor {
    const head = tokens.flatMap((token) => [token, token, token]);
    return this.#tensor([...head, ...head], [1, 2, tokens.length, 3]);
  }

  /** The first `length` tokens of a part of the cache, or all of them; what stands after them may be anything. */
  #cached(inputs: Tensors, name: string, length?: number): number[] {
    const values = this.#read(inputs, name);
    const half = values.length / 2;
    const end = length === undefined ? half : 3 * length;
    if (end > half) throw new Error(`the cache has no ${length} positions`);
    const head = values.slice(0, end);
    expectSame(head, values.slice(half, half + end), 'the heads of the cache differ');
    return head.filter((_, index) => index % 3 === 0);
  }
}

function expectSame(found: readonly number[], expected: readonly number[], what: string): void {
  if (found.join() !== expected.join()) throw new Error(`${what}: [${found}] and [${expected}]`);
}

function hashedLogits(tokens: readonly number[], vocabulary: number): Float32Array {
  let state = 17;
  for (const token of tokens) state = (Math.imul(state, 31) + token + 1) % 65_521;
  return Float32Array.from({ length: vocabulary }, (_, id) => 3 * Math.sin(state * (id + 1)));
}
