import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { PageServer } from '@/bench/decoding/page-server';
import { PUBLIC_FOLDER } from '@/bench/folders';
import { MODELS, ownModelEntry } from '@/lib/engine/catalogue';
import {
  type MisbehavingServer,
  type Misbehaviour,
  misbehavingServer,
} from '@/lib/engine/download/misbehaving-server.fixture';
import { modelKey } from '@/lib/engine/download/record';
import {
  COMMIT,
  REPOSITORY,
  SAMPLE_FILES,
  sampleHub,
  sampleModel,
} from '@/lib/engine/download/sample-model.fixture';
import { openNodeEngine } from '@/lib/engine/local/node';
import { collect } from './collect-tokens';
import { openDownloadsPage, serveDownloadsPage } from './downloads-server';
import { greedy } from './greedy-request';

const MEBIBYTE = 1024 * 1024;
const PIECE = 4 * MEBIBYTE;
const DATA = 'onnx/model_q4.onnx_data';
const WEIGHTS = Buffer.from(
  Uint8Array.from({ length: 11 * MEBIBYTE + 77 }, (_, at) => (at * 13 + (at >> 10)) & 255),
);
const { model, form } = sampleModel();
const KEY = modelKey(model.id, form.dtype);

let pages: PageServer;
test.beforeAll(async () => {
  pages = await serveDownloadsPage();
});
test.afterAll(() => pages.close());

let hub: MisbehavingServer | undefined;
test.afterEach(async () => {
  await hub?.close();
  hub = undefined;
});

/** A hub of another origin that has the sample with weights of three pieces. */
async function serveHub(
  wrongs: readonly Misbehaviour[] = [],
  isListed = true,
): Promise<MisbehavingServer> {
  hub = await misbehavingServer(sampleHub(isListed, { [DATA]: { content: WEIGHTS, wrongs } }));
  return hub;
}

function start(page: Page, { origin }: MisbehavingServer): Promise<void> {
  return page.evaluate(
    ([asked, chosen, base]) => globalThis.downloadsUnderTest.start(asked, chosen, base),
    [model, form, origin] as const,
  );
}

/** The last event once it is of one of these kinds. */
async function ended(page: Page, ...kinds: readonly string[]) {
  const last = () => page.evaluate(() => globalThis.downloadsUnderTest.events.at(-1));
  await expect
    .poll(async () => (await last())?.type, { timeout: 60_000 })
    .toMatch(new RegExp(`^(?:${kinds.join('|')})$`));
  return last();
}

/** Waits until so many bytes of the whole model have come. */
async function reached(page: Page, bytes: number): Promise<void> {
  await page.waitForFunction(
    (least) =>
      globalThis.downloadsUnderTest.events.some(
        (event) => event.type === 'progress' && event.progress.loaded >= least,
      ),
    bytes,
    // A tab behind another draws nothing, which is what a page waits for unless told.
    { polling: 50 },
  );
}

/** That the engine's reader finds every file as the hub has it. */
async function expectWhole(page: Page): Promise<void> {
  const found = await page.evaluate(
    ([key, graph]) => globalThis.downloadsUnderTest.open(key, graph),
    [KEY, form.graph] as const,
  );
  for (const [path, content] of Object.entries({ ...SAMPLE_FILES, [DATA]: WEIGHTS })) {
    expect(found[path], path).toBe(createHash('sha256').update(content).digest('hex'));
  }
}

function requestsFor(server: MisbehavingServer, path: string): readonly (string | undefined)[] {
  const file = `${REPOSITORY}/resolve/${COMMIT}/${path}`;
  return server.log.filter((entry) => entry.path === file).map(({ range }) => range);
}

