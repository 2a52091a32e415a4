import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readModelFiles } from '../local/model-files';
import { downloadModel, type ModelResult } from './download-model';
import { exportModel } from './export-model';
import {
  type MisbehavingServer,
  misbehavingServer,
  type Served,
} from './misbehaving-server.fixture';
import type { DownloadProgress } from './progress';
import { modelKey, readRecord, readRecords } from './record';
import { COMMIT, REPOSITORY, SAMPLE_FILES, sampleHub, sampleModel } from './sample-model.fixture';
import { folderSource, type PickedFiles } from './source/folder';
import { hubSource } from './source/hub';
import type { Source } from './source/source';
import { memoryStorage } from './storage/memory';
import { folderStorage } from './storage/node-folder';
import type { Storage } from './storage/storage';
import { openStoredModel, removeModel } from './stored-model';

const { model, form } = sampleModel();
const KEY = modelKey(model.id, form.dtype);
const DATA = 'onnx/model_q4.onnx_data';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(files: Readonly<Record<string, Served>>): Promise<MisbehavingServer> {
  const server = await misbehavingServer(files);
  closing.push(server.close);
  return server;
}

function hub(server: MisbehavingServer): Source {
  return hubSource(`${server.origin}/`, REPOSITORY, { kind: 'first-download' }, (url, init) =>
    fetch(url, init),
  );
}

function download(
  source: Source,
  storage: Storage,
  options: { onProgress?: (progress: DownloadProgress) => void; signal?: AbortSignal } = {},
): Promise<ModelResult> {
  let time = 0;
  return downloadModel(
    {
      model,
      form,
      source,
      signal: options.signal ?? new AbortController().signal,
      onProgress: options.onProgress ?? (() => undefined),
    },
    {
      storage,
      wait: async () => undefined,
      // Long, so that a busy machine is not taken for a stalled server.
      idle: 30_000,
      pieceBytes: 4096,
      now: () => {
        time += 100;
        return time;
      },
    },
  );
}

function pick(files: Readonly<Record<string, Buffer>>): PickedFiles {
  return {
    files: Object.entries(files).map(([path, { length }]) => ({ path, bytes: length })),
    stream: async (path, start) =>
      new Blob([new Uint8Array(files[path] ?? []).subarray(start)]).stream(),
  };
}

async function expectWhole(storage: Storage): Promise<void> {
  for (const [path, content] of Object.entries(SAMPLE_FILES)) {
    const bytes = await openStoredModel(storage, KEY).read(path, () => undefined);
    expect(Buffer.from(bytes).equals(content), path).toBe(true);
  }
}

