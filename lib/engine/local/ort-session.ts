import type { InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-node';
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
  const outputNames = ['logits', ...cacheInputs.map(({ present }) => present)];
  return {
    inputNames: inference.inputNames,
    cacheInputs,
    appends,
    integers: (values, dims) => new OrtTensor(new Tensor('int64', values, dims)),
    floats: (values, dims) => new OrtTensor(new Tensor('float32', values, dims)),
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
    throw new Error(`the graph works with ${this.tensor.type}, and only float32 is understood`);
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
  if (input.type !== 'float32' || typeof heads !== 'number' || typeof size !== 'number') {
    throw new Error(
      `the cache input ${input.name} is not of the form [batch, heads, sequence, size] in float32`,
    );
  }
  return [{ past: input.name, present: output + input.name.slice(PAST.length), heads, size }];
}