test('a download survives drops, a busy server and a page in place of the file', async ({
  context,
}) => {
  const server = await serveHub([
    { kind: 'drop', after: 3 * MEBIBYTE },
    { kind: 'status', status: 503 },
    { kind: 'drop', after: 3 * MEBIBYTE },
    { kind: 'web-page', type: 'text/html' },
  ]);
  const page = await openDownloadsPage(context, pages.origin);
  await start(page, server);
  expect(await ended(page, 'failed', 'done')).toMatchObject({
    type: 'failed',
    fault: { code: 'download-not-the-file' },
  });
  await start(page, server);
  expect(await ended(page, 'failed', 'done')).toEqual({ type: 'done' });
  await expectWhole(page);
  const sent = server.log
    .filter(({ path }) => path.endsWith(`/${DATA}`))
    .reduce((sum, entry) => sum + entry.sent, 0);
  expect(sent - WEIGHTS.length).toBeLessThanOrEqual(2 * PIECE);
});

test('a tab that is closed half way and opened again goes on from there', async ({ context }) => {
  const server = await serveHub([{ kind: 'stall', after: 6 * MEBIBYTE }]);
  const first = await openDownloadsPage(context, pages.origin);
  await start(first, server);
  await reached(first, 6 * MEBIBYTE);
  await first.close();

  const second = await openDownloadsPage(context, pages.origin);
  expect(await second.evaluate(() => globalThis.downloadsUnderTest.list())).toEqual([[KEY, false]]);
  await start(second, server);
  expect(await ended(second, 'failed', 'done')).toEqual({ type: 'done' });
  await expectWhole(second);
  // What was not written yet is lost with the tab, and that is less than a piece.
  const [, range] = requestsFor(server, DATA);
  const from = Number(/^bytes=(\d+)-$/u.exec(range ?? '')?.[1]);
  expect(from).toBeGreaterThan(6 * MEBIBYTE - PIECE);
  await second.close();

  const third = await openDownloadsPage(context, pages.origin);
  await start(third, server);
  expect(await ended(third, 'failed', 'done')).toEqual({ type: 'done' });
  expect(requestsFor(server, DATA)).toHaveLength(2);
});

test('a reload half way loses less than a piece, also where nobody knows the digest', async ({
  context,
}) => {
  const server = await serveHub([{ kind: 'stall', after: 9 * MEBIBYTE }], false);
  const page = await openDownloadsPage(context, pages.origin);
  await start(page, server);
  await reached(page, 9 * MEBIBYTE);
  await page.reload();
  await page.waitForFunction(() => document.title === 'started');
  await start(page, server);
  expect(await ended(page, 'failed', 'done')).toEqual({ type: 'done' });
  await expectWhole(page);
  const ranges = server.log
    .filter(({ path }) => path.endsWith(`/${DATA}`))
    .map(({ range }) => range);
  expect(ranges).toEqual([undefined, `bytes=${2 * PIECE}-`]);
});

test('two tabs download a model once, and the second goes on when the first is closed', async ({
  context,
}) => {
  const server = await serveHub([{ kind: 'stall', after: 6 * MEBIBYTE }]);
  const first = await openDownloadsPage(context, pages.origin);
  const second = await openDownloadsPage(context, pages.origin);
  await start(first, server);
  await reached(first, MEBIBYTE);
  await start(second, server);
  await expect
    .poll(() => second.evaluate(() => globalThis.downloadsUnderTest.events[0]?.type))
    .toBe('waiting');
  expect(requestsFor(server, DATA)).toHaveLength(1);
  await reached(first, 6 * MEBIBYTE);
  await first.close();
  expect(await ended(second, 'failed', 'done')).toEqual({ type: 'done' });
  await expectWhole(second);
});

test('pausing keeps what has come, cancelling and deleting leave nothing', async ({ context }) => {
  const server = await serveHub([
    { kind: 'stall', after: 6 * MEBIBYTE },
    { kind: 'stall', after: 1 * MEBIBYTE },
  ]);
  const page = await openDownloadsPage(context, pages.origin);
  const list = () => page.evaluate(() => globalThis.downloadsUnderTest.list());
  await start(page, server);
  await reached(page, 6 * MEBIBYTE);
  await page.evaluate(() => globalThis.downloadsUnderTest.pause());
  expect(await ended(page, 'stopped', 'failed', 'done')).toEqual({ type: 'stopped' });
  expect(await list()).toEqual([[KEY, false]]);

  await start(page, server);
  await reached(page, 7 * MEBIBYTE);
  expect(requestsFor(server, DATA)).toEqual([undefined, `bytes=${6 * MEBIBYTE}-`]);
  await page.evaluate(() => globalThis.downloadsUnderTest.cancel());
  expect(await list()).toEqual([]);

  await start(page, server);
  expect(await ended(page, 'failed', 'done')).toEqual({ type: 'done' });
  await page.evaluate((key) => globalThis.downloadsUnderTest.remove(key), KEY);
  expect(await list()).toEqual([]);
});

