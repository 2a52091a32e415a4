import { expect, type Page } from '@playwright/test';
import { verifyChain } from '@/lib/ledger/chain';
import { debugWorkers, engineWorker, haltAt } from './engine-workers';
import { test } from './same-origin';
import { visit } from './visit';
import { ledgerRecords, openReady, openRuns, reasonToTheEnd, steps } from './workbench';

test('a worker that the browser ends in the middle of a run is told, what was said is kept, and the next run goes through', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const workers = await debugWorkers(page);
  await openReady(page, '/?device=wasm');
  await haltAt(await engineWorker(page), 'decode');
  await page.keyboard.press('Control+Enter');
  await workers.halted;
  await expectUnderWay(page);
  await expect(steps(page).first()).toBeVisible();
  await page.keyboard.press('r');
  const words = page.locator('#reasoning [data-token]');
  await expect(words.nth(30)).toBeAttached();
  const said = await words.allTextContents();

  await workers.end();
  await expectTold(page);
  expect(await words.allTextContents()).toEqual(said);
  const [, broken] = await ledgerRecords(page);
  if (broken?.body.kind !== 'run-finished') throw new Error('the run has no end in the ledger');
  expect(broken.body.trace.stop).toBe('failed');
  expect(broken.body.trace.tokens).toHaveLength(said.length);
  await expectNextRun(page, 'failed');
});

test('a worker that the browser ends before the first word is told, and the next run goes through', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const workers = await debugWorkers(page);
  await openReady(page, '/?device=wasm');
  await haltAt(await engineWorker(page), 'prefill');
  await page.keyboard.press('Control+Enter');
  await workers.halted;
  await expectUnderWay(page);

  await workers.end();
  await expectTold(page);
  const [, broken] = await ledgerRecords(page);
  expect(broken?.body).toMatchObject({ kind: 'run-interrupted', text: '' });
  await expectNextRun(page, 'interrupted');
});

test('a worker that the browser ends while the model loads is told, and the model is loaded on request', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const workers = await debugWorkers(page);
  const halting = new Set<Promise<void>>();
  page.on('worker', (worker) => {
    halting.add(haltAt(worker, 'load').catch(() => undefined));
  });
  await visit(page, '/?device=wasm');
  await workers.halted;
  await Promise.all(halting);
  page.removeAllListeners('worker');
  await workers.end();
  const told = page.locator('[data-fault="run-failed"]');
  await expect(told).toContainText('the browser ended it');
  await expect(page.getByText('Model not loaded')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: /^Ready · Web/u })).toBeVisible({
    timeout: 60_000,
  });
  await expect(told).toBeHidden();
  await reasonToTheEnd(page);
});

test('a worker that dies while nothing runs is replaced without a word', async ({ page }) => {
  test.setTimeout(300_000);
  await openReady(page, '/?device=wasm');
  const worker = await engineWorker(page);
  const ended = worker.waitForEvent('close');
  await worker.evaluate(() => self.close());
  await ended;
  await reasonToTheEnd(page);
  await expect(page.locator('[data-fault]')).toHaveCount(0);
});

async function expectUnderWay(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Stop' }).first()).toBeVisible();
  expect(await ledgerRecords(page)).toHaveLength(1);
}

async function expectTold(page: Page): Promise<void> {
  const told = page.locator('#reasoning [data-fault="run-failed"]');
  await expect(told).toBeVisible();
  await expect(told).toContainText('the browser ended it');
  await expect(told).toContainText('Run the case again');
}

/** That the run that broke off is listed for what it is, and that the next one goes through and is recorded after it. */
async function expectNextRun(page: Page, listedAs: string): Promise<void> {
  const runs = await openRuns(page);
  await expect(runs.getByRole('listitem')).toContainText(listedAs);
  await page.keyboard.press('Escape');
  await reasonToTheEnd(page);
  await expect(page.locator('[data-fault]')).toHaveCount(0);
  const records = await ledgerRecords(page);
  expect(await verifyChain(records)).toMatchObject({ intact: true, records: 4 });
  expect(records.at(-1)?.body).toMatchObject({ kind: 'run-finished', trace: { stop: 'end' } });
}
