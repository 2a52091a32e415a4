import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The Chromium that the browser tests drive: the one that CHROMIUM names, else one that the system has, else the one that
 * Playwright installed. Throws with the commands that install one where there is none.
 */
export function findChromium(): string {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM names ${named}, where there is no file.`);
  }
  const found = [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    [
      'The browser tests need a Chromium, and none was found. Run one of:',
      '  apt-get install -y chromium          (Debian, Ubuntu; as root)',
      '  npx playwright install chromium      (any system that may download from Playwright)',
      'or set CHROMIUM to the path of a Chrome or Chromium that is there.',
    ].join('\n'),
  );
}

/** Flags for a Chromium that runs in a container, draws to no screen and asks nobody for anything. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--headless=new',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Flags that add WebGPU computed on the CPU, where there is no graphics card. */
export const WEBGPU_FLAGS: readonly string[] = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
];
