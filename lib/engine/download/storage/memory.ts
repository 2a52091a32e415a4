import type { Storage } from './storage';

/** A storage that forgets everything with the page, of at most `quota` bytes. */
export function memoryStorage(quota = Number.POSITIVE_INFINITY): Storage {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const used = () => [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);

  function put(path: string, bytes: Uint8Array<ArrayBuffer>): void {
    const more = bytes.length - (files.get(path)?.length ?? 0);
    if (used() + more > quota) throw new DOMException('the storage is full', 'QuotaExceededError');
    files.set(path, bytes);
  }

  function get(path: string): Uint8Array<ArrayBuffer> {
    const bytes = files.get(path);
    if (bytes === undefined) throw new Error(`there is no file ${path}`);
    return bytes;
  }

  return {
    size: async (path) => files.get(path)?.length,
    async list(folder) {
      const prefix = `${folder}/`;
      return [...files]
        .filter(([path]) => path.startsWith(prefix))
        .map(([path, { length }]) => ({ path: path.slice(prefix.length), bytes: length }));
    },
    read: async (path, start, length) => get(path).slice(start, start + length),
    blob: async (path) => new Blob([get(path)]),
    async open(path) {
      if (!files.has(path)) put(path, new Uint8Array());
      const contents = () => files.get(path) ?? new Uint8Array();
      return {
        bytes: contents().length,
        async write(at, data) {
          const before = contents();
          const after = new Uint8Array(Math.max(before.length, at + data.length));
          after.set(before);
          after.set(data, at);
          put(path, after);
        },
        async truncate(bytes) {
          put(path, contents().slice(0, bytes));
        },
        close: async () => undefined,
      };
    },
    replace: async (path, text) => put(path, new TextEncoder().encode(text)),
    async remove(path) {
      for (const name of [...files.keys()]) {
        if (name === path || name.startsWith(`${path}/`)) files.delete(name);
      }
    },
    room: async () => (Number.isFinite(quota) ? { used: used(), quota } : undefined),
  };
}
