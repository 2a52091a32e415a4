import type { Page } from '@playwright/test';
import {
  type Answer,
  json,
  type ReplayServer,
  stream,
} from '@/lib/engine/endpoint/replay-server.fixture';
import { verifyChain } from '@/lib/ledger/chain';
import { type AppServer, startApp } from './app-server';
import { SERVED_MODEL, serveEndpoint, wholeAnswer } from './endpoint-server';
import { expect, test } from './same-origin';
import { visit } from './visit';
import { ledgerRecords, reasonToTheEnd, steps, TYPED_CASE, typeCase } from './workbench';

const KEY = 'sk-of-the-ward-only-the-server-knows';
const TITLE = 'The ward’s model';

/** What the upstream does with a conversation; the tests take turns. */
let chat: Answer = wholeAnswer;
let upstream: ReplayServer;
let app: AppServer;

test.beforeAll(async () => {
  upstream = await serveEndpoint({ chat: (asked, response) => chat(asked, response) });
  app = await startApp(
    {
      upstreams: [
        {
          name: 'ward',
          title: TITLE,
          baseUrl: `${upstream.origin}/v1`,
          keyVariable: 'WARD_KEY',
          models: [SERVED_MODEL],
        },
      ],
    },
    { WARD_KEY: KEY },
  );
});
test.afterAll(async () => {
  await app.close();
  await upstream.close();
});

/** Everything that the page was sent, asked for and keeps, in which the key must not be found. */
function listenFor(page: Page): () => Promise<string> {
  const heard: Promise<string>[] = [];
  page.on('request', (request) => {
    heard.push(
      request.allHeaders().then((headers) => JSON.stringify(headers) + request.postData()),
    );
  });
  page.on('response', (response) => {
    const body = response.text().catch(() => '');
    heard.push(body.then((text) => JSON.stringify(response.headers()) + text));
  });
  return async () => {
    const kept = await page.evaluate(async () => ({
      storage: { ...localStorage, ...sessionStorage, cookie: document.cookie },
      databases: (await indexedDB.databases()).map(({ name }) => name),
    }));
    const records = JSON.stringify(await ledgerRecords(page));
    return (await Promise.all(heard)).join('\n') + JSON.stringify(kept) + records;
  };
}

async function addIt(page: Page): Promise<void> {
  await visit(page, `${app.origin}/models`);
  await page.getByRole('button', { name: `Add ${TITLE}` }).click();
}

/** Adds it and goes to the workspace with it, without opening another model on the way. */
async function reasonWithIt(page: Page): Promise<void> {
  await addIt(page);
  await page.getByRole('button', { name: `Reason with ${TITLE}` }).click();
  await expect(page.getByRole('button', { name: `Ready · ${SERVED_MODEL}` })).toBeVisible();
}

test('a configured upstream is picked, reasons, and its key stays on the server', async ({
  page,
  allowedOrigins,
}) => {
  test.setTimeout(240_000);
  allowedOrigins.add(app.origin);
  chat = wholeAnswer;
  const heard = listenFor(page);
  await addIt(page);
  await visit(page, app.origin);
  await page.getByRole('button', { name: /^Ready/u }).click({ timeout: 90_000 });
  await page.getByRole('button', { name: TITLE }).click();
  await expect(page.getByRole('button', { name: `Ready · ${SERVED_MODEL}` })).toBeVisible();
  await typeCase(page, TYPED_CASE);
  await reasonToTheEnd(page);
  await expect(steps(page).first()).toContainText('Problem representation');
  await expect(page.locator('#explanation')).toContainText('Influenza');
  await expect(page.locator('#explanation')).toContainText(SERVED_MODEL);

  const asked = upstream.asked.findLast(({ path }) => path === '/v1/chat/completions');
  expect(asked?.headers.authorization).toBe(`Bearer ${KEY}`);
  expect(asked?.headers.cookie).toBeUndefined();
  expect(JSON.stringify(asked?.body)).toContain('[1] A 45-year-old man');
  const records = await ledgerRecords(page);
  expect(await verifyChain(records)).toMatchObject({ intact: true, records: 2 });
  expect(records.at(-1)?.body).toMatchObject({
    trace: { manifest: { engine: { kind: 'endpoint', model: SERVED_MODEL } } },
  });
  const everything = await heard();
  expect(everything).toContain('A 45-year-old man');
  expect(everything).toContain('Influenza');
  expect(everything).not.toContain(KEY);
  expect(everything).not.toContain(upstream.origin);
});

test('what an upstream says is shown as it comes, and stopping reaches it within a second', async ({
  page,
  allowedOrigins,
}) => {
  test.setTimeout(240_000);
  allowedOrigins.add(app.origin);
  let say: (text: string) => void = () => undefined;
  let began: () => void = () => undefined;
  const beginning = new Promise<void>((resolve) => {
    began = resolve;
  });
  chat = (_, response) => {
    stream(response);
    say = (text) => {
      const choices = [{ index: 0, delta: { reasoning: text } }];
      response.write(`data: ${JSON.stringify({ choices })}\n\n`);
    };
    began();
  };
  await reasonWithIt(page);
  await page.keyboard.press('Control+Enter');
  await beginning;
  say('Step 1: Problem representation. A woman with fever [1].\n');
  await expect(steps(page).first()).toContainText('A woman with fever');
  say('Step 2: Hypotheses. Influenza, ');
  await expect(steps(page).nth(1)).toContainText('Hypotheses');

  await page.keyboard.press('Escape');
  const stoppedAt = performance.now();
  await upstream.closedByClient;
  expect(performance.now() - stoppedAt).toBeLessThan(1000);
  await expect(page.getByText('You stopped this run.')).toBeVisible();
  await expect(steps(page)).toHaveCount(2);
  expect((await ledgerRecords(page)).at(-1)?.body).toMatchObject({
    kind: 'run-finished',
    trace: { stop: 'stopped', text: expect.stringContaining('Influenza, ') },
  });
});

test('an upstream that refuses with its own key in the words is explained without it', async ({
  page,
  allowedOrigins,
}) => {
  allowedOrigins.add(app.origin);
  chat = (_, response) => json(response, 401, { error: { message: `wrong key ${KEY}` } });
  const heard = listenFor(page);
  await reasonWithIt(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-fault^="endpoint-"]').first()).toBeVisible();
  expect(await heard()).not.toContain(KEY);
});
