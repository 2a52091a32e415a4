import type { ListedFile, OpenFile, Storage } from './storage';

/** The folder of the origin's private file system that holds everything of this storage. */
const ROOT = 'rationale';

/**
 * The origin private file system of this browser. Its files are written through synchronous access handles, which only a
 * worker may open and which no other tab can open meanwhile; reading works on the page too.
 */
export function opfsStorage(): Storage {
  return {
    async size(path) {
      const file = await fileAt(path);
      return file === undefined ? undefined : (await file.getFile()).size;
    },
    list: (path) => list(path),
    async read(path, start, length) {
      const part = (await contents(path)).slice(start, start + length);
      return new Uint8Array(await part.arrayBuffer());
    },
    blob: contents,
    async open(path) {
      const { folder, name } = await place(path, true);
      const handle = await folder.getFileHandle(name, { create: true });
      return openFile(await handle.createSyncAccessHandle());
    },
    async replace(path, text) {
      const { folder, name } = await place(path, true);
      const handle = await folder.getFileHandle(name, { create: true });
      // What is written becomes the file when it is closed, and not before.
      const writable = await handle.createWritable();
      await writable.write(text);
      await writable.close();
    },
    async remove(path) {
      const found = await place(path, false).catch(ifMissing);
      await found?.folder.removeEntry(found.name, { recursive: true }).catch(ifMissing);
    },
    async room() {
      const { quota, usage } = await navigator.storage.estimate();
      return quota === undefined ? undefined : { quota, used: usage ?? 0 };
    },
  };
}

function openFile(handle: FileSystemSyncAccessHandle): OpenFile {
  return {
    bytes: handle.getSize(),
    async write(at, data) {
      // Shorter where the quota ends: some browsers throw then, and some do not.
      const written = handle.write(new Uint8Array(data), { at });
      if (written < data.length)
        throw new DOMException('the storage is full', 'QuotaExceededError');
      handle.flush();
    },
    async truncate(bytes) {
      handle.truncate(bytes);
      handle.flush();
    },
    async close() {
      handle.close();
    },
  };
}

interface Place {
  readonly folder: FileSystemDirectoryHandle;
  readonly name: string;
}

/** The folder of a path and the last part of it. Throws `NotFoundError` where a folder is missing and not to be made. */
async function place(path: string, create: boolean): Promise<Place> {
  const names = [ROOT, ...path.split('/')];
  const name = names.pop() ?? ROOT;
  let folder = await navigator.storage.getDirectory();
  for (const each of names) folder = await folder.getDirectoryHandle(each, { create });
  return { folder, name };
}

async function fileAt(path: string): Promise<FileSystemFileHandle | undefined> {
  const found = await place(path, false).catch(ifMissing);
  return found?.folder.getFileHandle(found.name).catch(ifMissing);
}

async function contents(path: string): Promise<File> {
  const file = await fileAt(path);
  if (file === undefined) throw new Error(`there is no file ${path}`);
  return file.getFile();
}

async function list(path: string): Promise<ListedFile[]> {
  const found = await place(path, false).catch(ifMissing);
  const folder = await found?.folder.getDirectoryHandle(found.name).catch(ifMissing);
  return folder === undefined ? [] : listFolder(folder, '');
}

async function listFolder(
  folder: FileSystemDirectoryHandle,
  prefix: string,
): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (handle instanceof FileSystemDirectoryHandle) {
      files.push(...(await listFolder(handle, `${prefix}${name}/`)));
    } else if (handle instanceof FileSystemFileHandle) {
      const { size, lastModified } = await handle.getFile();
      files.push({ path: prefix + name, bytes: size, written: lastModified });
    }
  }
  return files;
}

function ifMissing(error: unknown): undefined {
  if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
  throw error;
}
