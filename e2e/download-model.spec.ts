import { nameMirror, serveMirror } from './model-mirror';
import { expect, test } from './same-origin';
import { visit } from './visit';

const MODEL = 'DeepSeek-R1-Distill-Qwen 1.5B';
const REPOSITORY = 'onnx-community/DeepSeek-R1-Distill-Qwen-1.5B-ONNX';

test('a model is downloaded from a mirror across a dropped connection, reasons, and is deleted', async ({
  page,
  allowedOrigins,
}) => {
  test.setTimeout(300_000);
  const mirror = await serveMirror(REPOSITORY, [{ kind: 'drop', after: 2_000_000 }]);
  allowedOrigins.add(mirror.origin);
  try {
    await visit(page, '/models');
    await nameMirror(page, mirror.origin);
    const entry = page.getByRole('article', { name: MODEL });
    expect(mirror.log).toEqual([]);
    await entry.getByRole('button', { name: 'Download' }).click();
    await expect(entry.getByText('every file verified', { exact: false })).toBeVisible({
      timeout: 120_000,
    });

    await entry.getByRole('button', { name: `Reason with ${MODEL}` }).click();
    const ready = page.getByRole('button', { name: /^Ready · Web/ });
    await expect(ready).toBeVisible({ timeout: 120_000 });
    await ready.click();
    await expect(page.getByText('deepseek-r1-distill-qwen-1.5b', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: MODEL })).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Escape');
    // This stand-in's context holds no case with instructions, which is said before it reasons.
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('#case [data-fault="prompt-too-long"]')).toBeVisible();

    await visit(page, '/models');
    await page.getByRole('button', { name: `Delete ${MODEL}` }).click();
    await expect(entry.getByRole('button', { name: 'Download' })).toBeVisible();
  } finally {
    await mirror.close();
  }
});
