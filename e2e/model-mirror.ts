import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import {
  type MisbehavingServer,
  misbehavingServer,
  type Served,
} from '@/lib/engine/download/misbehaving-server.fixture';
import { restoreRecitingModel } from '@/training/convert/restore-fixture';
import { untilItListens } from './visit';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const FOLDER = 'public/models/rationale-embedded';

interface MirrorFile {
  readonly path: string;
  readonly content: Buffer;
}

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
  return serveFiles(repository, files, wrongs);
}

/** A mirror on which a repository holds a chat model of the Qwen3 shape that recites one answer, as it was converted. */
export function serveRecitingMirror(
  repository: string,
  wrongs: Served['wrongs'] = [],
): Promise<MisbehavingServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rationale-reciting-'));
  restoreRecitingModel(folder);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({
      path: relative(folder, path).replaceAll('\\', '/'),
      content: readFileSync(path),
    }));
  rmSync(folder, { recursive: true });
  return serveFiles(repository, files, wrongs);
}

/** `wrongs` befall the graph and its weights. */
function serveFiles(
  repository: string,
  files: readonly MirrorFile[],
  wrongs: NonNullable<Served['wrongs']>,
): Promise<MisbehavingServer> {
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

/** Names on /models, which is open, a mirror of models instead of the hub. */
export async function nameMirror(page: Page, origin: string): Promise<void> {
  await untilItListens(page);
  await page.getByText('Download from huggingface.co').click();
  await page.getByLabel('Address of a mirror').fill(origin);
  await page.getByRole('button', { name: 'Use it' }).click();
}
