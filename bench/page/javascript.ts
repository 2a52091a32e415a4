import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { withChromium } from '@/bench/chromium';
import { withApplication } from '@/bench/page/application';
import { newWindow, openWorkbench } from '@/bench/page/workbench-page';
import { item } from '@/bench/report';
import type { Section } from '@/bench/section';

const MOST_KILOBYTES = 220;

/** The page is left alone after the model is ready, so that what it loads with time to spare is seen too. Milliseconds. */
const AFTERMATH = 3_000;

interface LoadedFile {
  readonly path: string;
  /** Kilobytes (10^3 bytes) after gzip at its usual level, whatever the server sent. */
  readonly gzipped: number;
  /** Whether it was asked for before any file of the model. */
  readonly beforeModel: boolean;
}

export const javascript: Section = {
  name: 'javascript',
  title: 'JavaScript that a first visit loads, after gzip',
  rounds: 1,
  measure: ({ progress }) =>
    withApplication((origin) =>
      withChromium(async (browser) => {
        const context = await newWindow(browser);
        const responses: Response[] = [];
        context.on('response', (response) => responses.push(response));
        const workbench = await openWorkbench(context, origin);
        await workbench.ready();
        await workbench.page.waitForTimeout(AFTERMATH);
        const loaded = await loadedFiles(responses);
        const byPage = await filesOfPage(workbench.page);
        for (const { path, gzipped, beforeModel } of loaded) {
          const when = beforeModel ? 'before the model' : 'later';
          progress(`${gzipped.toFixed(1)} kB  ${whose(path, byPage)}, ${when}: ${path}`);
        }
        const sum = (wanted: (file: LoadedFile) => boolean) =>
          loaded.filter(wanted).reduce((total, { gzipped }) => total + gzipped, 0);
        const isFor = (owner: Owner) => (file: LoadedFile) => whose(file.path, byPage) === owner;
        const isPage = isFor('page');
        return {
          conditions: { files: loaded.length },
          items: [
            item(
              'scripts of the page, before the model',
              sum((file) => isPage(file) && file.beforeModel),
              'kB',
              { atMost: MOST_KILOBYTES },
            ),
            item(
              'scripts of the page, while the model loads and after',
              sum((file) => isPage(file) && !file.beforeModel),
              'kB',
            ),
            item("scripts of the model's worker", sum(isFor('worker')), 'kB'),
            item('files of the run-time (ORT)', sum(isFor('run-time')), 'kB'),
          ],
        };
      }),
    ),
};

type Owner = 'page' | 'worker' | 'run-time';

/** A script that the page and its worker both load counts as the page's. */
function whose(path: string, byPage: ReadonlySet<string>): Owner {
  if (path.startsWith('/ort/')) return 'run-time';
  return byPage.has(path) ? 'page' : 'worker';
}

/** Every script and WebAssembly file, once, in the order in which they were asked for. */
async function loadedFiles(responses: readonly Response[]): Promise<readonly LoadedFile[]> {
  const asked = responses
    .filter((response) => response.ok())
    .toSorted((a, b) => a.request().timing().startTime - b.request().timing().startTime);
  const files = new Map<string, LoadedFile>();
  let beforeModel = true;
  for (const response of asked) {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/models/')) beforeModel = false;
    const isCode = /\.(?:m?js|wasm)$/u.test(pathname);
    if (!isCode || files.has(pathname)) continue;
    const gzipped = gzipSync(await response.body()).length / 1000;
    files.set(pathname, { path: pathname, gzipped, beforeModel });
  }
  return [...files.values()];
}

/** The paths of the scripts that the page itself loaded. */
async function filesOfPage(page: Page): Promise<ReadonlySet<string>> {
  const addresses = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(
        (entry) =>
          entry instanceof PerformanceResourceTiming &&
          (entry.initiatorType === 'script' || entry.initiatorType === 'link'),
      )
      .map(({ name }) => name),
  );
  return new Set(addresses.map((address) => new URL(address).pathname));
}
