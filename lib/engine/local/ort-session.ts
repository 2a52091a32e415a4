import type { InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-node';
import { type CacheInput, PAST, type Session, type SessionTensor } from './session';

/** A session over onnxruntime, web or node: both have the same interface, so `Tensor` says which one makes the tensors. */
export function sessionOver(inference: InferenceSession, Tensor: TensorConstructor): Session {
  return {
    inputNames: inference.inputNames,
    cacheInputs: inference.inputMetadata.flatMap((input) => cacheInput(input)),
    integers: (values, dims) => wrap(new Tensor('int64', values, dims)),
    floats: (values, dims) => wrap(new Tensor('float32', values, dims)),
    run: async (inputs) => {
      const feeds: Record<string, Tensor> = {};
      for (const [name, tensor] of Object.entries(inputs)) feeds[name] = unwrap(tensor);
      const outputs: Record<string, SessionTensor> = {};
      for (const [name, tensor] of Object.entries(await inference.run(feeds))) {
        outputs[name] = wrap(tensor);
      }
      return outputs;
    },
    release: () => inference.release(),
  };
}

const wrapped = new WeakMap<SessionTensor, Tensor>();

function wrap(tensor: Tensor): SessionTensor {
  const outer: SessionTensor = {
    dims: tensor.dims,
    floats: async () => {
      const data = await tensor.getData();
      if (data instanceof Float32Array) return data;
      throw new Error(`the graph works with ${tensor.type}, and only float32 is understood`);
    },
    dispose: () => tensor.dispose(),
  };
  wrapped.set(outer, tensor);
  return outer;
}

function unwrap(tensor: SessionTensor): Tensor {
  const inner = wrapped.get(tensor);
  if (inner === undefined) throw new Error('a tensor of another session was fed');
  return inner;
}

function cacheInput(input: InferenceSession.ValueMetadata): CacheInput[] {
  if (!input.name.startsWith(`${PAST}.`) || !input.isTensor) return [];
  const [, heads, , size] = input.shape;
  if (input.type !== 'float32' || typeof heads !== 'number' || typeof size !== 'number') {
    throw new Error(
      `the cache input ${input.name} is not of the form [batch, heads, sequence, size] in float32`,
    );
  }
  return [{ name: input.name, heads, size }];
}
