import type { Session, SessionTensor, Tensors } from './session';

/**
 * A decoder for tests that does arithmetic instead of attention: the logits after a token depend on every token before it
 * and on where each stands, and the tokens before are known from the cache alone. It counts the tensors that are alive.
 */
export class FakeSession implements Session {
  readonly inputNames = ['input_ids', 'attention_mask', 'position_ids', 'num_logits_to_keep'];
  readonly cacheInputs = [
    { past: 'past_key_values.0.key', present: 'present.0.key', heads: 2, size: 3 },
    { past: 'past_key_values.0.value', present: 'present.0.value', heads: 2, size: 3 },
  ];
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
  readonly #values = new WeakMap<SessionTensor, readonly number[]>();

  constructor(vocabulary: number) {
    this.vocabulary = vocabulary;
    this.logitsAfter = (tokens) => hashedLogits(tokens, vocabulary);
  }

  integers(values: BigInt64Array, dims: readonly number[]): SessionTensor {
    return this.#tensor(Array.from(values, Number), dims);
  }

  floats(values: Float32Array, dims: readonly number[]): SessionTensor {
    return this.#tensor([...values], dims);
  }

  async run(inputs: Tensors): Promise<Tensors> {
    if (this.failure !== undefined) throw this.failure;
    const before = this.#cached(inputs, 'past_key_values.0.key');
    expectSame(before, this.#cached(inputs, 'past_key_values.0.value'), 'key and value differ');
    const ids = this.#read(inputs, 'input_ids');
    const tokens = [...before, ...ids];
    const mask = this.#read(inputs, 'attention_mask');
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
    return {
      logits: this.#tensor(
        rows.flatMap((row) => [...row]),
        [1, keep, this.vocabulary],
      ),
      'present.0.key': this.#cache(tokens),
      'present.0.value': this.#cache(tokens),
    };
  }

  async release(): Promise<void> {
    this.released = true;
  }

  #tensor(values: readonly number[], dims: readonly number[]): SessionTensor {
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

  #valuesOf(tensor: SessionTensor): readonly number[] {
    const values = this.#values.get(tensor);
    if (values === undefined) throw new Error('a tensor was used after it was disposed of');
    return values;
  }

  #read(inputs: Tensors, name: string): readonly number[] {
    const tensor = inputs[name];
    if (tensor === undefined) throw new Error(`the input ${name} is missing`);
    return this.#valuesOf(tensor);
  }

  /** Every element of a token's keys and values is the token. */
  #cache(tokens: readonly number[]): SessionTensor {
    const head = tokens.flatMap((token) => [token, token, token]);
    return this.#tensor([...head, ...head], [1, 2, tokens.length, 3]);
  }

  #cached(inputs: Tensors, name: string): number[] {
    const values = this.#read(inputs, name);
    const half = values.length / 2;
    expectSame(values.slice(0, half), values.slice(half), 'the heads of the cache differ');
    return values.slice(0, half).filter((_, index) => index % 3 === 0);
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
