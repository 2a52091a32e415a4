import type { Page } from '@playwright/test';
import { expect, test } from './same-origin';
import { visit } from './visit';
import { ledgerRecords, openReady, openRuns, reasonToTheEnd, steps, TYPED_CASE } from './workbench';

function fault(page: Page, code: string) {
  return page.locator(`[role="alert"][data-fault="${code}"]`);
}

function caseField(page: Page) {
  return page.getByRole('textbox', { name: 'What is known of the patient' });
}

test('each case that is none gets one message, and the page stays usable', async ({ page }) => {
  await openReady(page);
  await page.getByRole('button', { name: 'New case' }).click();
  const reason = page.getByRole('button', { name: 'Reason', exact: true });

  await test.step('empty', async () => {
    await reason.click();
    await expect(fault(page, 'case-empty')).toBeVisible();
    await expect(page.getByRole('alert').and(page.locator('[data-fault]'))).toHaveCount(1);
  });

  await test.step('binary', async () => {
    await caseField(page).fill(`MZ\u0000\u0001\u0002${TYPED_CASE}`);
    await reason.click();
    await expect(fault(page, 'case-binary')).toBeVisible();
  });

  await test.step('options without a question, then two with one letter, then an empty one', async () => {
    await caseField(page).fill(TYPED_CASE);
    await page.getByRole('button', { name: 'Add an option' }).click();
    await page.getByRole('button', { name: 'Add an option' }).click();
    await page.getByLabel('Text of option A').fill('Pneumonia');
    await page.getByLabel('Text of option B').fill('Bronchitis');
    await reason.click();
    await expect(fault(page, 'options-without-question')).toBeVisible();
    await page.getByLabel('Question').fill('What is the diagnosis?');
    await expect(fault(page, 'options-without-question')).toBeHidden();
    await page.getByLabel('Letter of option 2').fill('A');
    await reason.click();
    await expect(fault(page, 'option-letter-repeated')).toBeVisible();
    await page.getByLabel('Letter of option 2').fill('B');
    await page.getByLabel('Text of option B').fill('');
    await reason.click();
    await expect(fault(page, 'option-empty')).toBeVisible();
    await page.getByLabel('Text of option B').fill('Bronchitis');
  });

  await test.step('mended, it runs', async () => {
    await reason.click();
    await expect(steps(page).first()).toBeVisible();
    await page.keyboard.press('Escape');
  });
});

test('a case of 200 kB is refused with how much fits, and is still there', async ({ page }) => {
  await openReady(page);
  await page.getByRole('button', { name: 'New case' }).click();
  const long = 'She has had a cough and a fever for some days now. '.repeat(4_000);
  await caseField(page).fill(long);
  await page.keyboard.press('Control+Enter');
  await expect(fault(page, 'prompt-too-long')).toBeVisible({ timeout: 30_000 });
  await expect(fault(page, 'prompt-too-long')).toContainText(/\d/u);
  expect((await caseField(page).inputValue()) === long).toBe(true);
});

test('a file that is no text does not take the place of the case; one that is does', async ({
  page,
}) => {
  await visit(page, '/');
  await dropFile(page, 'scan.bin', [0, 1, 2, 3, 0, 255]);
  await expect(fault(page, 'case-binary')).toBeVisible();
  await expect(page.locator('#case')).toContainText('63-year-old woman');
  await dropFile(page, 'case.txt', [...new TextEncoder().encode(TYPED_CASE)]);
  await expect(caseField(page)).toHaveValue(TYPED_CASE);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(caseField(page)).toHaveValue(/63-year-old woman/u);
});

test('a damaged model file is named, and the page stays usable', async ({ page }) => {
  await page.route('**/onnx/*', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body.writeUInt8(body.readUInt8(body.length - 1) ^ 0xff, body.length - 1);
    await route.fulfill({ response, body });
  });
  await visit(page, '/');
  await expect(fault(page, 'model-file-damaged')).toBeVisible({ timeout: 60_000 });
  await expect(fault(page, 'model-file-damaged')).toContainText('onnx/');
  await page.keyboard.press('Control+Enter');
  await expect(
    page.locator('#reasoning').locator('[data-fault="model-file-damaged"]'),
  ).toBeVisible();
  await page.unroute('**/onnx/*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Ready', { exact: false }).first()).toBeVisible({ timeout: 60_000 });
});

test('a missing model file is named', async ({ page }) => {
  await page.route('**/tokenizer.json', (route) => route.fulfill({ status: 404 }));
  await visit(page, '/');
  await expect(fault(page, 'model-file-missing')).toContainText('tokenizer.json');
});

test('without WebAssembly the page says so', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'WebAssembly');
  });
  await visit(page, '/');
  await expect(fault(page, 'no-webassembly')).toBeVisible();
  await expect(page.locator('#case li').first()).toBeVisible();
});

test('where storage is refused a run still works, and the page says that it is not kept', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, 'open', {
      value() {
        throw new DOMException('storage is switched off', 'SecurityError');
      },
    });
  });
  await openReady(page);
  await expect(fault(page, 'storage-refused')).toBeVisible();
  await reasonToTheEnd(page);
  await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
});

test('where storage is full a run still works, and what was kept before is unharmed', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function (...given) {
      if (document.documentElement.dataset.disk === 'full') {
        throw new DOMException('the disk is full', 'QuotaExceededError');
      }
      return add.apply(this, given);
    };
  });
  await openReady(page);
  await reasonToTheEnd(page);
  const before = await ledgerRecords(page);
  await page.evaluate(() => {
    document.documentElement.dataset.disk = 'full';
  });
  await page.getByRole('button', { name: 'Reason again' }).click();
  await expect(fault(page, 'storage-full')).toBeVisible();
  await expect(page.locator('#explanation h3').first()).toBeVisible({ timeout: 90_000 });
  await expect((await openRuns(page)).getByRole('listitem')).toHaveCount(2);
  expect(await ledgerRecords(page)).toEqual(before);
});

async function dropFile(page: Page, name: string, bytes: readonly number[]): Promise<void> {
  await page.locator('#case').evaluate(
    (pane, file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(file.bytes)], file.name));
      pane.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    { name, bytes: [...bytes] },
  );
}
