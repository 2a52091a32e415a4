import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { json, type ReplayServer, stream } from '@/lib/engine/endpoint/replay-server.fixture';
import { SERVED_MODEL, serveEndpoint } from './endpoint-server';
import { examineDocument } from './examine';
import { nameMirror, serveMirror } from './model-mirror';
import { expect, test } from './same-origin';
import { visit } from './visit';
import { ledgerRecords, openReady, openRuns, reasonToTheEnd, steps } from './workbench';

const servers: ReplayServer[] = [];

/** A server of another origin that ends with the test. */
async function serve(
  allowed: Set<string>,
  options: Parameters<typeof serveEndpoint>[0] = {},
): Promise<ReplayServer> {
  const server = await serveEndpoint(options);
  servers.push(server);
  allowed.add(server.origin);
  return server;
}

test.afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Adds an endpoint as a person does: its address, its model from the list that it gives, its key. */
async function addEndpoint(page: Page, origin: string, key = ''): Promise<void> {
  await visit(page, '/models');
  await page.getByRole('button', { name: 'Add an endpoint' }).click();
  await page.getByLabel('Address', { exact: true }).fill(`${origin}/v1`);
  if (key !== '') await page.getByLabel('Key', { exact: true }).fill(key);
  await page.getByRole('button', { name: 'Ask for its models' }).click();
  await page.getByRole('button', { name: SERVED_MODEL, exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('article', { name: SERVED_MODEL })).toBeVisible();
}

async function reasonWith(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Reason with ${name}` }).click();
  await expect(page.getByRole('button', { name: `Ready · ${name}` })).toBeVisible();
}

/** Whether the page can fetch from a place. */
function canFetch(page: Page, origin: string): Promise<boolean> {
  return page.evaluate(
    (address) =>
      fetch(address).then(
        () => true,
        () => false,
      ),
    `${origin}/v1/models`,
  );
}

test('the browser refuses every place that was not allowed, whatever a cookie says', async ({
  page,
  context,
  allowedOrigins,
  baseURL,
}) => {
  const server = await serve(allowedOrigins);
  await openReady(page);
  expect(await canFetch(page, server.origin)).toBe(false);
  const hostile = encodeURIComponent("* https: http: 'unsafe-eval' http://a;connect-src * data:");
  await context.addCookies([{ name: 'rationale-origins', value: hostile, url: baseURL ?? '' }]);
  await openReady(page);
  expect(await canFetch(page, server.origin)).toBe(false);
  expect(server.asked).toEqual([]);
});

test('an endpoint of another origin is added, tested, reasoned with and taken back', async ({
  page,
  allowedOrigins,
}) => {
  test.setTimeout(240_000);
  const server = await serve(allowedOrigins);
  const other = await serve(allowedOrigins);
  await addEndpoint(page, server.origin);
  expect(server.asked.map(({ path }) => path)).toEqual(['/v1/models']);

  await page.getByRole('button', { name: 'Test this endpoint' }).click();
  const entry = page.getByRole('article', { name: SERVED_MODEL });
  await expect(entry.getByText('A case can be reasoned about with it.')).toBeVisible();
  await expect(entry.getByText('It comes in a field of its own.')).toBeVisible();

  const before = server.asked.length;
  await reasonWith(page, SERVED_MODEL);
  await expect(page.getByText('Reason sends the case to it', { exact: false })).toBeVisible();
  expect(server.asked.slice(before).every(({ path }) => path === '/v1/models')).toBe(true);
  await reasonToTheEnd(page);
  await expect(page.locator('#explanation')).toContainText('Influenza');
  await expect(page.locator('#explanation')).toContainText(SERVED_MODEL);
  await expect(steps(page).first()).toBeVisible();
  const chat = server.asked.findLast(({ path }) => path === '/v1/chat/completions');
  expect(JSON.stringify(chat?.body)).toContain('[1] A 63-year-old woman');
  expect(chat?.body).toMatchObject({ max_tokens: expect.any(Number), temperature: 0.6 });
  expect(await canFetch(page, other.origin)).toBe(false);

  await page.reload();
  await expect(page.getByRole('button', { name: `Ready · ${SERVED_MODEL}` })).toBeVisible();
  const last = (await ledgerRecords(page)).findLast(({ body }) => body.kind === 'run-finished');
  expect(last?.body).toMatchObject({
    trace: { manifest: { engine: { kind: 'endpoint', model: SERVED_MODEL, device: 'remote' } } },
  });

  await visit(page, '/models');
  await page.getByRole('button', { name: `Take back ${server.origin}` }).click();
  await expect(page.getByText('This browser may not connect to', { exact: false })).toBeVisible();
  expect(await canFetch(page, server.origin)).toBe(false);
  await openReadyOrFailed(page);
  await expect(page.locator('[data-fault="endpoint-not-allowed"]')).toBeVisible();
});

/** Opens the page where the chosen model may not be had. */
async function openReadyOrFailed(page: Page): Promise<void> {
  await visit(page, '/');
  await expect(page.getByText('Model not loaded')).toBeVisible();
}

test('a run of another model opens from the ledger, and the embedded model takes its place again', async ({
  page,
  allowedOrigins,
}) => {
  test.setTimeout(240_000);
  const server = await serve(allowedOrigins);
  await addEndpoint(page, server.origin);
  await reasonWith(page, SERVED_MODEL);
  await reasonToTheEnd(page);
  await page.getByRole('button', { name: `Ready · ${SERVED_MODEL}` }).click();
  await page.getByRole('button', { name: 'Rationale embedded' }).click();
  await expect(page.getByRole('button', { name: /^Ready · Web/ })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'New case' }).click();
  const dialog = await openRuns(page);
  await dialog.getByRole('listitem').first().getByRole('button').click();
  await expect(page.locator('#explanation')).toContainText(SERVED_MODEL);
  await expect(page.getByRole('button', { name: 'Continue thinking' })).toBeHidden();
});

test('a key is kept for the tab alone, sent to the endpoint, and never exported', async ({
  page,
  allowedOrigins,
}) => {
  const server = await serve(allowedOrigins);
  await addEndpoint(page, server.origin, 'secret-key-1');
  expect(server.asked.at(-1)?.headers.authorization).toBe('Bearer secret-key-1');
  const kept = await page.evaluate(() => ({
    browser: JSON.stringify({ ...localStorage }) + document.cookie,
    tab: JSON.stringify({ ...sessionStorage }),
  }));
  expect(kept.browser).not.toContain('secret-key-1');
  expect(kept.tab).toContain('secret-key-1');
  const yours = page.getByRole('region', { name: 'Your endpoints' });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    yours.getByRole('button', { name: 'Export' }).click(),
  ]);
  const exported = await readFile((await file.path()) ?? '', 'utf8');
  expect(exported).toContain(SERVED_MODEL);
  expect(exported).not.toContain('secret-key-1');

  await page.getByRole('button', { name: `Remove ${SERVED_MODEL}` }).click();
  await expect(page.getByText('was removed', { exact: false })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('secret');
  await yours.locator('input[type="file"]').setInputFiles({
    name: 'endpoints.json',
    mimeType: 'application/json',
    buffer: Buffer.from(exported),
  });
  await expect(page.getByRole('article', { name: SERVED_MODEL })).toBeVisible();
  await yours.locator('input[type="file"]').setInputFiles({
    name: 'other.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{}'),
  });
  await expect(page.locator('[data-fault="endpoints-unreadable"]')).toBeVisible();
});

test('a case that leaves no room for an answer is refused before it is sent', async ({
  page,
  allowedOrigins,
}) => {
  const models = { data: [{ id: SERVED_MODEL, owned_by: 'vllm', max_model_len: 512 }] };
  const server = await serve(allowedOrigins, { models });
  await addEndpoint(page, server.origin);
  await reasonWith(page, SERVED_MODEL);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#case [data-fault="prompt-too-long"]')).toBeVisible();
  expect(server.asked.some(({ path }) => path === '/v1/chat/completions')).toBe(false);
});

test('while a run is under way the model is locked, and stopping closes the request', async ({
  page,
  allowedOrigins,
}) => {
  const server = await serve(allowedOrigins, {
    chat: (_, response) => {
      stream(response);
      response.write(
        `data: ${JSON.stringify({ choices: [{ index: 0, delta: { reasoning: 'Step 1: ' } }] })}\n\n`,
      );
    },
  });
  await addEndpoint(page, server.origin);
  await reasonWith(page, SERVED_MODEL);
  await page.keyboard.press('Control+Enter');
  await expect(steps(page).first()).toBeVisible();
  await page.getByRole('button', { name: `Ready · ${SERVED_MODEL}` }).click();
  await expect(page.getByRole('button', { name: 'Rationale embedded' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await server.closedByClient;
  await expect(page.getByText('You stopped this run.')).toBeVisible();
});

test('an endpoint that does not admit the page is explained', async ({ page, allowedOrigins }) => {
  const server = await serve(allowedOrigins, { admits: false });
  await visit(page, '/models');
  await page.getByRole('button', { name: 'Add an endpoint' }).click();
  await page.getByLabel('Address', { exact: true }).fill(`${server.origin}/v1`);
  await page.getByLabel('Model', { exact: true }).fill(SERVED_MODEL);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Test this endpoint' }).click();
  await expect(page.getByText('lets a page read only from servers that admit it')).toBeVisible();
});

test('the model of the page’s own server reasons like any endpoint', async ({ page }) => {
  test.setTimeout(240_000);
  await visit(page, '/models');
  await page.getByRole('button', { name: 'Add rationale-embedded on the server' }).click();
  await page.getByRole('button', { name: 'Reason with rationale-embedded on the server' }).click();
  await expect(page.getByRole('button', { name: 'Ready · rationale-embedded' })).toBeVisible();
  await reasonToTheEnd(page);
  await expect(page.locator('#explanation')).toContainText('Pulmonary embolism');
});

/** Puts files into the storage of models, by key and path, as downloads leave them. */
function putModels(
  page: Page,
  models: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<void> {
  return page.evaluate(async (all) => {
    const root = await navigator.storage.getDirectory();
    const storage = await root.getDirectoryHandle('rationale', { create: true });
    const folder = await storage.getDirectoryHandle('models', { create: true });
    for (const [key, files] of Object.entries(all)) {
      const model = await folder.getDirectoryHandle(key, { create: true });
      for (const [name, text] of Object.entries(files)) {
        const file = await model.getFileHandle(name, { create: true });
        const writable = await file.createWritable();
        await writable.write(text);
        await writable.close();
      }
    }
  }, models);
}

test('whatever models take of the storage is listed and can be deleted, also what does not run here', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const record = {
    version: 1,
    model: 'medgemma-4b',
    name: 'MedGemma 4B',
    repository: 'some/model',
    dtype: 'q4f16',
    graph: 'onnx/model_q4f16.onnx',
    origin: 'folder',
    needsConfiguration: false,
    files: [{ path: 'config.json', knownFrom: 'folder', isOptional: false, state: 'verified' }],
  };
  const [whole] = record.files;
  await visit(page, '/models');
  await expect(page.getByText('What you download, or load from a folder')).toBeVisible();
  await putModels(page, {
    'medgemma-4b%40q4f16': {
      'record.json': JSON.stringify(record),
      weights: 'x'.repeat(2_000_000),
    },
    'smollm3-3b%40q4': {
      'record.json': JSON.stringify({
        ...record,
        name: 'SmolLM3 3B',
        dtype: 'q4',
        files: [{ ...whole, state: 'wanted' }],
      }),
    },
    'lost%40q8': { 'record.json': '{' },
  });
  await visit(page, '/models');
  const list = page.getByRole('list', { name: 'Stored models' });
  const rows = list.getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('MedGemma 4B');
  await expect(rows.nth(0)).toContainText('as q4f16 · 2 MB · written');
  await expect(rows.nth(0)).toContainText('Every file verified.');
  await expect(rows.nth(1)).toContainText('Unfinished');
  await expect(rows.nth(2)).toContainText('Unreadable');
  await examineDocument(page, 'models-stored');

  await page.getByRole('button', { name: 'Delete the stored MedGemma 4B as q4f16' }).press('Enter');
  await expect(page.getByText('MedGemma 4B was deleted', { exact: false })).toBeVisible();
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Delete the stored lost@q8' }).click();
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('SmolLM3 3B');
});

test('a model of another repository is added, corrected, taken along, downloaded and chosen', async ({
  page,
  allowedOrigins,
}) => {
  test.setTimeout(300_000);
  const repository = 'ward-3/mine-ONNX';
  const mirror = await serveMirror(repository);
  allowedOrigins.add(mirror.origin);
  try {
    await visit(page, '/models');
    const section = page.getByRole('region', { name: 'Models for a browser' });
    await section.getByRole('button', { name: 'Add a model' }).press('Enter');
    const form = page.getByRole('form', { name: 'New model' });
    await form.getByLabel('Repository').fill(`${mirror.origin}/${repository}`);
    await form.getByText('More settings').click();
    await form.getByLabel('Temperature').fill('hot');
    await form.getByText('More settings').click();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByLabel('Repository')).toBeFocused();
    await expect(form.getByLabel('Repository')).toHaveAccessibleDescription(/owner\/name/);
    await expect(form.getByLabel('Temperature')).toHaveAttribute('aria-invalid', 'true');
    await examineDocument(page, 'models-adding');
    await form.getByLabel('Repository').fill(repository);
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByLabel('Temperature')).toBeFocused();
    await form.getByLabel('Temperature').fill('0.6');
    await form.getByLabel('Form', { exact: true }).selectOption('int8');
    await form.getByLabel('Billions of parameters').fill('0.01');
    await form.getByLabel('Name', { exact: true }).fill('Ward 3');
    await form.getByRole('button', { name: 'Save' }).press('Enter');
    const entry = page.getByRole('article', { name: 'Ward 3' });
    await expect(entry.getByText('Runs', { exact: false }).first()).toBeVisible();

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      section.getByRole('button', { name: 'Export' }).click(),
    ]);
    const exported = await readFile((await file.path()) ?? '');
    await page.getByRole('button', { name: 'Remove Ward 3' }).click();
    await expect(entry).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(entry).toBeVisible();
    await page.getByRole('button', { name: 'Remove Ward 3' }).click();
    const input = section.locator('input[type="file"][accept*="json"]');
    const mimeType = 'application/json';
    await input.setInputFiles({ name: 'no.json', mimeType, buffer: Buffer.from('{}') });
    await expect(section.locator('[data-fault="model-entry-invalid"]')).toBeVisible();
    await input.setInputFiles({ name: 'models.json', mimeType, buffer: exported });
    await expect(entry).toBeVisible();
    await page.getByRole('button', { name: 'Edit Ward 3' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Ward 4');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.reload();

    await nameMirror(page, mirror.origin);
    const renamed = page.getByRole('article', { name: 'Ward 4' });
    expect(mirror.log).toEqual([]);
    await renamed.getByRole('checkbox').check();
    await renamed.getByRole('button', { name: 'Download' }).click();
    await expect(renamed.getByText('every file verified', { exact: false })).toBeVisible({
      timeout: 120_000,
    });
    await expect(page.getByRole('list', { name: 'Stored models' })).toContainText('Ward 4');
    await renamed.getByRole('button', { name: 'Reason with Ward 4' }).click();
    const ready = page.getByRole('button', { name: /^Ready · Web/ });
    await expect(ready).toBeVisible({ timeout: 120_000 });
    await ready.click();
    await expect(page.getByRole('button', { name: 'Ward 4' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );

    await visit(page, '/models');
    await page.getByRole('button', { name: 'Edit Ward 4' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Ward 5');
    await page.getByRole('button', { name: 'Save' }).click();
    const stored = page.getByRole('list', { name: 'Stored models' });
    await expect(stored).toContainText('Ward 5');
    await expect(stored).not.toContainText('Ward 4');
    await visit(page, '/compare');
    const first = page.getByRole('combobox', { name: 'First model' });
    await expect(first.getByRole('option', { name: 'Ward 5' })).toBeAttached();
    await expect(first.getByRole('option', { name: 'Ward 4' })).toHaveCount(0);
    await visit(page, '/');
    await page
      .getByRole('button', { name: /^(?:Ready|Loading|Reading|Preparing|Checking)/u })
      .click();
    await expect(page.getByRole('button', { name: 'Ward 5' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  } finally {
    await mirror.close();
  }
});

test('axe finds nothing serious on the page of models, whose catalogue unfolds', async ({
  page,
  allowedOrigins,
}) => {
  test.setTimeout(240_000);
  const server = await serve(allowedOrigins, {
    models: { data: [{ id: SERVED_MODEL, owned_by: 'vllm' }] },
    chat: (_, response) => json(response, 400, { detail: 'no logprobs here' }),
  });
  await visit(page, '/models');
  await expect(page.getByText('Looking…')).toBeHidden();
  await examineDocument(page, 'models-empty');
  await addEndpoint(page, server.origin);
  await page.getByRole('button', { name: 'Test this endpoint' }).click();
  await expect(page.getByText('it cannot be used as it is', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: `Edit ${SERVED_MODEL}` }).click();
  const qwen = page.getByRole('article', { name: 'Qwen3 0.6B' });
  await qwen.locator('summary').click();
  await expect(qwen.getByText('https://www.apache.org/licenses/LICENSE-2.0')).toBeVisible();
  await examineDocument(page, 'models-editing');
});