// Chromium's estimate does not follow what is left (it tells what the origin uses and 10 GiB), so that writing has to fail.
test('a full storage stops the download so that it goes on once there is room', async ({
  context,
}) => {
  const server = await serveHub();
  const page = await openDownloadsPage(context, pages.origin);
  const session = await context.newCDPSession(page);
  const { origin } = pages;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 6 * MEBIBYTE });
  await start(page, server);
  expect(await ended(page, 'failed', 'done')).toMatchObject({ fault: { code: 'storage-full' } });
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await start(page, server);
  expect(await ended(page, 'failed', 'done')).toEqual({ type: 'done' });
  await expectWhole(page);
  // The piece that did not fit may have been written in part.
  const [, range] = requestsFor(server, DATA);
  expect(Number(/^bytes=(\d+)-$/u.exec(range ?? '')?.[1])).toBeGreaterThanOrEqual(PIECE);
});

test('a model comes from picked files and goes to a folder', async ({ context }) => {
  const page = await openDownloadsPage(context, pages.origin);
  const files = Object.fromEntries(
    Object.entries(SAMPLE_FILES).map(([path, content]) => [
      `stick/${path}`,
      content.toString('base64'),
    ]),
  );
  await page.evaluate(
    ([asked, chosen, picked]) => globalThis.downloadsUnderTest.pick(asked, chosen, picked),
    [model, form, files] as const,
  );
  expect(await ended(page, 'failed', 'done')).toEqual({ type: 'done' });
  const exported = await page.evaluate((key) => globalThis.downloadsUnderTest.export(key), KEY);
  for (const [path, content] of Object.entries(SAMPLE_FILES)) {
    expect(exported[path], path).toBe(content.length);
  }
  expect(exported['manifest.json']).toBeGreaterThan(0);
});

test('the local engine opens a downloaded model, and it says what the same model says from its folder', async ({
  context,
}) => {
  const [entry] = MODELS;
  if (entry === undefined) throw new Error('the catalogue has no embedded model');
  const folder = join(PUBLIC_FOLDER, entry.folder);
  const paths = [
    'config.json',
    'tokenizer.json',
    'tokenizer_config.json',
    'generation_config.json',
  ];
  const files = await Promise.all(
    [...paths, entry.graph].map(async (path) => [
      path,
      await readFile(join(folder, path), 'base64'),
    ]),
  );
  const own = ownModelEntry({ name: 'Stored', repository: 'me/stored', dtype: 'q8' });
  const [asked] = own.forms;
  if (asked === undefined) throw new Error('the model has no form');
  expect(asked.graph).toBe(entry.graph);

  const page = await openDownloadsPage(context, pages.origin);
  await page.evaluate(
    ([chosen, inForm, picked]) => globalThis.downloadsUnderTest.pick(chosen, inForm, picked),
    [own, asked, Object.fromEntries(files)] as const,
  );
  expect(await ended(page, 'failed', 'done')).toEqual({ type: 'done' });
  const text = 'A 54-year-old man presents with chest pain.';
  const ids = await page.evaluate(
    ([chosen, inForm, said]) => globalThis.downloadsUnderTest.generate(chosen, inForm, said),
    [own, asked, text] as const,
  );
  const engine = await openNodeEngine(entry);
  const inNode = await collect(engine, greedy(text));
  await engine.dispose();
  expect(ids).toEqual(inNode.ids);
});
