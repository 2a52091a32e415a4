import { failure, type Outcome, success } from '@/lib/text/outcome';
import { EMBEDDED_EXAMPLE } from './embedded-example';
import { EMBEDDED_ID } from './embedded-id';
import type { EmbeddedModel } from './entry';

/** The models that come with Rationale. */
export const MODELS: readonly EmbeddedModel[] = [
  {
    runs: 'embedded',
    id: EMBEDDED_ID,
    name: 'Rationale embedded',
    folder: 'models/rationale-embedded',
    // 8-bit weights that the run-time unfolds once at loading: in WebAssembly 4-bit weights decode about eight times slower.
    graph: 'onnx/model_quantized.onnx',
    precision: 'int8 weights, fp32 arithmetic',
    webgpuFeatures: [],
    // A matrix of this size is done before a third thread has begun: the second one brings 13 % in decoding.
    mostThreads: 2,
    answerTokens: 384,
    example: EMBEDDED_EXAMPLE,
  },
];

/** The embedded model with this id, or the fault `model-unknown`, which lists the ids that there are. */
export function modelById(id: string): Outcome<EmbeddedModel, 'model-unknown'> {
  const entry = MODELS.find((model) => model.id === id);
  if (entry !== undefined) return success(entry);
  const ids = MODELS.map((model) => model.id).join(', ');
  return failure('model-unknown', `There is no model called "${id}".`, `Choose one of: ${ids}.`);
}
