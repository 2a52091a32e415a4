import { type DownloadRecord, MODELS_FOLDER, readRecord } from './record';
import type { Storage } from './storage/storage';

/** What lies in the storage under one key. */
export interface StoredFiles {
  readonly key: string;
  /** Undefined where it cannot be read: then the files are of no use, but take their room all the same. */
  readonly record: DownloadRecord | undefined;
  /** Of all files, the record's too. */
  readonly bytes: number;
  /** When the newest file was written, in milliseconds since 1970; undefined where the storage does not tell. */
  readonly written: number | undefined;
}

/** Everything that lies in the storage of models, whole, in part or unreadable, the largest first. */
export async function listStored(storage: Storage): Promise<readonly StoredFiles[]> {
  const sums = new Map<string, Omit<StoredFiles, 'record'>>();
  for (const { path, bytes, written } of await storage.list(MODELS_FOLDER)) {
    const [key = path] = path.split('/');
    const before = sums.get(key) ?? { key, bytes: 0, written: undefined };
    sums.set(key, {
      key,
      bytes: before.bytes + bytes,
      written: newest(before.written, written),
    });
  }
  const stored: StoredFiles[] = [];
  for (const sum of sums.values()) {
    stored.push({ ...sum, record: await readRecord(storage, sum.key) });
  }
  return stored.sort((one, other) => other.bytes - one.bytes);
}

function newest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}
