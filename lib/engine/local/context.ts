import { type Cache, openCache } from './cache';
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
  #runEnds: number[] = [];

  constructor(session: Session, chunk: number) {
    this.#session = session;
    this.#cache = openCache(session);
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
      await this.#cache.adopt(outputs, tokens.length);
      this.#note(tokens);
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
    this.#runEnds = this.#runEnds.filter((end) => end <= length);
  }

  /** Forgets every token and frees the tensors; the context can be used again. */
  dispose(): void {
    this.#cache.dispose();
    this.#tokens = [];
    this.#runEnds = [];
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

  #note(tokens: readonly number[]): void {
    // After a rewind into the middle of a run it is no longer known in which runs the tokens before were read.
    const known = (this.#runEnds.at(-1) ?? 0) === this.#tokens.length;
    this.#tokens.push(...tokens);
    if (known) this.#runEnds.push(this.#tokens.length);
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
