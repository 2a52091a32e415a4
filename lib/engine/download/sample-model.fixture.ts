import { createHash } from 'node:crypto';
import type { BrowserModel, ModelForm } from '../catalogue';
import { ownModelEntry } from '../catalogue/own-models';
import type { Served } from './misbehaving-server.fixture';

export const REPOSITORY = 'test/model-ONNX';
export const COMMIT = '0123456789abcdef0123456789abcdef01234567';

const WEIGHTS = Buffer.from(Array.from({ length: 30_000 }, (_, at) => (at * 7 + (at >> 9)) & 255));

/** The files of a small model whose weights stand beside its graph, as a repository has them. */
export const SAMPLE_FILES: Readonly<Record<string, Buffer>> = {
  'config.json': Buffer.from(
    JSON.stringify({
      max_position_embeddings: 4096,
      'transformers.js_config': { use_external_data_format: { 'model_q4.onnx': 2 } },
    }),
  ),
  'tokenizer.json': Buffer.from('{"model":{}}'),
  'tokenizer_config.json': Buffer.from('{}'),
  'generation_config.json': Buffer.from('{"eos_token_id":1}'),
  'onnx/model_q4.onnx': Buffer.from('graph'.repeat(100)),
  'onnx/model_q4.onnx_data': WEIGHTS,
  'onnx/model_q4.onnx_data_1': Buffer.from(WEIGHTS).reverse(),
};

/** The entry of that model, of which the catalogue would know nothing. */
export function sampleModel(): { readonly model: BrowserModel; readonly form: ModelForm } {
  const model = ownModelEntry({ name: 'Sample', repository: REPOSITORY, dtype: 'q4' });
  const [form] = model.forms;
  if (form === undefined) throw new Error('the sample has no form');
  return { model, form };
}

/** The files where a hub has them, beside the interface that lists them unless `isListed` is false. */
export function sampleHub(
  isListed: boolean,
  changes: Readonly<Record<string, Partial<Served>>> = {},
): Readonly<Record<string, Served>> {
  const served = Object.entries(SAMPLE_FILES).map(([path, content]): [string, Served] => [
    path,
    { content, ...changes[path] },
  ]);
  return hubOf(REPOSITORY, Object.fromEntries(served), isListed);
}

/** Files of a repository as a hub serves them, with the list that tells the digests of graph and weights. */
export function hubOf(
  repository: string,
  files: Readonly<Record<string, Served>>,
  isListed = true,
): Readonly<Record<string, Served>> {
  const commit = isListed ? COMMIT : 'main';
  const served = Object.entries(files);
  const placed = served.map(([path, file]): [string, Served] => [
    `${repository}/resolve/${commit}/${path}`,
    file,
  ]);
  if (!isListed) return Object.fromEntries(placed);
  const tree = served.map(([path, { content }]) => ({
    type: 'file',
    path,
    size: content.length,
    ...(path.startsWith('onnx/')
      ? { lfs: { oid: createHash('sha256').update(content).digest('hex') } }
      : {}),
  }));
  return Object.fromEntries([
    ...placed,
    [`api/models/${repository}`, { content: Buffer.from(JSON.stringify({ sha: COMMIT })) }],
    [`api/models/${repository}/tree/${COMMIT}`, { content: Buffer.from(JSON.stringify(tree)) }],
  ]);
}
