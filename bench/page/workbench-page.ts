import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { bundle } from '@/bench/bundle';
import type { PressTimes } from '@/bench/page/page-clock';

/** Milliseconds; long enough for a busy machine. */
const PATIENCE = 60_000;

/** The application's page in a browser window. */
export interface WorkbenchPage {
  readonly page: Page;
  /** Waits until the model is ready; resolves to the milliseconds since the page was opened. */
  ready(): Promise<number>;
  /** Presses Reason and waits for the first token. */
  press(): Promise<PressTimes>;
  /** Waits for the end of the run that was begun; resolves to the figures that the page shows of it. */
  ended(): Promise<Readonly<Record<string, number>>>;
}

/** A window without anything kept, in which `openWorkbench` can open pages. */
export async function newWindow(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(2 * PATIENCE);
  await context.addInitScript({
    content: await bundle(new URL('./page-clock.ts', import.meta.url), 'iife'),
  });
  return context;
}

/** Opens the page; resolves as soon as the browser has begun to read it. */
export async function openWorkbench(
  context: BrowserContext,
  address: string,
): Promise<WorkbenchPage> {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  return {
    page,
    async ready() {
      const header = page.locator('header');
      const failure = header.getByText('Model not loaded');
      const settled = header.getByText('Ready').or(failure).first().waitFor();
      await inTime(settled, 'the page did not say that the model is ready');
      if (await failure.isVisible()) throw new Error('the page could not load the model');
      return page.evaluate(() => performance.now());
    },
    press: () =>
      inTime(
        page.evaluate(() => globalThis.pageClock.press()),
        'the page showed no token after Reason was pressed',
      ),
    async ended() {
      const again = page.getByRole('button', { name: 'Reason again' }).waitFor();
      await inTime(again, 'the run did not end');
      return page.evaluate(() => globalThis.pageClock.figures());
    },
  };
}

/** The promise's value; throws an `Error` that says what failed to happen, whatever held it up. */
async function inTime<Value>(promise: Promise<Value>, failure: string): Promise<Value> {
  const patience = new AbortController();
  const late = sleep(PATIENCE, undefined, { signal: patience.signal }).then(() => {
    throw new Error(`${failure} within ${PATIENCE / 1000} s`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    patience.abort();
  }
}
