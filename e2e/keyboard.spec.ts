import { expect, test } from './same-origin';
import { visit } from './visit';
import { openReady, reasonToTheEnd, steps, TYPED_CASE } from './workbench';

test('the whole job without a mouse', async ({ page }) => {
  await openReady(page);
  await page.keyboard.press('n');
  await page.keyboard.type(TYPED_CASE);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Reasoning' })).toBeFocused();
  await expect(page.locator('#explanation h3').first()).toBeVisible({ timeout: 90_000 });

  await test.step('J goes from step to step, Tab to the chips in it', async () => {
    await page.keyboard.press('j');
    await expect(steps(page).first()).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(steps(page).first().getByRole('button').first()).toBeFocused();
    await expect(page.locator('#case [data-lit="true"]').first()).toBeVisible();
  });

  await test.step('3 goes to the explanation, 1 to the case, and Tab to its findings', async () => {
    await page.keyboard.press('3');
    await expect(page.getByRole('heading', { name: 'Explanation', exact: true })).toBeFocused();
    await page.keyboard.press('1');
    await expect(page.getByRole('heading', { name: 'Case', exact: true })).toBeFocused();
    await page.locator('#case [data-finding]').first().focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#case [data-finding]').first()).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(page.locator('#reasoning article[data-lit="true"]').first()).toBeVisible();
  });

  await test.step('a dialog keeps focus and gives it back', async () => {
    const before = page.locator('#case [data-finding]').first();
    await before.focus();
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await expect(keys).toBeVisible();
    for (let press = 0; press < 5; press += 1) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(() => {
        const { activeElement } = document;
        return activeElement !== document.body && activeElement?.closest('dialog') === null;
      });
      expect(outside).toBe(false);
    }
    await page.keyboard.press('Escape');
    await expect(keys).toBeHidden();
    await expect(before).toBeFocused();
  });

  await test.step('X opens the exports, Escape closes them', async () => {
    await page.keyboard.press('x');
    await expect(page.getByRole('button', { name: /^Markdown/u })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: /^Markdown/u })).toBeHidden();
  });

  await test.step('single keys can be switched off', async () => {
    await page.keyboard.press('?');
    await page.getByRole('checkbox').press('Space');
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await expect(page.locator('#case textarea')).toHaveCount(0);
  });
});

test('the first Tab leads past the bar, straight to a pane', async ({ page }) => {
  await visit(page, '/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the case' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Case', exact: true })).toBeFocused();
});

for (const address of ['/', '/audit']) {
  test(`what is typed after an option was added is its text: ${address}`, async ({ page }) => {
    await visit(page, address);
    await page.keyboard.press('n');
    const field = page.getByRole('textbox', { name: 'What is known of the patient' });
    await expect(field).toBeFocused();
    await page.keyboard.type(TYPED_CASE);
    const add = page.getByRole('button', { name: 'Add an option' });
    const text = (letter: string) => page.getByLabel(`Text of option ${letter}`);

    for (const [letter, words] of [
      ['A', 'Nephritis'],
      ['B', 'Lung cancer'],
    ] as const) {
      await add.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type(words);
      await expect(text(letter)).toBeFocused();
      await expect(text(letter)).toHaveValue(words);
    }
    await expect(field).toHaveValue(TYPED_CASE);
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await test.step('removing the last of them leads to the one before, and then to adding', async () => {
      await page.getByRole('button', { name: 'Remove option B' }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'Remove option A' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(add).toBeFocused();
    });
  });

  test(`a cleared case can be had back after typing, and so can what was typed: ${address}`, async ({
    page,
  }) => {
    await visit(page, address);
    const field = page.getByRole('textbox', { name: 'What is known of the patient' });
    await page.keyboard.press('n');
    await expect(field).toBeFocused();
    await page.keyboard.type(TYPED_CASE);
    await page.getByRole('heading', { name: 'Case', exact: true }).focus();
    await page.keyboard.press('n');
    await expect(field).toBeFocused();
    await page.keyboard.type('He coughs.');
    const undo = page.getByRole('button', { name: 'Undo' });
    await undo.focus();
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue(TYPED_CASE);
    await expect(field).toBeFocused();
    await undo.focus();
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue('He coughs.');
    await expect(undo).toBeHidden();
  });
}

test('what was chosen of a menu gives focus back to its button, and R leads into the raw text and back', async ({
  page,
}) => {
  await openReady(page);
  const samples = page.getByRole('button', { name: 'Samples' });
  await samples.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Fever and a cough/u }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#case')).toContainText('67-year-old man');
  await expect(samples).toBeFocused();
  await reasonToTheEnd(page);

  await test.step('every export', async () => {
    for (const name of [/^Markdown/u, /^JSON/u, /^Bundle/u]) {
      await page.keyboard.press('x');
      const action = page.getByRole('button', { name });
      await action.focus();
      const coming = page.waitForEvent('download');
      await page.keyboard.press('Enter');
      await coming;
      await expect(action).toBeHidden();
      await expect(page.getByRole('button', { name: 'Export' })).toBeFocused();
    }
  });

  await test.step('the raw text', async () => {
    await page.keyboard.press('r');
    const raw = page.getByRole('group', { name: /^Raw text/u });
    await expect(raw).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('#reasoning')).toContainText('Token 1 ');
    await page.keyboard.press('r');
    await expect(raw).toBeHidden();
    await expect(page.locator('#reasoning-title')).toBeFocused();
  });
});
