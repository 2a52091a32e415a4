import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { PageServer } from '@/bench/decoding/page-server';
import { type BrowserModel, type ModelForm, ownModelEntry } from '@/lib/engine/catalogue';
import {
  type MisbehavingServer,
  type Misbehaviour,
  misbehavingServer,
  type Served,
} from '@/lib/engine/download/misbehaving-server.fixture';
import { modelKey } from '@/lib/engine/download/record';
import { COMMIT, hubOf } from '@/lib/engine/download/sample-model.fixture';
import { openModelFolder } from '@/lib/engine/local/node-folder';
import { restoreFixture } from '@/training/convert/restore-fixture';
import { collect } from './collect-tokens';
import { openDownloadsPage, serveDownloadsPage } from './downloads-server';
import { greedy } from './greedy-request';

/** What the writer of the private file system takes at once. */
const PIECE = 4 * 1024 * 1024;
const PROMPT = 'A cough.';

/** A small model of each shape with its real vocabulary, 128,256 and 151,936 tokens. */
const SHAPES = [
  { name: 'llama-q4', dtype: 'q4' },
  { name: 'qwen3-int8', dtype: 'int8' },
] as const;

interface Prepared {
  readonly folder: string;
  readonly files: Readonly<Record<string, Buffer>>;
  readonly model: BrowserModel;
  readonly form: ModelForm;
  readonly key: string;
  readonly repository: string;
  /** The path of the weights beside the graph. */
  readonly data: string;
}

let pages: PageServer;
let root: string;
test.beforeAll(async () => {
  pages = await serveDownloadsPage();
  root = mkdtempSync(join(tmpdir(), 'rationale-download-faults-'));
});
test.afterAll(() => {
  pages.close();
  rmSync(root, { recursive: true });
});

let hub: MisbehavingServer | undefined;
test.afterEach(async () => {
  await hub?.close();
  hub = undefined;
});

function prepare({ name, dtype }: (typeof SHAPES)[number]): Prepared {
  const folder = join(root, name);
  if (!existsSync(folder)) {
    restoreFixture(name, folder);
    rmSync(join(folder, 'embedding.json'));
  }
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  const files = Object.fromEntries(
    paths.map((path) => [
      relative('.', path).replaceAll('\\', '/'),
      readFileSync(join(folder, path)),
    ]),
  );
  const repository = `test/${name}`;
  const model = ownModelEntry({ name, repository, dtype });
  const [form] = model.forms;
  if (form === undefined) throw new Error('the model has no form');
  const data = `${form.graph}_data`;
  return { folder, files, model, form, key: modelKey(model.id, form.dtype), repository, data };
}

/** A hub that has the model, whose weights come with these faults, one for each request. */
async function serve(
  { files, repository, data }: Prepared,
  changes: Omit<Served, 'content'>,
  others: Readonly<Record<string, readonly Misbehaviour[]>> = {},
): Promise<MisbehavingServer> {
  const served = Object.entries(files).map(([path, content]): [string, Served] => [
    path,
    { content, ...(path === data ? changes : {}), ...(others[path] && { wrongs: others[path] }) },
  ]);
  hub = await misbehavingServer(hubOf(repository, Object.fromEntries(served)));
  return hub;
}

function start(page: Page, { model, form }: Prepared, { origin }: MisbehavingServer) {
  return page.evaluate(
    ([asked, chosen, base]) => globalThis.downloadsUnderTest.start(asked, chosen, base),
    [model, form, origin] as const,
  );
}

/** The last event once the download has come to an end. */
async function ended(page: Page) {
  const last = () => page.evaluate(() => globalThis.downloadsUnderTest.events.at(-1));
  await expect.poll(async () => (await last())?.type, { timeout: 150_000 }).toMatch(/failed|done/);
  return last();
}

/** Every file is there as the hub has it, and the model says in the page what it says in Node. */
async function expectWholeAndRunning(page: Page, prepared: Prepared): Promise<void> {
  const { key, form, model, files, folder } = prepared;
  const found = await page.evaluate(
    ([asked, graph]) => globalThis.downloadsUnderTest.open(asked, graph),
    [key, form.graph] as const,
  );
  for (const path of [form.graph, prepared.data, 'tokenizer.json']) {
    const content = files[path] ?? Buffer.alloc(0);
    expect(found[path], path).toBe(createHash('sha256').update(content).digest('hex'));
  }
  const engine = await openModelFolder(folder);
  const inNode = await collect(engine, greedy(PROMPT));
  await engine.dispose();
  const ids = await page.evaluate(
    ([chosen, inForm, said]) => globalThis.downloadsUnderTest.generate(chosen, inForm, said),
    [model, form, PROMPT] as const,
  );
  expect(ids).toEqual(inNode.ids);
}

/** The requests for the weights: from which byte, and how many the server sent. */
function requestsFor(server: MisbehavingServer, { repository, data }: Prepared) {
  return server.log
    .filter(({ path }) => path === `${repository}/resolve/${COMMIT}/${data}`)
    .map(({ range, sent }) => ({ from: Number(/=(\d+)-/u.exec(range ?? '')?.[1] ?? 0), sent }));
}

