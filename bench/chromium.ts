import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '@/e2e/find-chromium';

/**
 * Starts a headless Chromium with a new, empty profile for as long as `use` takes. Throws with the commands that install
 * one where there is none.
 */
export async function withChromium<Value>(
  use: (browser: Browser) => Promise<Value>,
  flags: readonly string[] = [],
): Promise<Value> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_FLAGS, ...flags],
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
