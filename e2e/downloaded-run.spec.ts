import { verifyChain } from '@/lib/ledger/chain';
import { nameMirror, serveRecitingMirror } from './model-mirror';
import { expect, test } from './same-origin';
import { visit } from './visit';
import { ledgerRecords, openRuns, reasonToTheEnd, steps, TYPED_CASE, typeCase } from './workbench';

const MODEL = 'DeepSeek-R1-Distill-Qwen 1.5B';
const REPOSITORY = 'onnx-community/DeepSeek-R1-Distill-Qwen-1.5B-ONNX';

test('a chat model that was downloaded reasons on a typed case, and its run outlives a reload and the model', async ({
  page,
  allowedOrigins,
}) => {
  test.setTimeout(300_000);
  const mirror = await serveRecitingMirror(REPOSITORY, [{ kind: 'drop', after: 100_000 }]);
  allowedOrigins.add(mirror.origin);
  try {
    await test.step('it is downloaded across a dropped connection, and verified', async () => {
      await visit(page, '/models');
      await nameMirror(page, mirror.origin);
      const entry = page.getByRole('article', { name: MODEL });
      await entry.getByRole('button', { name: 'Download' }).click();
      await expect(entry.getByText('every file verified', { exact: false })).toBeVisible({
        timeout: 120_000,
      });
    });

    await test.step('it is picked in the workspace', async () => {
      await visit(page, '/');
      await page.getByRole('button', { name: /^Ready/u }).click();
      await page.getByRole('button', { name: MODEL }).click();
      const ready = page.getByRole('button', { name: /^Ready · Web/u });
      await expect(ready).toBeVisible({ timeout: 120_000 });
      await ready.click();
      await expect(page.getByText('deepseek-r1-distill-qwen-1.5b', { exact: false })).toBeVisible();
      await page.keyboard.press('Escape');
    });

    await test.step('it reasons on a typed case, and what it says is checked against it', async () => {
      await typeCase(page, TYPED_CASE);
      await reasonToTheEnd(page);
      await expect(steps(page).nth(5)).toContainText('Pneumonia is most likely');
      await expect(page.getByRole('region', { name: 'Answer' })).toContainText('Pneumonia');
      const ranked = page.getByRole('region', { name: 'Differential' });
      await expect(ranked.getByRole('heading', { level: 4 })).toHaveCount(2);
      await expect(
        steps(page)
          .getByRole('button', { name: /present:\s*fever/u })
          .first(),
      ).toBeVisible();
    });

    await test.step('the ledger has it, with the model and its files by name', async () => {
      const records = await ledgerRecords(page);
      expect(await verifyChain(records)).toMatchObject({ intact: true, records: 2 });
      expect(records.at(-1)?.body).toMatchObject({
        kind: 'run-finished',
        trace: {
          stop: 'end',
          manifest: {
            engine: {
              kind: 'local',
              model: 'deepseek-r1-distill-qwen-1.5b',
              files: expect.arrayContaining([
                expect.objectContaining({ path: 'onnx/model_int8.onnx_data' }),
              ]),
            },
          },
        },
      });
    });

    const explanation = await page.locator('#explanation').textContent();
    await test.step('a reload brings back the run and the model', async () => {
      await page.reload();
      await expect(page.locator('#explanation h3').first()).toBeVisible();
      expect(await page.locator('#explanation').textContent()).toBe(explanation);
      await expect(page.getByRole('button', { name: /^Ready · Web/u })).toBeVisible({
        timeout: 120_000,
      });
      const asked = mirror.log.length;
      await page.getByRole('button', { name: 'Reason again' }).click();
      await expect
        .poll(async () => (await ledgerRecords(page)).length, { timeout: 90_000 })
        .toBe(4);
      expect(mirror.log).toHaveLength(asked);
    });

    await test.step('the run can be read once the model is deleted, which is said', async () => {
      await visit(page, '/models');
      await page.getByRole('button', { name: `Delete ${MODEL}` }).click();
      const entry = page.getByRole('article', { name: MODEL });
      await expect(entry.getByRole('button', { name: 'Download' })).toBeVisible();
      await visit(page, '/');
      await expect(page.locator('[data-fault="model-gone"]')).toBeVisible();
      const runs = await openRuns(page);
      await expect(runs.getByRole('listitem')).toHaveCount(2);
      await runs.getByRole('listitem').last().getByRole('button').first().click();
      await expect(page.getByRole('region', { name: 'Answer' })).toContainText('Pneumonia');
    });
  } finally {
    await mirror.close();
  }
});
