import { SERVED_MODEL, serveEndpoint } from './endpoint-server';
import { serveRecitingMirror } from './model-mirror';
import { expect, test } from './same-origin';
import { enterAt, expectAllReached, tabTo } from './tab-order';
import { visit } from './visit';
import { ledgerRecords } from './workbench';

const MODEL = 'DeepSeek-R1-Distill-Qwen 1.5B';
const REPOSITORY = 'onnx-community/DeepSeek-R1-Distill-Qwen-1.5B-ONNX';

/** Presses that lead to what stands beside. */
const NEAR = 3;

test('every action of the page of models is reached by keyboard, and an endpoint is added, edited and removed', async ({
  page,
  allowedOrigins,
}) => {
  test.setTimeout(300_000);
  const server = await serveEndpoint();
  allowedOrigins.add(server.origin);
  try {
    await visit(page, '/models');
    await expect(page.getByText('Looking…')).toBeHidden();
    await expect(page.getByText('Asking the server…')).toBeHidden();
    await expectAllReached(page);

    await enterAt(page, page.getByRole('button', { name: 'Add an endpoint' }));
    const address = page.getByLabel('Address', { exact: true });
    await expect(address).toBeFocused();
    await page.keyboard.type(`${server.origin}/v1`);
    await enterAt(page, page.getByRole('button', { name: 'Ask for its models' }));
    await enterAt(page, page.getByRole('button', { name: SERVED_MODEL, exact: true }));
    await expectAllReached(page);
    await enterAt(page, page.getByRole('button', { name: 'Save' }));
    const entry = page.getByRole('article', { name: SERVED_MODEL });
    await expect(entry).toBeVisible();

    await enterAt(page, entry.getByRole('button', { name: `Remove ${SERVED_MODEL}` }));
    await expect(entry).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Your endpoints' })).toBeFocused();
    await enterAt(page, page.getByRole('button', { name: 'Undo' }));
    await expect(entry).toBeVisible();
  } finally {
    await server.close();
  }
});

test('a model is downloaded, cancelled, downloaded again, chosen and deleted by keyboard alone', async ({
  page,
  allowedOrigins,
}) => {
  test.setTimeout(300_000);
  const mirror = await serveRecitingMirror(REPOSITORY, [{ kind: 'slow', bytesPerSecond: 40_000 }]);
  allowedOrigins.add(mirror.origin);
  const entry = page.getByRole('article', { name: MODEL });
  const button = (name: string | RegExp) => entry.getByRole('button', { name });
  try {
    await visit(page, '/models');
    await expect(page.getByText('Looking…')).toBeHidden();
    await enterAt(page, page.locator('summary', { hasText: 'Download from' }));
    await tabTo(page, page.getByLabel('Address of a mirror'), NEAR);
    await page.keyboard.type(mirror.origin);
    await enterAt(page, page.getByRole('button', { name: 'Use it' }), NEAR);

    // The first download from a place begins with the page that may connect to it.
    await enterAt(page, button(/^Download/u));
    await enterAt(page, button('Cancel'));
    await expect(button(/^Download/u)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(button('Pause')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(button('Resume')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(entry.getByText('every file verified', { exact: false })).toBeVisible({
      timeout: 120_000,
    });
    await expect(button(`Reason with ${MODEL}`)).toBeFocused();
    await page.keyboard.press('Enter');

    const ready = page.getByRole('button', { name: /^Ready · Web/u });
    await expect(ready).toBeVisible({ timeout: 120_000 });
    await enterAt(page, page.getByRole('link', { name: 'Models' }));
    await enterAt(page, button(`Delete ${MODEL}`));
    await expect(button(/^Download/u)).toBeFocused();
  } finally {
    await mirror.close();
  }
});

test('two models are chosen, stopped, compared and read by keyboard alone', async ({ page }) => {
  test.setTimeout(300_000);
  await visit(page, '/models');
  const add = page.getByRole('button', { name: 'Add rationale-embedded on the server' });
  await enterAt(page, add);
  await expect(add).toBeHidden();
  await enterAt(page, page.getByRole('link', { name: 'Compare' }).first());
  const compare = page.getByRole('button', { name: 'Compare', exact: true });
  await expect(compare).toBeEnabled();
  await expectAllReached(page);

  const [first, second] = ['First model', 'Second model'].map((name) =>
    page.getByRole('combobox', { name }),
  );
  if (first === undefined || second === undefined) throw new Error('there are two models');
  const before = await first.inputValue();
  await tabTo(page, first);
  await page.keyboard.press('ArrowDown');
  await expect(compare).toBeDisabled();
  await tabTo(page, second, NEAR);
  await page.keyboard.press('ArrowUp');
  await expect(second).toHaveValue(before);

  await enterAt(page, compare, NEAR);
  const stop = page.getByRole('button', { name: 'Stop' });
  await expect(stop).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(compare).toBeFocused({ timeout: 60_000 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table')).toBeVisible({ timeout: 180_000 });
  await expectAllReached(page);
  await enterAt(page, page.getByRole('link', { name: 'Open this run' }).first());
  await expect(page.locator('#explanation')).toContainText('Pulmonary embolism');
  expect((await ledgerRecords(page)).length).toBeGreaterThanOrEqual(4);
});
