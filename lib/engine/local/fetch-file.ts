import { FaultError } from '@/lib/text/outcome';
import { fileMissing, fileUnreachable } from '../faults';
import type { Bytes, ReadFile } from './model-files';

/**
 * Fetches the files of a folder. The browser's cache is used but always asked for a newer file first, since a model's files
 * keep their names when it is replaced.
 */
export function fetchFrom(folder: URL): ReadFile {
  return async (path, onBytes) => {
    const response = await request(new URL(path, folder), path);
    if (!response.ok || response.body === null) {
      throw new FaultError(fileMissing(path, `the server answered ${response.status}`));
    }
    const parts: Bytes[] = [];
    let loaded = 0;
    const reader = response.body.getReader();
    for (let part = await next(reader, path); part !== undefined; part = await next(reader, path)) {
      parts.push(part);
      loaded += part.length;
      onBytes(loaded);
    }
    return joined(parts, loaded);
  };
}

async function request(address: URL, path: string): Promise<Response> {
  try {
    return await fetch(address, { cache: 'no-cache' });
  } catch {
    throw new FaultError(fileUnreachable(path, 'the server could not be reached'));
  }
}

async function next(
  reader: ReadableStreamDefaultReader<Bytes>,
  path: string,
): Promise<Bytes | undefined> {
  try {
    return (await reader.read()).value;
  } catch {
    throw new FaultError(fileUnreachable(path, 'the connection broke off'));
  }
}

function joined(parts: readonly Bytes[], length: number): Bytes {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
