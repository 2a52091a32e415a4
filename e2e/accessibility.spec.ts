import type { Page } from '@playwright/test';
import {
  CASE_TEXT,
  caseField,
  checkToTheEnd,
  openWith,
  TRACE_TEXT,
  traceField,
} from './audit-page';
import { examine } from './examine';
import { expect, test } from './same-origin';
import { visit } from './visit';
import { openReady, reasonToTheEnd } from './workbench';

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

/** Findings that the second reader has counted. */
const SECOND_READER_CASE =
  'He is short of breath. He has coughed up blood. His left calf is swollen. He had surgery three weeks ago. He has a history of DVT.';

const PANES = ['Case', 'Reasoning', 'Explanation'] as const;

test('axe finds nothing serious in either theme at either width, and each screen is pictured', async ({
  page,
}) => {
  test.setTimeout(360_000);
  await openReady(page);
  await examineAll(page, 'first');
  await reasonToTheEnd(page);
  await examineAll(page, 'ended');
  await page.keyboard.press('r');
  await examineAll(page, 'raw');
  await page.keyboard.press('r');
  await page.keyboard.press('e');
  await expect(page.locator('#case textarea')).toBeVisible();
  await examineAll(page, 'editing');
  await page.locator('#case-title').focus();
  for (const [key, name] of [
    ['?', 'keys'],
    ['l', 'runs'],
  ] as const) {
    await page.locator('#reasoning-title').focus();
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await examine(page, name);
    await page.keyboard.press('Escape');
  }
});

test('axe finds nothing serious on the page that checks a pasted reasoning', async ({ page }) => {
  test.setTimeout(180_000);
  await visit(page, '/audit');
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeVisible();
  await examineAll(page, 'audit-empty');
  await openWith(page, `${CASE_TEXT} ${SECOND_READER_CASE}`, TRACE_TEXT);
  await checkToTheEnd(page);
  await page.locator('#explanation details').evaluateAll((parts) => {
    for (const part of parts) part.setAttribute('open', '');
  });
  await examineAll(page, 'audit-checked');
  await page.locator('#case-title').focus();
  await page.keyboard.press('n');
  await caseField(page).fill(TRACE_TEXT);
  await traceField(page).fill(CASE_TEXT);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Swap and check' })).toBeVisible();
  await examineAll(page, 'audit-swapped');
});

/** Examines what is shown in both themes and at both widths; where one pane is shown at a time, each of them. */
async function examineAll(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const size of WIDTHS) {
      await page.setViewportSize(size);
      const name = `${state}-${colorScheme}-${size.width}`;
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(height, `${name}: only the panes scroll`).toBeLessThanOrEqual(size.height);
      if (size.width > 800) {
        await examine(page, name);
        continue;
      }
      for (const pane of PANES) {
        const choose = page.getByRole('navigation', { name: 'Panes' });
        await choose.getByRole('button', { name: pane }).click();
        await examine(page, `${name}-${pane.toLowerCase()}`);
      }
    }
  }
  await page.setViewportSize(WIDTHS[0]);
}
