import type { Page, Worker } from '@playwright/test';
import { verifyChain } from '@/lib/ledger/chain';
import { loseDeviceAt, type Stage } from './engine-workers';
import { CHROMIUM_FLAGS, findChromium, WEBGPU_FLAGS } from './find-chromium';
import { expect, test } from './same-origin';
import { serveShallowModel } from './shallow-model';
import { visit } from './visit';
import { ledgerRecords, openRuns, reasonToTheEnd } from './workbench';

test.use({
  launchOptions: { executablePath: findChromium(), args: [...CHROMIUM_FLAGS, ...WEBGPU_FLAGS] },
});

/** Opens the page on WebGPU. Its workers lose their device in a stage of their work, until what is returned is called. */
async function openToLoseDevice(page: Page, stage: Stage): Promise<() => void> {
  const hook = (worker: Worker) => void loseDeviceAt(worker, stage).catch(() => undefined);
  page.on('worker', hook);
  await visit(page, '/?device=webgpu');
  return () => page.off('worker', hook);
}

async function expectReadyOnWebGpu(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Ready/u })).toContainText('WebGPU', {
    timeout: 500_000,
  });
}

const token = (page: Page, index: number) => page.locator(`#reasoning [data-token="${index}"]`);

for (const stage of ['prefill', 'decode'] as const) {
  test(`a device that is lost in ${stage} is told with what to do, what was said is kept, and the next run goes on`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await serveShallowModel(page);
    const loseNoMore = await openToLoseDevice(page, stage);
    await expectReadyOnWebGpu(page);
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('r');
    const told = page.locator('#reasoning [data-fault="device-lost"]');
    await expect(told).toBeVisible({ timeout: 300_000 });
    await expect(told).toContainText('The graphics device was lost');
    await expect(told).toContainText('Run the case again');

    const [, broken] = await ledgerRecords(page);
    if (stage === 'decode') {
      await expect(token(page, 3)).toBeAttached();
      expect(broken?.body).toMatchObject({ kind: 'run-finished', trace: { stop: 'failed' } });
    } else {
      expect(broken?.body).toMatchObject({ kind: 'run-interrupted', text: '' });
    }
    const runs = await openRuns(page);
    const listedAs = stage === 'decode' ? 'failed' : 'interrupted';
    await expect(runs.getByRole('listitem')).toContainText(listedAs);
    await page.keyboard.press('Escape');

    loseNoMore();
    await page.keyboard.press('Control+Enter');
    await expect(told).toBeHidden();
    // Two tokens: the software device gives one or two a second.
    await expect(token(page, 2)).toBeAttached({ timeout: 500_000 });
    await page.keyboard.press('Escape');
    await expect(page.locator('#explanation h3').first()).toBeVisible({ timeout: 60_000 });
    const records = await ledgerRecords(page);
    expect(await verifyChain(records)).toMatchObject({ intact: true, records: 4 });
    expect(records.at(-1)?.body).toMatchObject({
      kind: 'run-finished',
      trace: { stop: 'stopped', manifest: { engine: { device: 'webgpu' } } },
    });
  });
}

test('a device that is lost while the model is tried out leaves WebAssembly, which is said and recorded', async ({
  page,
}) => {
  test.setTimeout(900_000);
  await openToLoseDevice(page, 'probe');
  const ready = page.getByRole('button', { name: /^Ready/u });
  await expect(ready).toContainText('WebAssembly', { timeout: 500_000 });
  await ready.click();
  await expect(
    page.getByText('WebGPU failed while the model was loading', { exact: false }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await reasonToTheEnd(page);
  expect((await ledgerRecords(page)).at(-1)?.body).toMatchObject({
    trace: { stop: 'end', manifest: { engine: { device: 'wasm' } } },
  });
});
