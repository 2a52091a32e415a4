import { readFile } from 'node:fs/promises';
import {
  type MisbehavingServer,
  misbehavingServer,
  type Served,
} from '@/lib/engine/download/misbehaving-server.fixture';
import { expect, test } from './same-origin';
import { visit } from './visit';

const MODEL = 'DeepSeek-R1-Distill-Qwen 1.5B';
const REPOSITORY = 'onnx-community/DeepSeek-R1-Distill-Qwen-1.5B-ONNX';
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const FOLDER = 'public/models/rationale-embedded';

/** A mirror on this machine on which that repository holds the small embedded model, under the names that are asked for. */
async function serveMirror(wrongs: Served['wrongs'] = []): Promise<MisbehavingServer> {
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
        `${REPOSITORY}/resolve/${COMMIT}/${path}`,
        { content, ...(path.startsWith('onnx/') ? { wrongs } : {}) },
      ]),
      [`api/models/${REPOSITORY}`, { content: Buffer.from(JSON.stringify({ sha: COMMIT })) }],
      [`api/models/${REPOSITORY}/tree/${COMMIT}`, { content: Buffer.from(JSON.stringify(tree)) }],
    ]),
  );
}

test('a model is downloaded from a mirror across a dropped connection, reasons, and is deleted', async ({
  page,
  allowedOrigins,
}) => {
  test.setTimeout(300_000);
  const mirror = await serveMirror([{ kind: 'drop', after: 2_000_000 }]);
  allowedOrigins.add(mirror.origin);
  try {
    await visit(page, '/models');
    await page.getByText('Download from huggingface.co').click();
    await page.getByLabel('Address of a mirror').fill(mirror.origin);
    await page.getByRole('button', { name: 'Use it' }).click();
    const entry = page.getByRole('article', { name: MODEL });
    expect(mirror.log).toEqual([]);
    await entry.getByRole('button', { name: 'Download' }).click();
    await expect(entry.getByText('every file verified', { exact: false })).toBeVisible({
      timeout: 120_000,
    });

    await entry.getByRole('button', { name: `Reason with ${MODEL}` }).click();
    const ready = page.getByRole('button', { name: /^Ready · Web/ });
    await expect(ready).toBeVisible({ timeout: 120_000 });
    await ready.click();
    await expect(page.getByText('deepseek-r1-distill-qwen-1.5b', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: MODEL })).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Escape');
    // This stand-in's context holds no case with instructions, which is said before it reasons.
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('#case [data-fault="prompt-too-long"]')).toBeVisible();

    await visit(page, '/models');
    await page.getByRole('button', { name: `Delete ${MODEL}` }).click();
    await expect(entry.getByRole('button', { name: 'Download' })).toBeVisible();
  } finally {
    await mirror.close();
  }
});
