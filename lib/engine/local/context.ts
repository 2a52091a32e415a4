import { PAST, PRESENT, type Session, type SessionTensor, type Tensors } from './session';

/**
 * The tokens that a model has read, with the keys and values it made of them. Feeding more tokens continues from there;
 * rewinding forgets the last ones. It owns its tensors and nothing else does.
 */
export class ModelContext {
  /** How many tokens are prefilled in one run of the graph. */
  readonly chunk: number;
  readonly #session: Session;
  #tokens: number[] = [];
  #cache: Record<string, SessionTensor> = {};
  #ones = new BigInt64Array(0);
  #aligned = 0;

  constructor(session: Session, chunk: number) {
    this.#session = session;
    this.chunk = chunk;
  }

  get tokens(): readonly number[] {
    return this.#tokens;
  }

  /**
   * How many leading tokens were read in whole chunks that began at multiples of `chunk`. Reading the same tokens afresh
   * repeats exactly those runs of the graph, so what they left is the same to the last bit. Tokens read in another
   * grouping differ by rounding.
   */
  get aligned(): number {
    return this.#aligned;
  }

  /** Reads tokens and returns the logits after each of the last `rows` of them, in order. */
  async feed(tokens: readonly number[], rows: number): Promise<Float32Array[]> {
    const inputs = this.#inputsFor(tokens, rows);
    let outputs: Tensors;
    try {
      outputs = await this.#session.run({ ...this.#past(), ...inputs });
    } finally {
      for (const tensor of Object.values(inputs)) tensor.dispose();
    }
    const { logits, ...rest } = outputs;
    try {
      if (logits === undefined) throw new Error('the graph gave no logits');
      const last = await lastRows(logits, rows);
      this.#adopt(rest, tokens);
      return last;
    } catch (error) {
      for (const tensor of Object.values(rest)) tensor.dispose();
      throw error;
    } finally {
      logits?.dispose();
    }
  }

  /** Forgets all but the first `length` tokens. */
  async rewind(length: number): Promise<void> {
    if (length >= this.#tokens.length) return;
    if (length === 0) {
      this.dispose();
      return;
    }
    const shortened: Record<string, SessionTensor> = {};
    try {
      for (const { name, heads, size } of this.#session.cacheInputs) {
        const tensor = this.#cache[name];
        if (tensor === undefined) throw new Error(`the cache ${name} is missing`);
        const values = await tensor.floats();
        const kept = keepPositions(values, heads, size, this.#tokens.length, length);
        shortened[name] = this.#session.floats(kept, [1, heads, length, size]);
      }
    } catch (error) {
      for (const tensor of Object.values(shortened)) tensor.dispose();
      throw error;
    }
    this.#replaceCache(shortened);
    this.#tokens.length = length;
    this.#aligned = Math.min(this.#aligned, length - (length % this.chunk));
  }

  /** Forgets every token and frees the tensors; the context can be used again. */
  dispose(): void {
    this.#replaceCache({});
    this.#tokens = [];
    this.#aligned = 0;
  }

  /**
   * The mask is always spelled out: without it, continuing from a cache is silently wrong in graphs that derive positions
   * from it.
   */
  #inputsFor(tokens: readonly number[], rows: number): Record<string, SessionTensor> {
    const session = this.#session;
    const past = this.#tokens.length;
    const total = past + tokens.length;
    const ids = BigInt64Array.from(tokens, (id) => BigInt(id));
    const inputs: Record<string, SessionTensor> = {
      input_ids: session.integers(ids, [1, tokens.length]),
      attention_mask: session.integers(this.#mask(total), [1, total]),
    };
    if (session.inputNames.includes('position_ids')) {
      const positions = BigInt64Array.from(tokens, (_, index) => BigInt(past + index));
      inputs.position_ids = session.integers(positions, [1, tokens.length]);
    }
    if (session.inputNames.includes('num_logits_to_keep')) {
      // A graph reads 0 as "all of them"; one row is the least it can be asked for.
      inputs.num_logits_to_keep = session.integers(BigInt64Array.of(BigInt(Math.max(1, rows))), []);
    }
    return inputs;
  }

  #mask(length: number): BigInt64Array {
    if (this.#ones.length < length) this.#ones = new BigInt64Array(2 * length).fill(1n);
    return this.#ones.subarray(0, length);
  }

  #past(): Tensors {
    if (this.#tokens.length === 0) {
      for (const { name, heads, size } of this.#session.cacheInputs) {
        this.#cache[name] ??= this.#session.floats(new Float32Array(0), [1, heads, 0, size]);
      }
    }
    return this.#cache;
  }

  #adopt(outputs: Tensors, tokens: readonly number[]): void {
    const next: Record<string, SessionTensor> = {};
    for (const { name } of this.#session.cacheInputs) {
      const tensor = outputs[PRESENT + name.slice(PAST.length)];
      if (tensor === undefined) throw new Error(`the graph gave no new state for ${name}`);
      next[name] = tensor;
    }
    for (const name of Object.keys(outputs)) {
      if (!name.startsWith(PRESENT)) outputs[name]?.dispose();
    }
    this.#replaceCache(next);
    const continues = this.#aligned === this.#tokens.length;
    this.#tokens.push(...tokens);
    if (continues && tokens.length === this.chunk) this.#aligned += this.chunk;
  }

  #replaceCache(next: Record<string, SessionTensor>): void {
    for (const tensor of Object.values(this.#cache)) tensor.dispose();
    this.#cache = next;
  }
}

/** The last `rows` rows of logits `[1, given, vocabulary]`; a graph that cannot keep fewer gives one for every token. */
async function lastRows(logits: SessionTensor, rows: number): Promise<Float32Array[]> {
  const [, given = 0, vocabulary = 0] = logits.dims;
  if (given < rows) throw new Error(`the graph gave ${given} rows of logits instead of ${rows}`);
  const values = await logits.floats();
  return Array.from({ length: rows }, (_, row) => {
    const start = (given - rows + row) * vocabulary;
    return values.subarray(start, start + vocabulary);
  });
}

/** The first `kept` positions of a cache `[1, heads, length, size]`. */
function keepPositions(
  values: Float32Array,
  heads: number,
  size: number,
  length: number,
  kept: number,
): Float32Array {
  const shortened = new Float32Array(heads * kept * size);
  for (let head = 0; head < heads; head += 1) {
    const start = head * length * size;
    shortened.set(values.subarray(start, start + kept * size), head * kept * size);
  }
  return shortened;
}
