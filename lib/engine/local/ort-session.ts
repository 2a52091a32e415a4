import type { InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-node';
import { fromHalfFloats, toHalfFloats } from './half-floats';
import {
  APPENDED,
  type CacheInput,
  PAST,
  PRESENT,
  type Session,
  type SessionTensor,
} from './session';

/** A session over onnxruntime, web or node: both have the same interface, so `Tensor` says which one makes the tensors. */
export function sessionOver(inference: InferenceSession, Tensor: TensorConstructor): Session {
  const appends = inference.outputNames.some((name) => name.startsWith(`${APPENDED}.`));
  const output = appends ? APPENDED : PRESENT;
  const cacheInputs = inference.inputMetadata.flatMap((input) => cacheInput(input, output));
  assertUnderstood(inference, cacheInputs);
  const cacheType = cacheTypeOf(inference);
  const outputNames = ['logits', ...cacheInputs.map(({ present }) => present)];
  return {
    inputNames: inference.inputNames,
    cacheInputs,
    appends,
    cacheType,
    integers: (values, dims) => new OrtTensor(new Tensor('int64', values, dims)),
    floats: (values, dims) =>
      new OrtTensor(
        cacheType === 'float16'
          ? new Tensor('float16', toHalfFloats(values), dims)
          : new Tensor('float32', values, dims),
      ),
    run: async (inputs) => {
      const feeds: Record<string, Tensor> = {};
      for (const name of inference.inputNames) feeds[name] = tensorOf(inputs[name]);
      const results = await inference.run(feeds, outputNames);
      const outputs: Record<string, SessionTensor> = {};
      for (const name of outputNames) {
        const tensor = results[name];
        if (tensor !== undefined) outputs[name] = new OrtTensor(tensor);
      }
      return outputs;
    },
    release: () => inference.release(),
  };
}

class OrtTensor implements SessionTensor {
  readonly tensor: Tensor;

  constructor(tensor: Tensor) {
    this.tensor = tensor;
  }

  get dims(): readonly number[] {
    return this.tensor.dims;
  }

  async floats(): Promise<Float32Array> {
    const data = await this.tensor.getData();
    if (data instanceof Float32Array) return data;
    if (this.tensor.type === 'float16' && ArrayBuffer.isView(data)) {
      // Browsers that have a type for them give that one, others the bits.
      return fromHalfFloats(new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2));
    }
    throw new Error(`the graph gave ${this.tensor.type}, where floats are understood`);
  }

  dispose(): void {
    this.tensor.dispose();
  }
}

function tensorOf(tensor: SessionTensor | undefined): Tensor {
  if (tensor instanceof OrtTensor) return tensor.tensor;
  throw new Error('a tensor of another session was fed');
}

function cacheInput(input: InferenceSession.ValueMetadata, output: string): CacheInput[] {
  if (!input.name.startsWith(`${PAST}.`) || !input.isTensor) return [];
  const [, heads, , size] = input.shape;
  if (typeof heads !== 'number' || typeof size !== 'number') {
    throw new Error(
      `the cache input ${input.name} is not of the form [batch, heads, sequence, size]`,
    );
  }
  return [{ past: input.name, present: output + input.name.slice(PAST.length), heads, size }];
}

/** What a decoder graph may ask for beside its cache. */
const OWN_INPUTS = ['input_ids', 'attention_mask', 'position_ids', 'num_logits_to_keep'];

function assertUnderstood(inference: InferenceSession, cacheInputs: readonly CacheInput[]): void {
  if (cacheInputs.length === 0) throw new Error('the graph has no key-value cache');
  const known = new Set([...OWN_INPUTS, ...cacheInputs.map(({ past }) => past)]);
  const other = inference.inputNames.find((name) => !known.has(name));
  if (other !== undefined) {
    throw new Error(`the graph asks for the input ${other}, which is not known of a decoder`);
  }
}

function cacheTypeOf({ inputMetadata }: InferenceSession): Session['cacheType'] {
  const types = new Set<string>();
  for (const input of inputMetadata) {
    if (input.isTensor && input.name.startsWith(`${PAST}.`)) types.add(input.type);
  }
  const [type] = types;
  if (types.size === 1 && (type === 'float32' || type === 'float16')) return type;
  throw new Error(
    `the cache is kept as ${[...types].join(' and ')}; float32 and float16 are understood`,
  );
}
