import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { serveSparseModel } from '@/bench/download/sparse-model';
import { largestRenderer } from '@/bench/page/memory';
import { item } from '@/bench/report';
import type { Section } from '@/bench/section';
import { serveDownloadsPage } from '@/e2e/downloads-server';
import { CHROMIUM_FLAGS, findChromium } from '@/e2e/find-chromium';
import { sampleModel } from '@/lib/engine/download/sample-model.fixture';

const WEIGHTS_BYTES = 600_000_000;
const MOST_GROWTH = 150;
/** Milliseconds between two looks at the memory. */
const LOOK_EVERY = 250;
const PATIENCE = 600_000;

export const downloadMemory: Section = {
  name: 'download-memory',
  title: "The page's memory while it downloads and verifies a model of 600 MB",
  rounds: 1,
  async measure({ progress }) {
    const folder = await mkdtemp(join(tmpdir(), 'rationale-bench-'));
    const weights = join(folder, 'weights');
    const file = await open(weights, 'w');
    await file.truncate(WEIGHTS_BYTES);
    await file.close();
    const [hub, pages] = await Promise.all([serveSparseModel(weights), serveDownloadsPage()]);
    // A profile on disk: a private window keeps files in memory.
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: findChromium(),
      args: [...CHROMIUM_FLAGS],
    });
    try {
      const { before, most, seconds } = await measureDownload(context, pages.origin, hub.origin);
      progress(
        `from ${before.toFixed(0)} to at most ${most.toFixed(0)} MB in ${seconds.toFixed(0)} s`,
      );
      return {
        conditions: { bytes: WEIGHTS_BYTES },
        items: [
          item('process of the page, before', before, 'MB'),
          item('process of the page, most while downloading', most, 'MB'),
          item('growth', most - before, 'MB', { atMost: MOST_GROWTH }),
          item('download with verification', WEIGHTS_BYTES / 1e6 / seconds, 'MB/s'),
        ],
      };
    } finally {
      await context.close();
      hub.close();
      pages.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

interface MeasuredDownload {
  readonly before: number;
  readonly most: number;
  readonly seconds: number;
}

async function measureDownload(
  context: BrowserContext,
  origin: string,
  hub: string,
): Promise<MeasuredDownload> {
  const browser = context.browser();
  if (browser === null) throw new Error('the browser of this profile cannot be asked');
  const page = await context.newPage();
  await page.goto(origin);
  await page.waitForFunction(() => document.title === 'started');
  const before = await largestRenderer(browser);
  const { model, form } = sampleModel();
  const began = performance.now();
  await page.evaluate(
    ([asked, chosen, base]) => globalThis.downloadsUnderTest.start(asked, chosen, base),
    [model, form, hub] as const,
  );
  const most = await watch(browser, page, began);
  return { before, most, seconds: (performance.now() - began) / 1000 };
}

/** The most memory until the download is done. Throws what it failed with. */
async function watch(browser: Browser, page: Page, began: number): Promise<number> {
  let most = 0;
  while (performance.now() - began < PATIENCE) {
    most = Math.max(most, await largestRenderer(browser));
    const last = await page.evaluate(() => globalThis.downloadsUnderTest.events.at(-1));
    if (last?.type === 'done') return most;
    if (last?.type === 'failed') throw new Error(last.fault.message);
    await page.waitForTimeout(LOOK_EVERY);
  }
  throw new Error('the download took too long');
}
