import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { withChromium } from '@/bench/chromium';
import { withApplication } from '@/bench/page/application';
import { newWindow, openWorkbench, type WorkbenchPage } from '@/bench/page/workbench-page';
import { item } from '@/bench/report';
import type { Section } from '@/bench/section';
import { slope } from '@/bench/statistics';

const MOST_MEGABYTES = 500;

/** Growth from the first run to the last that counts as flat, as a share of the memory after the first. */
const FLAT = 0.05;

/** Without it the browser measures when it next collects garbage, which takes it up to a minute. */
const MEASURE_AT_ONCE = '--enable-blink-features=ForceEagerMeasureMemory';

export const memory: Section = {
  name: 'memory',
  title: "The page's memory, with the model loaded and over runs",
  rounds: 20,
  measure: ({ rounds, progress, signal }) =>
    withApplication((origin) =>
      withChromium(
        async (browser) => {
          const workbench = await openWorkbench(await newWindow(browser), origin);
          await workbench.ready();
          const loaded = await memoryOf(browser, workbench.page);
          progress(`model loaded: ${words(loaded)}`);
          const after: Memory[] = [];
          for (let run = 0; run < rounds; run += 1) {
            signal.throwIfAborted();
            await oneRun(workbench);
            const now = await memoryOf(browser, workbench.page);
            after.push(now);
            progress(`after run ${run + 1} of ${rounds}: ${words(now)}`);
          }
          return {
            conditions: { runs: rounds },
            items: [...figuresOf('page', loaded, after), ...figuresOf('process', loaded, after)],
          };
        },
        [MEASURE_AT_ONCE],
      ),
    ),
};

/** Megabytes (10^6 bytes). */
interface Memory {
  /** What the browser says that the page and its workers use. */
  readonly page: number;
  /**
   * What the operating system says that the page's process has in main memory (proportional set size): its own pages and
   * its share of those that it has together with other processes, which are mostly the browser's code.
   */
  readonly process: number;
}

function words({ page, process }: Memory): string {
  return `${page.toFixed(0)} MB by the browser's count, ${process.toFixed(0)} MB in its process`;
}

function figuresOf(kind: keyof Memory, loaded: Memory, after: readonly Memory[]) {
  const name = kind === 'page' ? 'page and workers' : 'process of the page';
  const values = after.map((memory) => memory[kind]);
  const [first = Number.NaN] = values;
  const perRun = slope(values);
  return [
    item(`${name}, model loaded`, loaded[kind], 'MB', { atMost: MOST_MEGABYTES }),
    item(`${name}, after the first run`, first, 'MB'),
    item(`${name}, after the last run`, values.at(-1) ?? Number.NaN, 'MB'),
    item(`${name}, slope`, perRun, 'MB/run'),
    item(`${name}, growth over the runs`, (perRun * (values.length - 1)) / first, 'share', {
      atMost: FLAT,
    }),
  ];
}

async function oneRun(workbench: WorkbenchPage): Promise<void> {
  await workbench.press();
  await workbench.ended();
}

async function memoryOf(browser: Browser, page: Page): Promise<Memory> {
  const bytes = await page.evaluate(async () => {
    if (!('measureUserAgentSpecificMemory' in performance)) return undefined;
    const measure = performance.measureUserAgentSpecificMemory;
    if (typeof measure !== 'function') return undefined;
    const result: unknown = await measure.call(performance);
    return typeof result === 'object' && result !== null && 'bytes' in result
      ? Number(result.bytes)
      : undefined;
  });
  if (bytes === undefined) throw new Error('the page is not cross-origin isolated');
  return { page: bytes / 1e6, process: await largestRenderer(browser) };
}

/** Memory of the largest of the browser's renderers, which is the one that has the model. Linux only. */
export async function largestRenderer(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => processMegabytes(id));
  return Math.max(...sizes);
}

function processMegabytes(process: number): number {
  const summary = readFileSync(`/proc/${process}/smaps_rollup`, 'utf8');
  const kibibytes = Number(/^Pss:\s+(\d+) kB$/mu.exec(summary)?.[1] ?? Number.NaN);
  return (kibibytes * 1024) / 1e6;
}
