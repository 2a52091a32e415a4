import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readExplanation } from '@/lib/explanation/read-explanation';
import { readBundle, verifyBundle } from '@/lib/ledger/verify-bundle';
import { expect, test } from './same-origin';
import { openReady, reasonToTheEnd } from './workbench';

test('what is exported and printed holds the whole explanation', async ({ page }) => {
  await openReady(page);
  await reasonToTheEnd(page);
  const diagnosis = await page
    .getByRole('region', { name: 'Answer' })
    .locator('p')
    .first()
    .textContent();

  await test.step('Markdown', async () => {
    const markdown = await exported(page, /^Markdown/u);
    expect(markdown.name).toMatch(/^rationale-[\dTZ-]+\.md$/u);
    expect(markdown.content).toContain(diagnosis);
    expect(markdown.content).toContain('A 63-year-old woman');
  });

  await test.step('JSON', async () => {
    const json = await exported(page, /^JSON/u);
    const read = readExplanation(json.content);
    if (!read.ok) throw new Error(read.fault.message);
    expect(read.value.answer.diagnosis).toBe(diagnosis);
    expect(read.value.steps).toHaveLength(await page.locator('#reasoning article').count());
  });

  await test.step('bundle', async () => {
    const bundle = await exported(page, /^Bundle/u);
    const read = readBundle(bundle.content);
    if (!read.ok) throw new Error(read.fault.message);
    expect(await verifyBundle(read.value)).toMatchObject({ intact: true });
  });

  await test.step('print', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.locator('[data-screen]')).toBeHidden();
    const printed = page.locator('[data-print-document]');
    for (const part of [
      'Case',
      'Answer',
      'Differential',
      'Reasoning, step by step',
      'Limits',
      'What ran',
    ]) {
      await expect(printed.getByRole('heading', { name: part, exact: true })).toBeVisible();
    }
    await expect(printed).toContainText(diagnosis ?? '');
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await page.pdf({ path: 'test-results/screens/print.pdf', format: 'A4', printBackground: true });
  });
});

async function exported(page: Page, action: RegExp): Promise<{ name: string; content: string }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: action }).click();
  const download = await coming;
  return {
    name: download.suggestedFilename(),
    content: await readFile(await download.path(), 'utf8'),
  };
}
