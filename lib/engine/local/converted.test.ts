import { existsSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONVERTED, type Converted, restoreFixture } from '@/training/convert/restore-fixture';
import type { GenerateRequest } from '../engine';
import { ModelContext } from './context';
import { parseManifest } from './manifest';
import { openModelFolder } from './node-folder';
import { sessionOver } from './ort-session';
import { HALF_TOLERANCE, largestError } from './self-test';

const pace = { now: () => 0, pause: async () => undefined };

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rationale-converted-'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** A model's folder, restored at the first time of asking. */
function restored(name: Converted): string {
  const folder = join(root, name);
  if (!existsSync(folder)) restoreFixture(name, folder);
  return folder;
}

const request: GenerateRequest = {
  prompt: { text: 'A cough for three days.', prefill: '' },
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
  seed: 1,
  maxTokens: 6,
  alternatives: 2,
};

describe.each(CONVERTED)('the converted model %s', (name) => {
  it('gives the logits of the 64-bit reference, read whole and in chunks', async () => {
    const folder = restored(name);
    const manifest = parseManifest(await readFile(join(folder, 'manifest.json'), 'utf8'));
    const graph = manifest.files.find(({ path }) => path.endsWith('.onnx'))?.path ?? '';
    const inference = await InferenceSession.create(join(folder, graph), { logSeverityLevel: 3 });
    const session = sessionOver(inference, Tensor);
    if (manifest.selfTest === undefined) throw new Error('the fixture has no known answers');
    for (const chunk of [64, 16, 1]) {
      const error = await largestError(new ModelContext(session, chunk), manifest.selfTest, pace);
      expect(error).toBeLessThan(name.endsWith('fp16') ? HALF_TOLERANCE : 1e-3);
    }
    await session.release();
  });
});

describe('a converted model folder', () => {
  it('opens with its weights beside the graph, and says what it is', async () => {
    const engine = await openModelFolder(restored('qwen3-q4'));
    expect(engine.description).toMatchObject({
      model: 'qwen3-q4',
      contextLength: 64,
      precision: '4-bit weights, fp32 arithmetic',
    });
    const types: string[] = [];
    for await (const event of engine.generate(request, new AbortController().signal)) {
      types.push(event.type);
    }
    expect(types).toEqual(['prompt', ...types.slice(1, -1).map(() => 'token'), 'stop']);
    await engine.dispose();
  });

  it('writes a conversation in the form of the template, thinking begun', async () => {
    const engine = await openModelFolder(restored('llama-q4'));
    const messages = [
      { role: 'system', content: 'Cite.' },
      { role: 'user', content: 'A cough.' },
    ] as const;
    const prompt = { text: '', prefill: '', messages };
    const written = await engine.inOwnForm?.(prompt);
    expect(written).toEqual({
      messages,
      text: 'Cite.\n\nUser: A cough.\n\nAssistant: <think>\n',
      prefill: '<think>\n',
    });
    await engine.dispose();
  });

  it('opens without a manifest, held against itself', async () => {
    const folder = restored('qwen3-fp16');
    rmSync(join(folder, 'manifest.json'));
    const engine = await openModelFolder(folder);
    expect(engine.description.deviceReason).toContain('Nobody has published answers');
    expect(engine.description.files.map(({ path }) => path)).toEqual([
      'config.json',
      'generation_config.json',
      'tokenizer.json',
      'tokenizer_config.json',
      'chat_template.jinja',
      'onnx/model_fp16.onnx',
      'onnx/model_fp16.onnx_data',
    ]);
    await engine.dispose();
  });

  it('is refused by name where its weights were cut short', async () => {
    const folder = restored('llama-int8');
    truncateSync(join(folder, 'onnx/model_int8.onnx_data'), 1_000_000);
    await expect(openModelFolder(folder)).rejects.toMatchObject({
      fault: {
        code: 'model-file-damaged',
        message: expect.stringContaining('onnx/model_int8.onnx_data'),
      },
    });
  });
});
