import type { Page } from '@playwright/test';

/** Opens a page and waits until it listens. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await untilItListens(page);
}

/**
 * Waits until React listens: what the server sent is visible before that, but a press, a key or a dropped file would be
 * lost. The effects, which bind the keys, have run by the first moment at which the page is idle.
 */
export async function untilItListens(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('button')].some((button) =>
      Object.keys(button).some((key) => key.startsWith('__reactProps')),
    ),
  );
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}
