import type { Locator, Page } from '@playwright/test';
import { CARE } from '@/lib/knowledge/care';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import { examineDocument } from './examine';
import { expect, test } from './same-origin';
import { visit } from './visit';

function entry(page: Page, id: string): Locator {
  return page.locator(`details[data-condition="${id}"]`);
}

function listed(page: Page): Locator {
  return page.locator('details[data-condition]:not([hidden])');
}

test('a condition is found by name, other name, code, severity and flag, and unfolded by key', async ({
  page,
}) => {
  await visit(page, '/conditions');
  await expect(page.getByText('No clinician has reviewed this page.')).toBeVisible();
  await expect(listed(page)).toHaveCount(CONDITIONS.length);
  const find = page.getByLabel('Find a condition');
  for (const words of ['collapsed lung', 'j93', 'PTX']) {
    await find.fill(words);
    await expect(entry(page, 'spontaneous-pneumothorax')).toBeVisible();
    await expect(listed(page)).toHaveCount(1);
  }
  await find.fill('');
  await page.getByLabel('Severity').selectOption('1');
  await page.getByLabel('Can’t miss only').check();
  const expected = CONDITIONS.filter(({ severity, cantMiss }) => severity === 1 && cantMiss);
  await expect(listed(page)).toHaveCount(expected.length);
  await expect(page.getByRole('status')).toHaveText(
    `${expected.length} of ${CONDITIONS.length} conditions`,
  );

  const anaphylaxis = entry(page, 'anaphylaxis');
  await anaphylaxis.locator('summary').focus();
  await page.keyboard.press('Enter');
  for (const part of [
    'Typical',
    'Atypical',
    'Questions to ask',
    'Given or done first',
    'How soon',
    'Usual course',
    'Speaks most against it',
  ]) {
    await expect(anaphylaxis.getByRole('heading', { name: part, exact: true })).toBeVisible();
  }
  const care = CARE.find(({ condition }) => condition === 'anaphylaxis');
  if (care === undefined) throw new Error('nothing is stated of anaphylaxis');
  for (const text of [...care.treatments.map(({ name }) => name), care.course, ...care.sources]) {
    await expect(anaphylaxis.getByText(text, { exact: true })).toBeVisible();
  }
  await expect(anaphylaxis.getByText(/counted, \d+ of \d+/).first()).toBeVisible();
  await expect(anaphylaxis.getByText(/; stated$/).first()).toBeVisible();
});

test('an address with a condition unfolds it, also where the filter hides it', async ({ page }) => {
  await visit(page, '/conditions#croup');
  await expect(entry(page, 'croup')).toHaveJSProperty('open', true);
  await expect(entry(page, 'croup')).toBeInViewport();
  await page.getByLabel('Find a condition').fill('croup');
  await expect(listed(page)).toHaveCount(1);
  await page.evaluate(() => {
    location.hash = 'pericarditis';
  });
  await expect(entry(page, 'pericarditis')).toHaveJSProperty('open', true);
  await expect(entry(page, 'pericarditis')).toBeInViewport();
  await expect(listed(page)).toHaveCount(CONDITIONS.length);
});

test('axe finds nothing serious in either theme, and paper shows what the filter left', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await visit(page, '/conditions');
  await page.getByText('How to read the figures').click();
  await page.getByLabel('Find a condition').fill('pneumo');
  await page.getByRole('button', { name: 'Unfold all', exact: true }).click();
  await examineDocument(page, 'conditions');
  await page.getByRole('button', { name: 'Fold all', exact: true }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByLabel('Find a condition')).toBeHidden();
  await expect(
    entry(page, 'spontaneous-pneumothorax').getByRole('heading', { name: 'Typical', exact: true }),
  ).toBeVisible();
  await expect(entry(page, 'croup')).toBeHidden();
});
