import { expect, test } from './same-origin';
import { visit } from './visit';
import {
  ledgerRecords,
  openReady,
  openRuns,
  reasonToTheEnd,
  steps,
  TYPED_CASE,
  typeCase,
} from './workbench';

test('a case typed by hand becomes a checked explanation that survives a reload', async ({
  page,
}) => {
  await openReady(page, '/?device=wasm');
  await expect(page.getByRole('button', { name: /^Ready/u })).toContainText('WebAssembly');
  await typeCase(page, TYPED_CASE);
  await reasonToTheEnd(page);

  await test.step('the case is numbered and its findings are marked', async () => {
    await expect(page.locator('#case li')).toHaveCount(4);
    await expect(page.locator('#case [data-finding]').first()).toHaveText('fever');
  });

  await test.step('steps, an answer and a differential are there', async () => {
    expect(await steps(page).count()).toBeGreaterThanOrEqual(4);
    const answer = page.getByRole('region', { name: 'Answer' });
    await expect(answer).not.toContainText('No answer');
    await expect(answer.getByText(/\d %/u)).toHaveCount(2);
    const ranked = page
      .getByRole('region', { name: 'Differential' })
      .getByRole('heading', { level: 4 });
    expect(await ranked.count()).toBeGreaterThanOrEqual(2);
    await expect(
      page.getByRole('region', { name: 'Limits' }).getByRole('listitem').first(),
    ).toBeVisible();
  });

  await test.step('a chip lights the words of the case that it rests on', async () => {
    const chip = steps(page)
      .getByRole('button', { name: /present:\s*fever/u })
      .first();
    await chip.hover();
    await expect(page.locator('#case [data-finding][data-lit="true"]')).toHaveText('fever');
    await page.mouse.move(0, 0);
    await expect(page.locator('#case [data-lit="true"]')).toHaveCount(0);
    await chip.focus();
    await expect(page.locator('#case [data-finding][data-lit="true"]')).toHaveText('fever');
  });

  await test.step('a finding that is chosen lights every step that used it', async () => {
    await page.locator('#case [data-finding]', { hasText: 'fever' }).click();
    const lit = page.locator('#reasoning article[data-lit="true"]');
    expect(await lit.count()).toBeGreaterThanOrEqual(1);
    for (const step of await lit.all()) await expect(step).toContainText('fever');
    await page.keyboard.press('Escape');
    await page.mouse.move(0, 0);
    await page.locator('#case-title').focus();
    await expect(lit).toHaveCount(0);
  });

  await test.step('the raw text has every token with its probability', async () => {
    await page.keyboard.press('r');
    const finished = (await ledgerRecords(page)).find(({ body }) => body.kind === 'run-finished');
    if (finished?.body.kind !== 'run-finished') throw new Error('the run was not kept');
    const { tokens, text } = finished.body.trace;
    await expect(page.locator('#reasoning [data-token]')).toHaveCount(tokens.length);
    const raw = page.getByRole('group', { name: /^Raw text/u });
    expect(await raw.textContent()).toBe(text);
    await raw.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('#reasoning')).toContainText('nats of entropy');
    await page.keyboard.press('r');
  });

  const answer = await page.locator('#explanation').textContent();
  await page.reload();
  await expect(page.locator('#explanation h3').first()).toBeVisible();
  expect(await page.locator('#explanation').textContent()).toBe(answer);
  const runs = await openRuns(page);
  await expect(runs.getByRole('listitem')).toHaveCount(1);
  await expect(runs.getByRole('listitem')).toContainText('finished');
});

test('a run that is stopped keeps what it said', async ({ page }) => {
  await openReady(page);
  await page.getByRole('button', { name: 'Reason', exact: true }).click();
  await expect(steps(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('You stopped this run.')).toBeVisible();
  const said = await steps(page).count();
  expect(said).toBeGreaterThanOrEqual(1);
  const runs = await openRuns(page);
  await expect(runs.getByRole('listitem')).toContainText('stopped');
});

test('Reason before the model is ready waits, says so, and then begins', async ({ page }) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/onnx/*', async (route) => {
    await held;
    await route.continue();
  });
  await visit(page, '/');
  await page.keyboard.press('Control+Enter');
  await expect(
    page.getByText('The run begins as soon as the model is ready.').first(),
  ).toBeVisible();
  letGo();
  await expect(steps(page).first()).toBeVisible({ timeout: 60_000 });
});

test('options pasted with the text become fields, and can be put back', async ({ page }) => {
  await visit(page, '/');
  await page.getByRole('button', { name: 'New case' }).click();
  const field = page.getByRole('textbox', { name: 'What is known of the patient' });
  const pasted = `${TYPED_CASE}\n\nWhat is the diagnosis?\nA) Pneumonia\nB) Bronchitis`;
  await field.evaluate((element, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, pasted);
  await expect(page.getByLabel('Question')).toHaveValue('What is the diagnosis?');
  await expect(page.getByLabel('Text of option B')).toHaveValue('Bronchitis');
  await expect(field).toHaveValue(TYPED_CASE);
  await page.getByLabel('Text of option B').fill('Pulmonary embolism');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Question' })).toContainText('Pulmonary embolism');
});

test('what was typed survives a reload, and a cleared case can be had back', async ({ page }) => {
  await visit(page, '/');
  await typeCase(page, TYPED_CASE);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('rationale.draft')))
    .toContain('He smokes.');
  await page.reload();
  await expect(page.locator('#case')).toContainText('45-year-old man');
  await page.getByRole('button', { name: 'New case' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('textbox', { name: 'What is known of the patient' })).toHaveValue(
    TYPED_CASE,
  );
});
