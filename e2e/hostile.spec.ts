import type { Page } from '@playwright/test';
import { HOSTILE_TEXTS } from '@/lib/text/hostile-texts.fixture';
import { checkToTheEnd, openWith } from './audit-page';
import { expect, test } from './same-origin';

const CASE_TEXT = `A 58-year-old man presents with fever. He denies cough.\n\n${HOSTILE_TEXTS.map(([, text]) => `He says "${text}".`).join('\n\n')}`;

const TRACE_TEXT = `<think>\nHe has a fever and a cough.\n\n${HOSTILE_TEXTS.map(([, text]) => `Step: ${text} He has a cough ${text}.`).join('\n\n')}\n</think>\n\n**Diagnosis:** <b onclick="document.title='taken'">Croup</b> \u202Epuorc\u202C`;

/** Elements that no text may become, and addresses and handlers that none may have. */
const FORBIDDEN = [
  '#case :is(script, img, iframe, object, embed, form, base, meta, style, link, table, a, b)',
  '#reasoning :is(script, img, iframe, object, embed, form, base, meta, style, link, table, a, b)',
  '#explanation :is(script, img, iframe, object, embed, form, base, meta, style, link, b)',
  '[data-print-document] :is(script, img, iframe, object, embed, form, base, meta, style, link, a, b)',
  'a[href*="taken"]',
  'a[href^="javascript"]',
  '[onclick], [onerror], [onload], [onfocus]',
].join(', ');

test('whatever a case or a reasoning holds is shown as text, and does nothing', async ({
  page,
}) => {
  const requests: string[] = [];
  const navigations: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('framenavigated', (frame) => navigations.push(frame.url()));
  page.on('dialog', (dialog) => navigations.push(`dialog ${dialog.message()}`));
  await openWith(page, CASE_TEXT, TRACE_TEXT);
  navigations.length = 0;
  await checkToTheEnd(page);
  await nothingActs(page);
  await expect(page.locator('#case')).toContainText('<script>document.title="taken"</script>');
  await expect(page.locator('#reasoning [data-unseen="U+202E"]').first()).toBeVisible();
  await expect(page.locator('#case [data-unseen="U+202E"]').first()).toBeVisible();

  await page.keyboard.press('r');
  await expect(page.getByRole('region', { name: 'Raw text' })).toBeVisible();
  await nothingActs(page);

  await page.reload();
  await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
  await nothingActs(page);
  expect(requests.filter((address) => address.includes('taken'))).toEqual([]);
  expect(navigations.filter((address) => !address.includes('/audit'))).toEqual([]);
});

async function nothingActs(page: Page): Promise<void> {
  await expect(page.locator(FORBIDDEN)).toHaveCount(0);
  expect(await page.title()).toContain('Rationale');
  const unseen = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('#case, #reasoning, #explanation')]
      .map((pane) => pane.textContent ?? '')
      .join('');
    return /[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u.test(shown);
  });
  expect(unseen).toBe(false);
}
