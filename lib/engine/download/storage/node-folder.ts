import { openAsBlob } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Storage } from './storage';

/** A folder on disk as storage, for commands, servers and tests. */
export function folderStorage(root: string): Storage {
  const at = (path: string) => join(root, ...path.split('/'));
  return {
    size: (path) => stat(at(path)).then(({ size }) => size, ifMissing(undefined)),
    async list(folder) {
      const found = await readdir(at(folder), { recursive: true, withFileTypes: true }).catch(
        ifMissing([]),
      );
      const files = found.filter((entry) => entry.isFile());
      return Promise.all(
        files.map(async ({ parentPath, name }) => {
          const path = join(parentPath, name);
          const { size } = await stat(path);
          return { path: relative(at(folder), path).split(sep).join('/'), bytes: size };
        }),
      );
    },
    async read(path, start, length) {
      const file = await open(at(path), 'r');
      try {
        const piece = new Uint8Array(length);
        const { bytesRead } = await file.read(piece, 0, length, start);
        return piece.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    blob: (path) => openAsBlob(at(path)),
    async open(path) {
      await mkdir(dirname(at(path)), { recursive: true });
      // Made where there is none, and never cut: `a` would write at the end wherever it is told to.
      await (await open(at(path), 'a')).close();
      const file = await open(at(path), 'r+');
      const { size } = await file.stat();
      return {
        bytes: size,
        async write(position, data) {
          await file.write(data, 0, data.length, position);
        },
        truncate: (bytes) => file.truncate(bytes),
        close: () => file.close(),
      };
    },
    async replace(path, text) {
      await mkdir(dirname(at(path)), { recursive: true });
      await writeFile(`${at(path)}.new`, text);
      await rename(`${at(path)}.new`, at(path));
    },
    remove: (path) => rm(at(path), { recursive: true, force: true }),
    async room() {
      await mkdir(root, { recursive: true });
      const { bavail, bsize } = await statfs(root);
      return { used: 0, quota: bavail * bsize };
    },
  };
}

function ifMissing<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return value;
    throw error;
  };
}
