import { FaultError } from '@/lib/text/outcome';
import type { FileHash, LoadProgress } from '../engine';
import { engineFailed, fileDamaged, fileMissing } from '../faults';
import { type ModelManifest, parseManifest } from './manifest';

export const MANIFEST_FILE = 'manifest.json';

export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Reads one file of a model folder. `onBytes` hears how many bytes are there; throws `FaultError` with
 * `model-file-missing` when the file cannot be had.
 */
export type ReadFile = (path: string, onBytes: (loaded: number) => void) => Promise<Bytes>;

/** A file of weights beside the graph, called as the graph calls it. */
export interface WeightsFile {
  readonly name: string;
  /** What the run-time takes it from; absent where it reads the folder itself. */
  readonly data?: Bytes | Blob;
}

/** Length and digest of a file that was read to its end, and what the run-time takes its contents from. */
export type MeasuredWeights = Omit<FileHash, 'path'> & Omit<WeightsFile, 'name'>;

/** A file of a model, with what is known of it beforehand. */
export type ExpectedFile = Pick<FileHash, 'path'> & Partial<FileHash>;

/** Where a model's files are had from. */
export interface ModelSource {
  readonly read: ReadFile;
  /** Reads a file of weights without holding it; where there is no such way, `read` is taken. Throws as `read` does. */
  readonly measure?: (path: string, onBytes: (loaded: number) => void) => Promise<MeasuredWeights>;
  /** The files of a folder that has no manifest. */
  readonly files?: readonly ExpectedFile[];
}

/** A model's files, each one the very file that the manifest names. */
export interface ModelFiles {
  /** Undefined for a folder without one. */
  readonly manifest?: ModelManifest;
  /** What was read. */
  readonly files: readonly FileHash[];
  readonly weights: readonly WeightsFile[];
  has(path: string): boolean;
  /** A file's contents, which are handed over once and then forgotten; the manifest has to list it. */
  take(path: string): Bytes;
}

/**
 * Reads every file of a model and compares its length and SHA-256 with the manifest before anything is made of it. Throws
 * `FaultError` with `model-file-missing` or `model-file-damaged`, naming the file.
 */
export async function readModelFiles(
  source: ModelSource,
  graph: string,
  onProgress: (progress: LoadProgress) => void,
): Promise<ModelFiles> {
  const manifest = source.files === undefined ? await readManifest(source.read) : undefined;
  const expected: readonly ExpectedFile[] = manifest?.files ?? source.files ?? [];
  const total = expected.reduce((sum, file) => sum + (file.bytes ?? 0), 0);
  const contents = new Map<string, Bytes>();
  const weights: WeightsFile[] = [];
  const files: FileHash[] = [];
  let done = 0;
  for (const file of expected) {
    const report = (loaded: number) => {
      const all = Math.max(total, done + loaded);
      onProgress({ phase: 'files', loaded: done + loaded, total: all, file: file.path });
    };
    report(0);
    const isWeights = file.path.startsWith(`${graph}_data`);
    const read = isWeights ? readWeights : readContents;
    const { data, ...found } = await read(source, file.path, report);
    assertSame(found, file);
    files.push(found);
    if (isWeights) weights.push({ name: nameOf(file.path), ...(data && { data }) });
    else if (data instanceof Uint8Array) contents.set(file.path, data);
    done += found.bytes;
  }
  return {
    ...(manifest && { manifest }),
    files,
    weights,
    has: (path) => contents.has(path),
    take: (path) => take(contents, path),
  };
}

function take(contents: Map<string, Bytes>, path: string): Bytes {
  const bytes = contents.get(path);
  if (bytes === undefined) {
    throw new FaultError(fileMissing(path, `${MANIFEST_FILE} does not list it`));
  }
  contents.delete(path);
  return bytes;
}

type Measured = FileHash & Omit<WeightsFile, 'name'>;

async function readContents(
  { read }: ModelSource,
  path: string,
  onBytes: (loaded: number) => void,
): Promise<Measured> {
  const data = await read(path, onBytes);
  return { path, bytes: data.length, sha256: await sha256(data), data };
}

async function readWeights(
  source: ModelSource,
  path: string,
  onBytes: (loaded: number) => void,
): Promise<Measured> {
  if (source.measure === undefined) return readContents(source, path, onBytes);
  return { path, ...(await source.measure(path, onBytes)) };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

async function readManifest(read: ReadFile): Promise<ModelManifest> {
  const bytes = await read(MANIFEST_FILE, () => undefined);
  try {
    return parseManifest(new TextDecoder().decode(bytes));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is not JSON' : String(error);
    throw new FaultError(fileDamaged(MANIFEST_FILE, why.replace(/^Error: /, '')));
  }
}

function assertSame(found: FileHash, { path, bytes, sha256: hash }: ExpectedFile): void {
  if (bytes !== undefined && found.bytes !== bytes) {
    const why = `it has ${found.bytes} bytes instead of ${bytes}`;
    throw new FaultError(fileDamaged(path, why));
  }
  if (hash !== undefined && found.sha256 !== hash) {
    const why = `its SHA-256 is ${found.sha256.slice(0, 12)}… instead of ${hash.slice(0, 12)}…`;
    throw new FaultError(fileDamaged(path, why));
  }
}

/** The SHA-256 of some bytes in lower-case hexadecimal. Throws `FaultError` where the page may not use WebCrypto. */
export async function sha256(bytes: Bytes): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (subtle === undefined) {
    throw new FaultError({
      ...engineFailed('verifying the model', 'this page has no access to WebCrypto'),
      remedy: 'Open the page over https or from localhost, where browsers allow WebCrypto.',
    });
  }
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
