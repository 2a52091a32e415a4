import type { Session, SessionTensor, Tensors } from './session';

/**
 * The tokens that a model has read, with the keys and values it made of them. Feeding more tokens continues from there;
 * rewinding forgets the last ones. It owns its tensors and nothing else does.
 */
export class ModelContext {
  /** How many tokens are prefilled in one run of the graph. */
  readonly chunk: number;
  readonly #session: Session;
  #tokens: number[] = [];
  /** One tensor for each cache input of the session, in its order. */
  #cache: readonly SessionTensor[] = [];
  #ones = new BigInt64Array(0);
  #runEnds: number[] = [];

  constructor(session: Session, chunk: number) {
    this.#session = session;
    this.chunk = chunk;
  }

  get tokens(): readonly number[] {
    return this.#tokens;
  }

  /**
   * Where each of the runs of the graph ended that read the leading tokens, as far as that is known. Reading the same tokens
   * afresh in the same runs leaves the same to the last bit; in another grouping it differs by rounding.
   */
  get runEnds(): readonly number[] {
    return this.#runEnds;
  }

  /** Reads tokens and returns the logits after each of the last `rows` of them, in order. */
  async feed(tokens: readonly number[], rows: number): Promise<Float32Array[]> {
    const outputs = await this.#run(tokens, rows);
    const { logits } = outputs;
    try {
      if (logits === undefined) throw new Error('the graph gave no logits');
      const last = await lastRows(logits, rows);
      this.#adopt(outputs, tokens);
      logits.dispose();
      return last;
    } catch (error) {
      for (const name in outputs) outputs[name]?.dispose();
      throw error;
    }
  }

  /** Forgets all but the first `length` tokens. */
  async rewind(length: number): Promise<void> {
    if (length >= this.#tokens.length) return;
    if (length === 0) {
      this.dispose();
      return;
    }
    const shortened: SessionTensor[] = [];
    try {
      for (const [index, { past, heads, size }] of this.#session.cacheInputs.entries()) {
        const tensor = this.#cache[index];
        if (tensor === undefined) throw new Error(`the cache ${past} is missing`);
        const values = await tensor.floats();
        const kept = keepPositions(values, heads, size, this.#tokens.length, length);
        shortened.push(this.#session.floats(kept, [1, heads, length, size]));
      }
    } catch (error) {
      for (const tensor of shortened) tensor.dispose();
      throw error;
    }
    this.#replaceCache(shortened);
    this.#tokens.length = length;
    this.#runEnds = this.#runEnds.filter((end) => end <= length);
  }

  /** Forgets every token and frees the tensors; the context can be used again. */
  dispose(): void {
    this.#replaceCache([]);
    this.#tokens = [];
    this.#runEnds = [];
  }

  /** Runs the graph over the tokens and what came before them. */
  async #run(tokens: readonly number[], rows: number): Promise<Tensors> {
    const own = this.#inputsFor(tokens, rows);
    const inputs = { ...own };
    const past = this.#past();
    for (const [index, cache] of this.#session.cacheInputs.entries()) {
      const tensor = past[index];
      if (tensor !== undefined) inputs[cache.past] = tensor;
    }
    try {
      return await this.#session.run(inputs);
    } finally {
      for (const name in own) own[name]?.dispose();
    }
  }

  /**
   * The mask is always spelled out: without it, continuing from a cache is silently wrong in graphs that derive positions
   * from it.
   */
  #inputsFor(tokens: readonly number[], rows: number): Record<string, SessionTensor> {
    const session = this.#session;
    const past = this.#tokens.length;
    const count = tokens.length;
    const total = past + count;
    const ids = new BigInt64Array(count);
    const positions = new BigInt64Array(count);
    for (let index = 0; index < count; index += 1) {
      ids[index] = BigInt(tokens[index] ?? 0);
      positions[index] = BigInt(past + index);
    }
    const inputs: Record<string, SessionTensor> = {
      input_ids: session.integers(ids, [1, count]),
      attention_mask: session.integers(this.#mask(total), [1, total]),
    };
    if (session.inputNames.includes('position_ids')) {
      inputs.position_ids = session.integers(positions, [1, count]);
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

  /** What was made of the tokens before; of none of them, tensors without a position. */
  #past(): readonly SessionTensor[] {
    if (this.#cache.length === 0) {
      this.#cache = this.#session.cacheInputs.map(({ heads, size }) =>
        this.#session.floats(new Float32Array(0), [1, heads, 0, size]),
      );
    }
    return this.#cache;
  }

  /** Takes over the keys and values among the outputs of a run that read `tokens`. */
  #adopt(outputs: Tensors, tokens: readonly number[]): void {
    const next = this.#session.cacheInputs.map(({ past, present }) => {
      const tensor = outputs[present];
      if (tensor === undefined) throw new Error(`the graph gave no new state for ${past}`);
      return tensor;
    });
    this.#replaceCache(next);
    // After a rewind into the middle of a run it is no longer known in which runs the tokens before were read.
    const known = (this.#runEnds.at(-1) ?? 0) === this.#tokens.length;
    this.#tokens.push(...tokens);
    if (known) this.#runEnds.push(this.#tokens.length);
  }

  #replaceCache(next: readonly SessionTensor[]): void {
    for (const tensor of this.#cache) tensor.dispose();
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