describe('a model from a hub', () => {
  it('is verified by the digests of the repository’s list, at the commit that was newest', async () => {
    const server = await serve(sampleHub(true));
    const storage = memoryStorage();
    const seen: DownloadProgress[] = [];
    const result = await download(hub(server), storage, {
      onProgress: (progress) => seen.push(progress),
    });
    expect(result).toMatchObject({ kind: 'ready', record: { commit: COMMIT } });
    await expectWhole(storage);
    const record = await readRecord(storage, KEY);
    const from = new Map(record?.files.map(({ path, knownFrom }) => [path, knownFrom]));
    expect(from.get(DATA)).toBe('repository');
    expect(from.get('config.json')).toBe('first-download');

    const total = Object.values(SAMPLE_FILES).reduce((sum, { length }) => sum + length, 0);
    const last = seen.at(-1);
    expect(last).toMatchObject({ loaded: total, total, isTotalExact: true, secondsLeft: 0 });
    expect(last?.rate).toBeGreaterThan(0);
  });

  it('finds its weights by config.json where the mirror has no list, and records what came', async () => {
    const server = await serve(sampleHub(false));
    const storage = memoryStorage();
    const result = await download(hub(server), storage);
    expect(result).toMatchObject({ kind: 'ready' });
    await expectWhole(storage);
    const record = await readRecord(storage, KEY);
    expect(record).not.toHaveProperty('commit');
    for (const file of record?.files ?? []) {
      if (file.state === 'absent') continue;
      expect(file).toMatchObject({ knownFrom: 'first-download', state: 'verified' });
      expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(file.validator).toMatch(/^"/);
    }
    expect(record?.files.find(({ path }) => path === 'chat_template.jinja')?.state).toBe('absent');
  });

  it.each([true, false])('goes on after a stop and a new start (list: %s)', async (isListed) => {
    const server = await serve(
      sampleHub(isListed, { [DATA]: { wrongs: [{ kind: 'stall', after: 20_000 }] } }),
    );
    const root = await mkdtemp(join(tmpdir(), 'rationale-download-'));
    closing.push(() => rm(root, { recursive: true }));
    const stop = new AbortController();
    const first = await download(hub(server), folderStorage(root), {
      signal: stop.signal,
      onProgress: ({ file, loaded }) => {
        if (file === DATA && loaded > 20_000) stop.abort();
      },
    });
    expect(first).toEqual({ kind: 'stopped' });
    expect(await download(hub(server), folderStorage(root))).toMatchObject({ kind: 'ready' });
    await expectWhole(folderStorage(root));
    const requests = server.log.filter(({ path }) => path.endsWith(DATA));
    expect(requests.map(({ range }) => range)).toEqual([undefined, 'bytes=20000-']);
  });

  it('is not ready with a file that arrives damaged each time, and its other files are kept', async () => {
    const server = await serve(sampleHub(true, { [DATA]: { always: { kind: 'flip', at: 9 } } }));
    const storage = memoryStorage();
    expect(await download(hub(server), storage)).toMatchObject({
      kind: 'failed',
      fault: { code: 'download-damaged' },
    });
    const { read } = openStoredModel(storage, KEY);
    await expect(read('config.json', () => undefined)).rejects.toMatchObject({
      fault: { code: 'model-file-missing' },
    });
    expect(await storage.size(`models/${KEY}/files/tokenizer.json`)).toBeGreaterThan(0);
  });

  it('is refused before a byte comes where it does not fit', async () => {
    const server = await serve(sampleHub(true));
    expect(await download(hub(server), memoryStorage(10_000))).toMatchObject({
      kind: 'failed',
      fault: { code: 'storage-full' },
    });
    expect(server.log.every(({ path }) => path.startsWith('api/'))).toBe(true);
  });

  it('says which files a repository lacks', async () => {
    const files = sampleHub(true);
    const listed = `api/models/${REPOSITORY}/tree/${COMMIT}`;
    const server = await serve({
      ...files,
      [listed]: { content: Buffer.from('[{"type":"file","path":"config.json","size":2}]') },
    });
    const result = await download(hub(server), memoryStorage());
    expect(result).toMatchObject({ kind: 'failed', fault: { code: 'files-missing' } });
    if (result.kind === 'failed') expect(result.fault.message).toContain('onnx/model_q4.onnx');
  });

  it('is gone after it was deleted', async () => {
    const server = await serve(sampleHub(true));
    const storage = memoryStorage();
    await download(hub(server), storage);
    expect([...(await readRecords(storage)).keys()]).toEqual([KEY]);
    await removeModel(storage, KEY);
    expect((await readRecords(storage)).size).toBe(0);
    expect(await storage.list('models')).toEqual([]);
  });
});

describe('a model from a folder', () => {
  const nested = Object.fromEntries(
    Object.entries(SAMPLE_FILES).map(([path, content]) => [`stick/model/${path}`, content]),
  );

  it('is taken from the folder that holds config.json', async () => {
    const storage = memoryStorage();
    expect(await download(folderSource(pick(nested)), storage)).toMatchObject({ kind: 'ready' });
    await expectWhole(storage);
  });

  it('comes out of an export as it went in, and is verified against its manifest', async () => {
    const storage = memoryStorage();
    await download(folderSource(pick(nested)), storage);
    const exported: Record<string, Buffer> = {};
    await exportModel(
      storage,
      KEY,
      {
        create: async (path) => {
          const parts: Uint8Array[] = [];
          return {
            write: async (bytes) => {
              parts.push(bytes);
            },
            close: async () => {
              exported[path] = Buffer.concat(parts);
            },
          };
        },
      },
      () => undefined,
    );
    const other = memoryStorage();
    expect(await download(folderSource(pick(exported)), other)).toMatchObject({ kind: 'ready' });
    const record = await readRecord(other, KEY);
    expect(record?.files.find(({ path }) => path === DATA)?.knownFrom).toBe('folder');

    const weights = Buffer.from(exported[DATA] ?? []);
    weights[77] = (weights[77] ?? 0) ^ 1;
    const damaged = folderSource(pick({ ...exported, [DATA]: weights }));
    expect(await download(damaged, memoryStorage())).toMatchObject({
      kind: 'failed',
      fault: { code: 'download-damaged' },
    });
  });

  it('says which files are missing', async () => {
    const { [`stick/model/${DATA}`]: _, 'stick/model/tokenizer.json': __, ...rest } = nested;
    const result = await download(folderSource(pick(rest)), memoryStorage());
    expect(result).toMatchObject({ kind: 'failed', fault: { code: 'files-missing' } });
    if (result.kind === 'failed') expect(result.fault.message).toContain('tokenizer.json');
  });
});

describe('a downloaded model', () => {
  it('is opened by the engine’s reader, and damaged for it once a byte has changed in the storage', async () => {
    const server = await serve(sampleHub(true));
    const storage = memoryStorage();
    await download(hub(server), storage);
    const source = openStoredModel(storage, KEY);
    const files = await readModelFiles(source, form.graph, () => undefined);
    expect(files.manifest).toMatchObject({ revision: COMMIT, contextLength: 4096 });
    expect(files.weights.map(({ name }) => name)).toEqual([
      'model_q4.onnx_data',
      'model_q4.onnx_data_1',
    ]);
    expect(files.has('generation_config.json')).toBe(true);

    const file = await storage.open(`models/${KEY}/files/${DATA}`);
    await file.write(5, Uint8Array.of(255, 254));
    await file.close();
    await expect(readModelFiles(source, form.graph, () => undefined)).rejects.toMatchObject({
      fault: { code: 'model-file-damaged' },
    });
  });

  it('keeps the known answers of a folder that was converted', async () => {
    const selfTest = { prompt: [1], tokens: [2], logits: [[[2, 1.5]]] };
    const manifest = Buffer.from(
      JSON.stringify({ revision: 'r1', precision: 'q4', files: [], selfTest }),
    );
    const storage = memoryStorage();
    await download(folderSource(pick({ ...SAMPLE_FILES, 'manifest.json': manifest })), storage);
    const files = await readModelFiles(openStoredModel(storage, KEY), form.graph, () => undefined);
    expect(files.manifest).toMatchObject({ revision: 'r1', precision: 'q4', selfTest });
  });
});
