import type { BrowserModel, Dtype, ModelEntry, ModelForm } from '../catalogue';

const PRECISIONS: Readonly<Record<Dtype, string>> = {
  fp32: 'fp32 weights, fp32 arithmetic',
  fp16: 'fp16 weights, fp16 arithmetic',
  q8: '8-bit weights, fp32 arithmetic',
  int8: '8-bit weights, fp32 arithmetic',
  uint8: '8-bit weights, fp32 arithmetic',
  q4: '4-bit weights, fp32 arithmetic',
  q4f16: '4-bit weights, fp16 arithmetic',
  bnb4: '4-bit weights, fp32 arithmetic',
};

/** More threads than any machine gives a page: a model of hundreds of millions of parameters gains from each. */
const MOST_THREADS = 64;

/** Tokens that are kept free for thinking and answer. */
const ANSWER_TOKENS = 2048;

/** A downloaded form of a model as the local engine takes it, beside the key that its files are stored under. */
export function storedModelEntry(model: BrowserModel, form: ModelForm): ModelEntry {
  return {
    id: model.id,
    name: model.name,
    folder: '',
    graph: form.graph,
    precision: PRECISIONS[form.dtype],
    webgpuFeatures: form.needs,
    mostThreads: MOST_THREADS,
    answerTokens: ANSWER_TOKENS,
  };
}
