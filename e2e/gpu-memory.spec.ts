import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bundle } from '@/bench/bundle';
import { servePage } from '@/bench/decoding/page-server';
import { restoreRecitingModel } from '@/training/convert/restore-fixture';
import { CHROMIUM_FLAGS, findChromium, WEBGPU_FLAGS } from './find-chromium';

const RUNS = 50;

/** Until every size of buffer that a run takes has been asked for once; the run-time keeps freed ones to use them again. */
const SETTLED = 5;

declare global {
  var gpuBuffers: { readonly live: () => readonly [count: number, bytes: number] };
}

test.use({
  launchOptions: { executablePath: findChromium(), args: [...CHROMIUM_FLAGS, ...WEBGPU_FLAGS] },
});

test(`the buffers of the graphics device are as many after ${RUNS} runs as after ${SETTLED}`, async ({
  page,
}) => {
  test.setTimeout(900_000);
  const root = mkdtempSync(join(tmpdir(), 'rationale-gpu-memory-'));
  restoreRecitingModel(join(root, 'reciting'));
  const server = await servePage(
    await bundle(new URL('./engine-worker.ts', import.meta.url), 'esm'),
    root,
  );
  try {
    const starting = page.waitForEvent('worker');
    await page.goto(server.origin);
    const worker = await starting;
    await page.waitForFunction(() => document.title === 'started');
    await worker.evaluate(() => {
      const live = new Map<object, number>();
      const device = Reflect.get(globalThis, 'GPUDevice').prototype;
      const buffer = Reflect.get(globalThis, 'GPUBuffer').prototype;
      const { createBuffer } = device;
      const { destroy } = buffer;
      device.createBuffer = function (asked: { size: number }) {
        const made = createBuffer.call(this, asked);
        live.set(made, asked.size);
        return made;
      };
      buffer.destroy = function () {
        live.delete(this);
        return destroy.call(this);
      };
      globalThis.gpuBuffers = {
        live: () => [live.size, [...live.values()].reduce((sum, size) => sum + size, 0)],
      };
    });
    const entry = {
      id: 'reciting',
      name: 'Reciting',
      folder: 'more/reciting',
      graph: 'onnx/model_int8.onnx',
      precision: 'int8',
      webgpuFeatures: [],
      mostThreads: 1,
      answerTokens: 8,
    };
    const device = await worker.evaluate(
      (asked) => globalThis.engineUnderTest.open(asked, 'webgpu'),
      entry,
    );
    expect(device).toBe('webgpu');
    const measured: (readonly [number, number])[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      // Prompts of other lengths, so that nothing fits by chance into what the run before left.
      const text = `${'A cough. '.repeat(1 + (run % 3))}\n`;
      const request = {
        prompt: { text, prefill: '' },
        sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
        seed: 1,
        maxTokens: 2,
        alternatives: 0,
      };
      const ids = await worker.evaluate(
        (asked) => globalThis.engineUnderTest.generate(asked).then(({ ids }) => ids),
        request,
      );
      expect(ids).toHaveLength(2);
      measured.push(await worker.evaluate(() => globalThis.gpuBuffers.live()));
    }
    const told = measured.map(([count, bytes]) => `${count} of ${bytes} bytes`);
    test.info().annotations.push({ type: 'live buffers', description: told.join('; ') });
    const most = (runs: typeof measured) => Math.max(...runs.map(([, bytes]) => bytes));
    expect(most(measured.slice(SETTLED)), told.join('; ')).toBeLessThanOrEqual(
      most(measured.slice(0, SETTLED)),
    );
  } finally {
    server.close();
    rmSync(root, { recursive: true });
  }
});
