import { describe, expect, it } from 'vitest';
import { listStored } from './list-stored';
import { type DownloadRecord, filePlace, modelFolder, modelKey, writeRecord } from './record';
import { memoryStorage } from './storage/memory';
import type { Storage } from './storage/storage';

const RECORD: DownloadRecord = {
  version: 1,
  model: 'some',
  name: 'Some model',
  repository: 'some/model',
  dtype: 'q4',
  graph: 'onnx/model_q4.onnx',
  origin: 'folder',
  needsConfiguration: false,
  files: [],
};

async function put(storage: Storage, path: string, bytes: number): Promise<void> {
  const file = await storage.open(path);
  await file.write(0, new Uint8Array(bytes));
  await file.close();
}

describe('what lies in the storage', () => {
  it('is nothing at first', async () => {
    expect(await listStored(memoryStorage())).toEqual([]);
  });

  it('is every key with the sum of its files, also where no record can be read', async () => {
    const storage = memoryStorage();
    const key = modelKey('some', 'q4');
    await writeRecord(storage, key, RECORD);
    await put(storage, filePlace(key, 'onnx/model_q4.onnx'), 1000);
    const lost = modelKey('lost', 'q8');
    await put(storage, filePlace(lost, 'onnx/model.onnx'), 5000);
    const damaged = modelKey('damaged', 'q8');
    await storage.replace(`${modelFolder(damaged)}/record.json`, '{"version":');

    const stored = await listStored(storage);
    expect(stored.map((each) => each.key)).toEqual([lost, key, damaged]);
    expect(stored.map(({ record }) => record?.name)).toEqual([undefined, 'Some model', undefined]);
    const record = JSON.stringify(RECORD).length;
    expect(stored.map(({ bytes }) => bytes)).toEqual([5000, 1000 + record, 11]);
    await storage.remove(modelFolder(lost));
    expect(await listStored(storage)).toHaveLength(2);
  });

  it('was written when the newest of its files was', async () => {
    const storage: Storage = {
      ...memoryStorage(),
      list: async () => [
        { path: 'a/record.json', bytes: 1, written: 7 },
        { path: 'a/files/graph', bytes: 1, written: 9 },
        { path: 'b/files/graph', bytes: 1 },
      ],
    };
    const stored = await listStored(storage);
    expect(stored.map(({ written }) => written)).toEqual([9, undefined]);
  });
});
