import { CHROMIUM_FLAGS, findChromium, WEBGPU_FLAGS } from './find-chromium';
import { expect, test } from './same-origin';
import { visit } from './visit';
import { lastTokens, openReady, reasonToTheEnd, steps, TYPED_CASE, typeCase } from './workbench';

/*
 * SwiftShader computes WebGPU on the CPU at one or two tokens a second, so this run is stopped once it has shown enough
 * tokens to compare. WHOLE_WEBGPU_RUN=1 lets it go to its end.
 */
const WHOLE = process.env.WHOLE_WEBGPU_RUN === '1';
const ENOUGH_TOKENS = 24;

test.use({
  launchOptions: {
    executablePath: findChromium(),
    args: [...CHROMIUM_FLAGS, ...WEBGPU_FLAGS],
  },
});

test('WebGPU reasons about a typed case with the same greedy tokens as WebAssembly', async ({
  page,
}) => {
  test.setTimeout(WHOLE ? 1_800_000 : 600_000);
  await openReady(page, '/?device=wasm');
  await typeCase(page, TYPED_CASE);
  await reasonToTheEnd(page);
  const wasm = await lastTokens(page);
  expect(wasm.length).toBeGreaterThan(ENOUGH_TOKENS);

  await visit(page, '/?device=webgpu');
  await expect(page.getByRole('button', { name: /^Ready/u })).toContainText('WebGPU', {
    timeout: 300_000,
  });
  await page.keyboard.press('Control+Enter');
  if (!WHOLE) {
    await page.keyboard.press('r');
    const enough = page.locator(`#reasoning [data-token="${ENOUGH_TOKENS}"]`);
    await expect(enough).toBeAttached({ timeout: 180_000 });
    await page.keyboard.press('r');
    await page.keyboard.press('Escape');
  }
  await expect(page.locator('#explanation h3').first()).toBeVisible({
    timeout: WHOLE ? 1_200_000 : 60_000,
  });
  await expect(steps(page).first()).toBeVisible();
  const webgpu = await lastTokens(page);
  expect(webgpu.length).toBeGreaterThanOrEqual(ENOUGH_TOKENS);
  expect(webgpu).toEqual(wasm.slice(0, webgpu.length));
  if (WHOLE) expect(webgpu).toEqual(wasm);
});
