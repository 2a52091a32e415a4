import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test, type Worker } from '@playwright/test';
import { bundle } from '@/bench/bundle';
import { type PageServer, servePage } from '@/bench/decoding/page-server';
import type { ModelEntry } from '@/lib/engine/catalogue';
import type { GenerateRequest } from '@/lib/engine/engine';
import { openModelFolder } from '@/lib/engine/local/node-folder';
import {
  CONVERTED,
  type Converted,
  restoreFixture,
  restoreRecitingModel,
} from '@/training/convert/restore-fixture';
import { collect } from './collect-tokens';
import { CHROMIUM_FLAGS, findChromium, WEBGPU_FLAGS } from './find-chromium';

/** The largest difference of a logit from the 64-bit reference; half precision is as far off as it has to be. */
const LARGEST_ERROR = 1e-3;

/** The Qwen3 shape with 8-bit weights and a vocabulary of a few hundred tokens. */
const RECITING = 'qwen3-reciting';

type Served = Converted | typeof RECITING;

test.use({
  launchOptions: { executablePath: findChromium(), args: [...CHROMIUM_FLAGS, ...WEBGPU_FLAGS] },
});

let root: string;
let server: PageServer;
test.beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'rationale-converted-'));
  for (const name of CONVERTED) {
    restoreFixture(name, join(root, name));
    if (!name.endsWith('fp16')) demandExactness(join(root, name, 'manifest.json'));
  }
  restoreRecitingModel(join(root, RECITING));
  demandExactness(join(root, RECITING, 'manifest.json'));
  server = await servePage(
    await bundle(new URL('./engine-worker.ts', import.meta.url), 'esm'),
    root,
  );
});
test.afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

/** An engine opens a model only where its known answers come out within their tolerance. */
function demandExactness(path: string): void {
  const manifest: { selfTest: object } = JSON.parse(readFileSync(path, 'utf8'));
  const selfTest = { ...manifest.selfTest, tolerance: LARGEST_ERROR };
  writeFileSync(path, JSON.stringify({ ...manifest, selfTest }));
}

function entryOf(name: Served): ModelEntry {
  const form = name === RECITING ? 'int8' : name.slice(name.indexOf('-') + 1);
  return {
    id: name,
    name,
    folder: `more/${name}`,
    graph: `onnx/model${form === 'fp32' ? '' : `_${form.replace('-weights', '')}`}.onnx`,
    precision: form,
    webgpuFeatures: form.startsWith('fp16') ? ['shader-f16'] : [],
    mostThreads: 1,
    answerTokens: 8,
  };
}

const request: GenerateRequest = {
  prompt: { text: 'A cough.', prefill: '' },
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
  seed: 1,
  maxTokens: 3,
  alternatives: 0,
};

async function startWorker(page: Page): Promise<Worker> {
  const starting = page.waitForEvent('worker');
  await page.goto(server.origin);
  const worker = await starting;
  await page.waitForFunction(() => document.title === 'started');
  return worker;
}

/** Opens a model, which fails where its reference logits do not come out, and gives the device that it runs on. */
function open(worker: Worker, name: Served, device: 'wasm' | 'webgpu'): Promise<string> {
  return worker.evaluate(([entry, asked]) => globalThis.engineUnderTest.open(entry, asked), [
    entryOf(name),
    device,
  ] as const);
}

for (const name of CONVERTED) {
  test(`${name} gives its reference logits in WebAssembly, and the tokens that Node gives`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const engine = await openModelFolder(join(root, name));
    const inNode = await collect(engine, request);
    await engine.dispose();
    const worker = await startWorker(page);
    expect(await open(worker, name, 'wasm')).toBe('wasm');
    const inChromium = await worker.evaluate(
      (asked) => globalThis.engineUnderTest.generate(asked),
      request,
    );
    expect(inChromium.ids).toEqual(inNode.ids);
  });
}

/**
 * One of each shape, in forms without 16-bit floats, which the software adapter does not have: floats with a vocabulary of
 * real size, and 8 bits with a small one, since 150,000 logits from 8 bits took as long as everything else here together.
 * WHOLE_WEBGPU_RUN=1 takes all of those forms, each with a vocabulary of real size.
 */
const ON_WEBGPU: readonly Served[] =
  process.env.WHOLE_WEBGPU_RUN === '1'
    ? CONVERTED.filter((name) => !name.includes('fp16'))
    : ['llama-fp32', RECITING];

for (const name of ON_WEBGPU) {
  test(`${name} gives its reference logits in WebGPU`, async ({ page }) => {
    test.setTimeout(600_000);
    expect(await open(await startWorker(page), name, 'webgpu')).toBe('webgpu');
  });
}

for (const name of ['qwen3-fp16', 'qwen3-fp16-weights'] as const) {
  test(`${name} runs in WebAssembly where the adapter has no 16-bit shaders`, async ({ page }) => {
    test.setTimeout(300_000);
    expect(await open(await startWorker(page), name, 'webgpu')).toBe('wasm');
  });
}
