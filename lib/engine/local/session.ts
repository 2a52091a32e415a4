/** The names under which a decoder graph takes its cache and gives the next one. */
export const PAST = 'past_key_values';
export const PRESENT = 'present';

/** The name under which a graph gives only the positions that a run added to its cache (`withAppendedPositions`). */
export const APPENDED = 'appended';

/** A tensor that a session made or gave back. */
export interface SessionTensor {
  readonly dims: readonly number[];
  /**
   * Its values in main memory; they stay valid when the tensor is disposed of. Throws when they are no floats.
   */
  floats(): Promise<Float32Array>;
  /** Frees it; it must not be used afterwards. */
  dispose(): void;
}

export type Tensors = Readonly<Record<string, SessionTensor>>;

/** A cache input, of the shape `[batch, heads, sequence, size]` with a batch of one, and the output that continues it. */
export interface CacheInput {
  readonly past: string;
  readonly present: string;
  readonly heads: number;
  readonly size: number;
}

/**
 * A loaded decoder graph: the little of onnxruntime that the decode loop needs, the same in a browser and in Node. The
 * graph takes `input_ids`, `attention_mask`, its cache as `past_key_values.*`, and gives `logits` and `present.*`.
 */
export interface Session {
  readonly inputNames: readonly string[];
  readonly cacheInputs: readonly CacheInput[];
  /**
   * Whether the cache outputs hold only the positions that the run added. Such a graph takes the length of its cache from
   * the mask: a cache input may have room after its last position, whatever stands there.
   */
  readonly appends: boolean;
  /** How the graph keeps its cache; tensors made by `floats` are of this type. */
  readonly cacheType: 'float32' | 'float16';
  integers(values: BigInt64Array, dims: readonly number[]): SessionTensor;
  /** A tensor over the given values: what is written there afterwards is what a later run reads. */
  floats(values: Float32Array, dims: readonly number[]): SessionTensor;
  /** Runs the graph once. The inputs stay the caller's to dispose, and so do the outputs. */
  run(inputs: Tensors): Promise<Tensors>;
  release(): Promise<void>;
}
