import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { verifyChain } from '@/lib/ledger/chain';
import { readBundle, verifyBundle } from '@/lib/ledger/verify-bundle';
import { nameMirror, serveRecitingMirror } from './model-mirror';
import { expect, test } from './same-origin';
import { visit } from './visit';
import { ledgerRecords, openReady, openRuns, reasonToTheEnd } from './workbench';

const MODEL = 'DeepSeek-R1-Distill-Qwen 1.5B';
const REPOSITORY = 'onnx-community/DeepSeek-R1-Distill-Qwen-1.5B-ONNX';

/** So long Chromium goes by the room that it last found, also for a database that is opened again at once. Milliseconds. */
const ROOM_REMEMBERED = 31_000;

/** Lets the browser give the origin so many bytes of storage and no more; all that there is, where none are told. */
async function giveRoom(page: Page, origin: string, bytes?: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(bytes === undefined ? {} : { quotaSize: bytes }),
  });
}

async function exportBundle(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Bundle/u }).click(),
  ]);
  return readFile((await file.path()) ?? '', 'utf8');
}

test('a run for which the ledger has no room is told, shown and exported, and is kept once there is room', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const told = page.locator('[data-fault="storage-full"]');
  await openReady(page, '/?device=wasm');
  await reasonToTheEnd(page);
  const earlier = await ledgerRecords(page);

  await test.step('the person is told, and the run goes on to its end', async () => {
    await page.goto('about:blank');
    await giveRoom(page, baseURL ?? '', 1);
    await page.waitForTimeout(ROOM_REMEMBERED);
    await openReady(page, '/?device=wasm');
    await reasonToTheEnd(page);
    await expect(told).toContainText('storage for this page is full');
    await expect(told).toContainText('export them, or free space');
    expect(await ledgerRecords(page)).toEqual(earlier);
  });

  await test.step('it stands in the list, and its records can be taken away', async () => {
    const runs = await openRuns(page);
    await expect(runs.getByRole('listitem')).toHaveCount(2);
    await page.keyboard.press('Escape');
    const bundle = readBundle(await exportBundle(page));
    if (!bundle.ok) throw new Error(bundle.fault.message);
    expect(await verifyBundle(bundle.value)).toMatchObject({ intact: true });
  });

  await test.step('the browser asks before the page that holds it is left', async () => {
    const asked = page.waitForEvent('dialog');
    const leaving = page.goto('/models').catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await leaving;
    await expect(page.locator('#explanation h3').first()).toBeVisible();
  });

  await test.step('with the next run after there is room it is kept too', async () => {
    await giveRoom(page, baseURL ?? '');
    await page.getByRole('button', { name: 'Reason again' }).click();
    await expect.poll(async () => (await ledgerRecords(page)).length, { timeout: 90_000 }).toBe(6);
    await expect(told).toBeHidden();
    const records = await ledgerRecords(page);
    expect(records.slice(0, earlier.length)).toEqual(earlier);
    expect(await verifyChain(records)).toMatchObject({ intact: true, records: 6 });
    const finished = records.filter(({ body }) => body.kind === 'run-finished');
    expect(new Set(finished.map(({ body }) => body.run)).size).toBe(3);
    await page.reload();
    await expect((await openRuns(page)).getByRole('listitem')).toHaveCount(3);
  });
});

test('a download without room says so, keeps what came, and goes on once there is room', async ({
  page,
  allowedOrigins,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const mirror = await serveRecitingMirror(REPOSITORY);
  allowedOrigins.add(mirror.origin);
  try {
    await visit(page, '/models');
    await nameMirror(page, mirror.origin);
    await giveRoom(page, baseURL ?? '', 150_000);
    const entry = page.getByRole('article', { name: MODEL });
    await entry.getByRole('button', { name: 'Download' }).click();
    await expect(entry.locator('[data-fault="storage-full"]')).toBeVisible({ timeout: 60_000 });
    await expect(entry.getByText('it goes on where it stopped', { exact: false })).toBeVisible();

    await giveRoom(page, baseURL ?? '');
    await entry.getByRole('button', { name: 'Resume' }).click();
    await expect(entry.getByText('every file verified', { exact: false })).toBeVisible({
      timeout: 60_000,
    });
  } finally {
    await mirror.close();
  }
});
