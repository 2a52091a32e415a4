import type { Destination } from '../export-model';

/** A folder of the disk that a person picked to write to (`showDirectoryPicker`). */
export function folderDestination(root: FileSystemDirectoryHandle): Destination {
  return {
    async create(path) {
      const names = path.split('/');
      const name = names.pop() ?? path;
      let folder = root;
      for (const each of names) folder = await folder.getDirectoryHandle(each, { create: true });
      const handle = await folder.getFileHandle(name, { create: true });
      const writable = await handle.createWritable();
      return { write: (bytes) => writable.write(bytes), close: () => writable.close() };
    },
  };
}
