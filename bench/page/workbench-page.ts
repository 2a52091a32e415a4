import type { Browser, BrowserContext, Page } from 'playwright-core';
import { bundle } from '@/bench/bundle';
import type { PressTimes } from '@/bench/page/page-clock';

/** Long enough for a loaded machine. */
const PATIENCE = 120_000;

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
  context.setDefaultTimeout(PATIENCE);
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
      const status = page.locator('header summary').filter({ hasText: 'Ready' });
      const failure = page.getByText('Model not loaded');
      await status.or(failure).waitFor();
      if (await failure.isVisible()) throw new Error('the page could not load the model');
      return page.evaluate(() => performance.now());
    },
    press: () => page.evaluate(() => globalThis.pageClock.press()),
    async ended() {
      await page.getByRole('button', { name: 'Reason again' }).waitFor();
      return page.evaluate(() => globalThis.pageClock.figures());
    },
  };
}
