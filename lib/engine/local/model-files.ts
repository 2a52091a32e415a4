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

/** A model's files, each one the very file that the manifest names. */
export interface ModelFiles {
  readonly manifest: ModelManifest;
  /** A file's contents, which are handed over once and then forgotten; the manifest has to list it. */
  take(path: string): Bytes;
}

/**
 * Reads every file that the manifest lists and compares its length and SHA-256 before anything is made of it. Throws
 * `FaultError` with `model-file-missing` or `model-file-damaged`, naming the file.
 */
export async function readModelFiles(
  read: ReadFile,
  onProgress: (progress: LoadProgress) => void,
): Promise<ModelFiles> {
  const manifest = await readManifest(read);
  const total = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  const contents = new Map<string, Bytes>();
  let done = 0;
  for (const file of manifest.files) {
    const report = (loaded: number) =>
      onProgress({ phase: 'files', loaded: done + loaded, total, file: file.path });
    report(0);
    const bytes = await read(file.path, report);
    await verify(bytes, file);
    contents.set(file.path, bytes);
    done += file.bytes;
  }
  return {
    manifest,
    take: (path) => {
      const bytes = contents.get(path);
      if (bytes === undefined) {
        throw new FaultError(fileMissing(path, `${MANIFEST_FILE} does not list it`));
      }
      contents.delete(path);
      return bytes;
    },
  };
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

async function verify(bytes: Bytes, expected: FileHash): Promise<void> {
  if (bytes.length !== expected.bytes) {
    const why = `it has ${bytes.length} bytes instead of ${expected.bytes}`;
    throw new FaultError(fileDamaged(expected.path, why));
  }
  const found = await sha256(bytes);
  if (found !== expected.sha256) {
    const why = `its SHA-256 is ${found.slice(0, 12)}… instead of ${expected.sha256.slice(0, 12)}…`;
    throw new FaultError(fileDamaged(expected.path, why));
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
