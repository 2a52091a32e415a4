import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where distributions put Chromium. */
const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium to measure in: the one named by the variable `CHROMIUM`, else one in a usual place. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM, ...USUAL_PLACES].find(
    (path) => path !== undefined && existsSync(path),
  );
}

const SWITCHES = [
  '--headless=new',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless Chromium with a new, empty profile for as long as `use` takes. */
export async function withChromium<Value>(
  use: (browser: Browser) => Promise<Value>,
  switches: readonly string[] = [],
): Promise<Value> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('no Chromium was found: install one, or name it in the variable CHROMIUM');
  }
  const browser = await chromium.launch({ executablePath, args: [...SWITCHES, ...switches] });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
