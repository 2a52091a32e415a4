import { expect, test } from './same-origin';
import { openReady } from './workbench';

test('the state of the model and the actions of the page stand side by side at every width', async ({
  page,
}) => {
  await openReady(page);
  for (let width = 768; width <= 1300; width += 28) {
    await page.setViewportSize({ width, height: 800 });
    const state = await page.getByRole('button', { name: /^Ready/u }).boundingBox();
    const action = await page.getByRole('button', { name: 'New case' }).boundingBox();
    if (state === null || action === null) throw new Error('both are on the bar');
    expect(state.x + state.width, `at ${width} pixels`).toBeLessThanOrEqual(action.x);
    const overflows = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(overflows, `scrolled sideways at ${width} pixels`).toBe(false);
  }
});
