import { type Cache, openCache } from './cache';
import type { Run } from './prefill';
import type { Session, SessionTensor, Tensors } from './session';

/**
 * The tokens that a model has read, with the keys and values it made of them. Feeding more tokens continues from there;
 * rewinding forgets the last ones.
 */
export class ModelContext {
  /** How many tokens are prefilled in one run of the graph. */
  readonly chunk: number;
  readonly #session: Session;
  readonly #cache: Cache;
  #tokens: number[] = [];
  #ones = new BigInt64Array(0);
  /** The runs in which the tokens were read, some of which may have been forgotten in part. */
  #runs: { readonly start: number; readonly tokens: readonly number[] }[] = [];

  constructor(session: Session, chunk: number) {
    this.#session = session;
    this.#cache = openCache(session);
    this.chunk = chunk;
  }

  get tokens(): readonly number[] {
    return this.#tokens;
  }

  /**
   * Whether a run of the graph over these tokens began here, and what was kept of it is still there. Reading the same tokens
   * in the same runs leaves the same to the last bit; in another grouping it differs by rounding.
   */
  holds(start: number, { tokens, kept }: Run): boolean {
    const index = this.#runs.findIndex((run) => run.start === start);
    const run = this.#runs[index];
    const end = this.#runs[index + 1]?.start ?? this.#tokens.length;
    return (
      run !== undefined &&
      start + kept <= end &&
      run.tokens.length === tokens.length &&
      run.tokens.every((token, at) => token === tokens[at])
    );
  }

  /** Reads tokens and returns the logits after each of the last `rows` of them, in order. */
  async feed(tokens: readonly number[], rows: number): Promise<Float32Array[]> {
    const outputs = await this.#run(tokens, rows);
    const { logits } = outputs;
    try {
      if (logits === undefined) throw new Error('the graph gave no logits');
      const last = await lastRows(logits, rows);
      await this.#cache.adopt(outputs, tokens.length);
      this.#runs.push({ start: this.#tokens.length, tokens: [...tokens] });
      this.#tokens.push(...tokens);
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
    await this.#cache.rewind(length);
    this.#tokens.length = length;
    this.#runs = this.#runs.filter(({ start }) => start < length);
  }

  /** Forgets every token and frees the tensors; the context can be used again. */
  dispose(): void {
    this.#cache.dispose();
    this.#tokens = [];
    this.#runs = [];
  }

  /** Runs the graph over the tokens and what came before them. */
  async #run(tokens: readonly number[], rows: number): Promise<Tensors> {
    const own = this.#inputsFor(tokens, rows);
    const inputs = { ...own };
    const past = this.#cache.tensors();
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
