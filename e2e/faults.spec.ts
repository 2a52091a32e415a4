import type { Page, Worker } from '@playwright/test';
import { verifyChain } from '@/lib/ledger/chain';
import { CHROMIUM_FLAGS, findChromium, WEBGPU_FLAGS } from './find-chromium';
import { expect, test } from './same-origin';
import { visit } from './visit';
import { ledgerRecords, openReady, openRuns, reasonToTheEnd } from './workbench';

test.use({
  launchOptions: { executablePath: findChromium(), args: [...CHROMIUM_FLAGS, ...WEBGPU_FLAGS] },
});

/** The worker in which the page's model runs. */
async function engineWorker(page: Page): Promise<Worker> {
  for (const worker of page.workers()) {
    if (await worker.evaluate(() => self.name.startsWith('rationale-engine-'))) return worker;
  }
  throw new Error('no worker runs a model');
}

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

test.describe('on WebGPU', () => {
  /** Lets the test reach the devices that a worker asks for, and take them away. */
  function keepDevices(page: Page): void {
    page.on('worker', (worker) => {
      worker
        .evaluate(() => {
          const adapter: unknown = Reflect.get(globalThis, 'GPUAdapter');
          if (typeof adapter !== 'function') return;
          const { requestDevice } = adapter.prototype;
          adapter.prototype.requestDevice = async function (...asked: unknown[]) {
            const device = await requestDevice.apply(this, asked);
            Reflect.set(globalThis, 'deviceUnderTest', device);
            return device;
          };
        })
        .catch(() => undefined);
    });
  }

  function loseDevice(worker: Worker): Promise<boolean> {
    return worker.evaluate(() => {
      const device: unknown = Reflect.get(globalThis, 'deviceUnderTest');
      if (typeof device !== 'object' || device === null || !('destroy' in device)) return false;
      if (typeof device.destroy === 'function') device.destroy();
      return true;
    });
  }

  async function openOnWebGpu(page: Page): Promise<void> {
    keepDevices(page);
    await visit(page, '/?device=webgpu');
    await expect(page.getByRole('button', { name: /^Ready/u })).toContainText('WebGPU', {
      timeout: 500_000,
    });
  }

  test('a device that is lost in the middle of a run is told with what to do, and what was said is kept', async ({
    page,
  }) => {
    test.setTimeout(900_000);
    await openOnWebGpu(page);
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('r');
    await expect(page.locator('#reasoning [data-token="4"]')).toBeAttached({ timeout: 300_000 });
    expect(await loseDevice(await engineWorker(page))).toBe(true);
    const told = page.locator('[data-fault="device-lost"]');
    await expect(told).toBeVisible({ timeout: 60_000 });
    await expect(told).toContainText('The graphics device was lost');
    await expect(told).toContainText('Run the case again');
    await expect(page.locator('#reasoning [data-token="4"]')).toBeAttached();
    const runs = await openRuns(page);
    await expect(runs.getByRole('listitem')).toContainText('failed');
    expect(await verifyChain(await ledgerRecords(page))).toMatchObject({ intact: true });
  });
});
