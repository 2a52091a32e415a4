import { failure, type Outcome, success } from '@/lib/text/outcome';

/** A model that Rationale can load, as data. */
export interface ModelEntry {
  readonly id: string;
  /** What a person reads. */
  readonly name: string;
  /** Folder of the model's files, from the root of what the page is served from (`public/` in the repository). */
  readonly folder: string;
  /** The ONNX graph within that folder. */
  readonly graph: string;
  /** How weights are kept and in what precision the model computes. */
  readonly precision: string;
  /** WebGPU features without which the graph computes wrongly or not at all, for example `shader-f16`. */
  readonly webgpuFeatures: readonly string[];
  /** WebAssembly threads beyond which the model gains nothing. */
  readonly mostThreads: number;
  /** Tokens of the context that are kept free for the answer: a prompt that would leave fewer is refused. */
  readonly answerTokens: number;
}

export const MODELS: readonly ModelEntry[] = [
  {
    id: 'rationale-embedded',
    name: 'Rationale embedded',
    folder: 'models/rationale-embedded',
    // 8-bit weights that the run-time unfolds once at loading: in WebAssembly 4-bit weights decode about eight times slower.
    graph: 'onnx/model_quantized.onnx',
    precision: 'int8 weights, fp32 arithmetic',
    webgpuFeatures: [],
    // A matrix of this size is done before a third thread has begun: the second one brings 13 % in decoding.
    mostThreads: 2,
    answerTokens: 384,
  },
];

/** The catalogue's entry with this id, or the fault `model-unknown`, which lists the ids that there are. */
export function modelById(id: string): Outcome<ModelEntry, 'model-unknown'> {
  const entry = MODELS.find((model) => model.id === id);
  if (entry !== undefined) return success(entry);
  const known = MODELS.map((model) => model.id).join(', ');
  return failure('model-unknown', `There is no model called "${id}".`, `Choose one of: ${known}.`);
}
