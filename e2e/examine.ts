import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect } from './same-origin';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

declare global {
  interface Window {
    axe: { run(): Promise<AxeResults> };
  }
}

/** Pictures what is shown as `name`, and expects axe to find nothing serious in it. */
export async function examine(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/screens/${name}.png`, fullPage: true });
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
  const results = await page.evaluate(() => window.axe.run());
  const grave = results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, at: nodes.slice(0, 3).map(({ html }) => html) }));
  expect(grave, name).toEqual([]);
}

const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
] as const;

/** Examines the workbench as it stands, in both themes, wide and narrow. */
export async function examineScreens(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const size of [SIZES[1], SIZES[0]]) {
      await page.setViewportSize(size);
      await examine(page, `${name}-${colorScheme}-${size.width}`);
    }
  }
}

/** Examines a page that is read from top to bottom, in both themes and at every width; nothing may reach beyond the edge. */
export async function examineDocument(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond, `${name} at ${size.width}`).toBeLessThanOrEqual(0);
      await examine(page, `${name}-${colorScheme}-${size.width}`);
    }
  }
  await page.setViewportSize(SIZES[1]);
}
