import { readFile } from 'node:fs/promises';
import {
  type MisbehavingServer,
  misbehavingServer,
  type Served,
} from '@/lib/engine/download/misbehaving-server.fixture';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const FOLDER = 'public/models/rationale-embedded';

/** A mirror on this machine on which a repository holds the small embedded model, under the names that are asked for. */
export async function serveMirror(
  repository: string,
  wrongs: Served['wrongs'] = [],
): Promise<MisbehavingServer> {
  const paths = {
    'config.json': 'config.json',
    'generation_config.json': 'generation_config.json',
    'tokenizer.json': 'tokenizer.json',
    'tokenizer_config.json': 'tokenizer_config.json',
    'onnx/model_int8.onnx': 'onnx/model_quantized.onnx',
  };
  const files = await Promise.all(
    Object.entries(paths).map(async ([path, from]) => ({
      path,
      content: await readFile(`${FOLDER}/${from}`),
    })),
  );
  const tree = files.map(({ path, content }) => ({ type: 'file', path, size: content.length }));
  return misbehavingServer(
    Object.fromEntries([
      ...files.map(({ path, content }): [string, Served] => [
        `${repository}/resolve/${COMMIT}/${path}`,
        { content, ...(path.startsWith('onnx/') ? { wrongs } : {}) },
      ]),
      [`api/models/${repository}`, { content: Buffer.from(JSON.stringify({ sha: COMMIT })) }],
      [`api/models/${repository}/tree/${COMMIT}`, { content: Buffer.from(JSON.stringify(tree)) }],
    ]),
  );
}
