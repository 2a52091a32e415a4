import { verifyChain } from '@/lib/ledger/chain';
import { expect, test } from './same-origin';
import { lastTokens, ledgerRecords, openReady, reasonToTheEnd, steps } from './workbench';

test('a stopped run continues with a key to the same tokens as one that was not stopped', async ({
  page,
}) => {
  await openReady(page);
  await reasonToTheEnd(page);
  const whole = await lastTokens(page);

  await page.getByRole('button', { name: 'Reason again' }).click();
  await expect(steps(page).nth(1)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('You stopped this run.')).toBeVisible();
  const button = page.getByRole('button', { name: 'Continue thinking' });
  await expect(button).toHaveAttribute('aria-keyshortcuts', 'C');
  const said = await steps(page).count();
  await page.keyboard.press('c');
  await expect(button).toBeHidden();
  expect(await steps(page).count()).toBeGreaterThanOrEqual(said);
  await expect(page.locator('#explanation h3').first()).toBeVisible({ timeout: 90_000 });

  expect(await lastTokens(page)).toEqual(whole);
  const records = await ledgerRecords(page);
  expect(records.map(({ body }) => body.kind)).toEqual([
    'run-started',
    'run-finished',
    'run-started',
    'run-finished',
    'run-started',
    'run-finished',
  ]);
  const [, , , stopped, goesOn] = records;
  expect(stopped?.body).toMatchObject({ trace: { stop: 'stopped' } });
  expect(goesOn?.body).toMatchObject({ continues: stopped?.body.run });
  expect(await verifyChain(records)).toMatchObject({ intact: true, records: 6 });
});

test('the meters of a run are there while it goes, and unfold with the keyboard', async ({
  page,
}) => {
  await openReady(page);
  await page.keyboard.press('Control+Enter');
  const meters = page.locator('#reasoning footer details');
  await expect(meters).toBeVisible();
  await expect(meters.locator('summary')).toContainText(/Length \d+ of 640 tokens/u);
  await meters.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(meters.getByText('arXiv 2502.03373', { exact: false }).first()).toBeVisible();
  await expect(page.locator('#explanation h3').first()).toBeVisible({ timeout: 90_000 });
  await expect(meters.locator('summary')).toContainText('Form 3 of 3');
});
