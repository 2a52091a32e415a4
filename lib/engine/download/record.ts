import * as z from 'zod/mini';
import type { Storage } from './storage/storage';

/** Who said what a file's digest is; with `first-download` nobody had, and it is what came the first time. */
const knownFromSchema = z.enum(['catalogue', 'repository', 'folder', 'first-download']);

const fileSchema = z.object({
  path: z.string(),
  bytes: z.optional(z.number()),
  sha256: z.optional(z.string()),
  knownFrom: knownFromSchema,
  /** ETag or date that the server gave for the bytes that are stored. */
  validator: z.optional(z.string()),
  isOptional: z.boolean(),
  /** `absent`: the source does not have it, and the model does not need it. */
  state: z.enum(['wanted', 'verified', 'absent']),
});

const recordSchema = z.object({
  version: z.literal(1),
  /** Id of the catalogue's entry. */
  model: z.string(),
  name: z.string(),
  repository: z.string(),
  /** Absent where the source did not tell. */
  commit: z.optional(z.string()),
  dtype: z.string(),
  graph: z.string(),
  /** Where it came from: the address of a hub or mirror, or `folder`. */
  origin: z.string(),
  /** Whether config.json has to tell which files hold the weights, since neither catalogue nor source did. */
  needsConfiguration: z.boolean(),
  files: z.array(fileSchema),
});

export type KnownFrom = z.infer<typeof knownFromSchema>;
export type RecordedFile = z.infer<typeof fileSchema>;
/** What is known of one downloaded model, or of one that is being downloaded. Kept beside its files. */
export type DownloadRecord = z.infer<typeof recordSchema>;

/** The folder of the storage that holds every model, each in a folder that its key names. */
export const MODELS_FOLDER = 'models';

/** What names a model in the storage: one form of one entry. Safe as a folder's name on every platform. */
export function modelKey(model: string, dtype: string): string {
  return encodeURIComponent(`${model}@${dtype}`).replaceAll('*', '%2A');
}

/** The folder of a model in the storage. */
export function modelFolder(key: string): string {
  return `${MODELS_FOLDER}/${key}`;
}

/** Where a model's file is stored. */
export function filePlace(key: string, path: string): string {
  return `${modelFolder(key)}/files/${path}`;
}

/** Whether every file is there and verified. */
export function isReady(record: DownloadRecord): boolean {
  return record.files.every(({ state }) => state !== 'wanted');
}

/** The record with one file changed. */
export function withFile(
  record: DownloadRecord,
  path: string,
  change: Partial<RecordedFile>,
): DownloadRecord {
  const files = record.files.map((file) => (file.path === path ? { ...file, ...change } : file));
  return { ...record, files };
}

/** The record of a model, or undefined where there is none that can be read. */
export async function readRecord(
  storage: Storage,
  key: string,
): Promise<DownloadRecord | undefined> {
  const place = recordPlace(key);
  const bytes = await storage.size(place);
  if (bytes === undefined) return undefined;
  try {
    const text = new TextDecoder().decode(await storage.read(place, 0, bytes));
    const parsed = recordSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Keeps a record, in place of the one before. */
export function writeRecord(storage: Storage, key: string, record: DownloadRecord): Promise<void> {
  return storage.replace(recordPlace(key), JSON.stringify(record));
}

/** Every model of the storage, by key. */
export async function readRecords(storage: Storage): Promise<ReadonlyMap<string, DownloadRecord>> {
  const files = await storage.list(MODELS_FOLDER);
  const keys = files.flatMap(({ path }) => {
    const [key, name, ...rest] = path.split('/');
    return key !== undefined && name === 'record.json' && rest.length === 0 ? [key] : [];
  });
  const records = new Map<string, DownloadRecord>();
  for (const key of keys) {
    const record = await readRecord(storage, key);
    if (record !== undefined) records.set(key, record);
  }
  return records;
}

function recordPlace(key: string): string {
  return `${modelFolder(key)}/record.json`;
}
