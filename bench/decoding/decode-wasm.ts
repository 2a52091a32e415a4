import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Worker as PageWorker } from 'playwright-core';
import { bundle } from '@/bench/bundle';
import { withChromium } from '@/bench/chromium';
import { compareDecoding, comparisonItems, NEW_TOKENS } from '@/bench/decoding/compare';
import type { Contestant } from '@/bench/decoding/contest';
import { servePage } from '@/bench/decoding/page-server';
import { PUBLIC_FOLDER } from '@/bench/folders';
import { measuredModel } from '@/bench/model-revision';
import type { Section } from '@/bench/section';

const LEAST_TOKENS_PER_SECOND = 60;

export const decodeWasm: Section = {
  name: 'decode-wasm',
  title: 'Decoding in Chromium with WebAssembly, against generate() of Transformers.js',
  rounds: 20,
  async measure(run) {
    if (!existsSync(join(PUBLIC_FOLDER, 'ort'))) {
      throw new Error('public/ort is missing: run node scripts/copy-onnxruntime.mjs');
    }
    const server = await servePage(
      await bundle(new URL('./wasm-worker.ts', import.meta.url), 'esm'),
    );
    try {
      return await withChromium(async (browser) => {
        const worker = await startWorker(browser, server.origin);
        const engine = await worker.evaluate(
          (entry) => globalThis.decoding.open(entry),
          measuredModel(),
        );
        const rounds = await compareDecoding(
          contestantIn(worker, 'own'),
          contestantIn(worker, 'theirs'),
          run,
        );
        return {
          conditions: {
            device: engine.device,
            threads: engine.threads,
            'onnxruntime-web': engine.versions['onnxruntime-web'] ?? 'unknown',
            'new tokens': NEW_TOKENS,
            rounds: run.rounds,
          },
          items: comparisonItems(rounds, LEAST_TOKENS_PER_SECOND),
        };
      });
    } finally {
      server.close();
    }
  },
};

async function startWorker(browser: Browser, address: string): Promise<PageWorker> {
  const page = await browser.newPage();
  const starting = page.waitForEvent('worker');
  await page.goto(address);
  const worker = await starting;
  await page.waitForFunction(() => document.title !== 'starting');
  const title = await page.title();
  if (title !== 'started') throw new Error(`the worker did not start: ${title}`);
  return worker;
}

/** A contestant that generates inside the worker and takes its times there. */
function contestantIn(worker: PageWorker, who: 'own' | 'theirs'): Contestant {
  return {
    generate: (prompt, count) =>
      worker.evaluate(
        (asked) => {
          const contestant = globalThis.decoding[asked.who];
          if (contestant === undefined) throw new Error('no model was opened');
          return contestant.generate(asked.prompt, asked.count);
        },
        { who, prompt, count },
      ),
  };
}