for (const shape of SHAPES) {
  test(`${shape.name} drops at every tenth of its weights, comes whole, and is fetched twice by less than a piece for each drop`, async ({
    context,
  }) => {
    test.setTimeout(300_000);
    const prepared = prepare(shape);
    const length = prepared.files[prepared.data]?.length ?? 0;
    const drop: Misbehaviour = { kind: 'drop', after: Math.floor(length / 10) };
    const server = await serve(prepared, { wrongs: Array.from({ length: 9 }, () => drop) });
    const page = await openDownloadsPage(context, pages.origin);
    await start(page, prepared, server);
    expect(await ended(page)).toEqual({ type: 'done' });
    const requests = requestsFor(server, prepared);
    expect(requests.length).toBeGreaterThanOrEqual(10);
    for (const [index, { from }] of requests.entries()) {
      const before = requests[index - 1];
      const again = before === undefined ? 0 : before.from + before.sent - from;
      expect(again).toBeLessThanOrEqual(PIECE);
    }
    await expectWholeAndRunning(page, prepared);
  });
}

/** Faults that come one after the other, each of which leaves something to ask for but the last. */
const IN_TURN: readonly (readonly [what: string, wrongs: (length: number) => Misbehaviour[]])[] = [
  [
    'drops, stalls, redirects, fails, is full, flips a byte, drops again and tells no length',
    (length) => [
      { kind: 'drop', after: Math.floor(length / 3) },
      { kind: 'stall', after: 100_000 },
      { kind: 'redirect' },
      { kind: 'status', status: 500 },
      { kind: 'status', status: 503, retryAfter: 1 },
      { kind: 'flip', at: 12_345 },
      { kind: 'drop', after: Math.floor(length / 2) },
      { kind: 'no-length' },
    ],
  ],
  [
    'drops and then ignores ranges',
    (length) => [{ kind: 'drop', after: Math.floor(length / 2) }, { kind: 'ignore-range' }],
  ],
  ['says too long a length', () => [{ kind: 'lie', by: 5000 }]],
  ['says too short a length', () => [{ kind: 'lie', by: -5000 }, { kind: 'none' }]],
];

for (const [index, [what, wrongsFor]] of IN_TURN.entries()) {
  const shape = SHAPES[index % 2] ?? SHAPES[0];
  test(`${shape.name} comes whole from a server that ${what}`, async ({ context }) => {
    test.setTimeout(300_000);
    const prepared = prepare(shape);
    const wrongs = wrongsFor(prepared.files[prepared.data]?.length ?? 0);
    const others = {
      'tokenizer.json': [{ kind: 'slow', bytesPerSecond: 1000 }],
    } as const;
    const server = await serve(prepared, { wrongs }, others);
    const page = await openDownloadsPage(context, pages.origin);
    await start(page, prepared, server);
    // Whatever a person is told on the way, to go on is enough.
    for (let tries = 0; tries < 4; tries += 1) {
      const last = await ended(page);
      if (last?.type === 'done') break;
      expect(last).toMatchObject({
        type: 'failed',
        fault: { code: expect.stringMatching(/^download-/) },
      });
      await start(page, prepared, server);
    }
    expect(await ended(page)).toEqual({ type: 'done' });
    expect(requestsFor(server, prepared).length).toBeGreaterThanOrEqual(wrongs.length);
    await expectWholeAndRunning(page, prepared);
  });
}

test('weights that are damaged each time are never in use, and come whole once the server is well', async ({
  context,
}) => {
  test.setTimeout(180_000);
  const [shape] = SHAPES;
  const prepared = prepare(shape);
  const damaging = await serve(prepared, { always: { kind: 'flip', at: 777 } });
  const page = await openDownloadsPage(context, pages.origin);
  await start(page, prepared, damaging);
  expect(await ended(page)).toMatchObject({ fault: { code: 'download-damaged' } });
  expect(await page.evaluate(() => globalThis.downloadsUnderTest.list())).toEqual([
    [prepared.key, false],
  ]);
  const opening = page.evaluate(
    ([chosen, inForm, said]) => globalThis.downloadsUnderTest.generate(chosen, inForm, said),
    [prepared.model, prepared.form, PROMPT] as const,
  );
  await expect(opening).rejects.toThrow();
  await damaging.close();

  await start(page, prepared, await serve(prepared, {}));
  expect(await ended(page)).toEqual({ type: 'done' });
  await expectWholeAndRunning(page, prepared);
});

test('a tab that is closed over a thousand bytes a second goes on when it is opened again, past a server that is busy', async ({
  context,
}) => {
  test.setTimeout(180_000);
  const [, shape] = SHAPES;
  const prepared = prepare(shape);
  const server = await serve(prepared, {
    wrongs: [
      { kind: 'drop', after: 5_000_000 },
      { kind: 'slow', bytesPerSecond: 1000 },
      { kind: 'status', status: 429 },
    ],
  });
  const first = await openDownloadsPage(context, pages.origin);
  await start(first, prepared, server);
  await expect
    .poll(() => requestsFor(server, prepared).at(1)?.sent ?? 0, { timeout: 60_000 })
    .toBeGreaterThan(2000);
  await first.close();

  const second = await openDownloadsPage(context, pages.origin);
  await start(second, prepared, server);
  expect(await ended(second)).toEqual({ type: 'done' });
  const last = requestsFor(server, prepared).at(-1);
  // Of what came before the tab was closed, less than a piece was lost.
  expect(last?.from).toBeGreaterThanOrEqual(PIECE);
  await expectWholeAndRunning(second, prepared);
});
