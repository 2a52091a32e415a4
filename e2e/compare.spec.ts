import { verifyChain } from '@/lib/ledger/chain';
import { serveEndpoint } from './endpoint-server';
import { examineDocument } from './examine';
import { expect, test } from './same-origin';
import { visit } from './visit';
import { ledgerRecords } from './workbench';

const SERVER_MODEL = 'rationale-embedded on the server';

test('two models run on one case, and their differentials stand row by row', async ({ page }) => {
  test.setTimeout(300_000);
  await visit(page, '/compare');
  await expect(page.getByText('There is one model here.', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Compare', exact: true })).toBeDisabled();
  await visit(page, '/models');
  await page.getByRole('button', { name: `Add ${SERVER_MODEL}` }).click();
  await visit(page, '/compare');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();

  const table = page.getByRole('table');
  await expect(table).toBeVisible({ timeout: 180_000 });
  // The same model, in this browser and on the server: the same answer and the same rows.
  await expect(page.getByText('Both come to the same answer.', { exact: false })).toBeVisible();
  await expect(table.getByRole('rowheader').first()).toHaveText('Pulmonary embolism');
  await expect(table.getByText('not named')).toHaveCount(0);
  await examineDocument(page, 'compare-ended');

  const records = await ledgerRecords(page);
  expect(records.map(({ body }) => body.kind).sort()).toEqual([
    'run-finished',
    'run-finished',
    'run-started',
    'run-started',
  ]);
  expect(await verifyChain(records)).toMatchObject({ intact: true, records: 4 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('combobox', { name: 'First model' })).toBeHidden();
  await expect(table).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  await page.getByRole('link', { name: 'Open this run' }).first().click();
  await expect(page.locator('#explanation')).toContainText('Pulmonary embolism');
});

test('one model that fails does not take the other with it', async ({ page, allowedOrigins }) => {
  test.setTimeout(240_000);
  const server = await serveEndpoint();
  allowedOrigins.add(server.origin);
  await visit(page, '/models');
  await page.getByRole('button', { name: 'Add an endpoint' }).click();
  await page.getByLabel('Address', { exact: true }).fill(`${server.origin}/v1`);
  await page.getByLabel('Model', { exact: true }).fill('test/model-32b');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('article', { name: 'test/model-32b' })).toBeVisible();
  await server.close();
  await visit(page, '/compare');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.locator('[data-fault="endpoint-unreachable"]')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open this run' })).toBeVisible({ timeout: 120_000 });
});
