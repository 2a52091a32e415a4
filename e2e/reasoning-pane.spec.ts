import type { Page } from '@playwright/test';
import { expect, test } from './same-origin';
import { openReady, reasonToTheEnd, steps } from './workbench';

/** How far the end of the reasoning is below what is seen of it, in pixels. */
function belowView(page: Page): Promise<number> {
  return page.locator('#reasoning').evaluate((pane) => {
    const body = [...pane.children].find(({ scrollHeight, clientHeight, tagName }) => {
      return tagName === 'DIV' && scrollHeight > clientHeight;
    });
    return body === undefined ? 0 : body.scrollHeight - body.scrollTop - body.clientHeight;
  });
}

test('the end of the reasoning stays in view to the end of the run, unless somebody scrolls up', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 480 });
  await openReady(page);
  await reasonToTheEnd(page);
  expect(await steps(page).count()).toBeGreaterThan(3);
  await expect.poll(() => belowView(page)).toBeLessThan(2);

  await page.getByRole('button', { name: 'Reason again' }).click();
  await expect(steps(page).nth(4)).toBeVisible();
  await page.locator('#reasoning').hover();
  await page.mouse.wheel(0, -40);
  await expect(page.locator('#explanation h3').first()).toBeVisible({ timeout: 90_000 });
  expect(await belowView(page)).toBeGreaterThan(30);
});
