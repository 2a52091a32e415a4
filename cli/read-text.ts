import { readFile, writeFile } from 'node:fs/promises';
import { badInput, type CommandIo } from '@/cli/command';

/**
 * The text of a file, or of standard input for `-`, exactly as it stands there: a byte order mark and carriage returns
 * stay, so that offsets into it are offsets into the file's text. Throws `FaultError` naming what is wrong and where.
 */
export async function readText(path: string, io: CommandIo): Promise<string> {
  const name = path === '-' ? 'standard input' : path;
  const bytes = path === '-' ? await io.readStdin() : await readBytes(path);
  const nul = bytes.indexOf(0);
  if (nul !== -1) throw notText(name, `byte ${nul} is 0`, bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw notText(name, `byte ${firstBadByte(bytes)} is not UTF-8`, bytes);
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw badInput(
      `${path} cannot be read: ${reasonOf(error)}.`,
      'Check the path, or give - for standard input.',
    );
  }
}

/** Writes a file; throws `FaultError` where it cannot be written. */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw badInput(`${path} cannot be written: ${reasonOf(error)}.`, 'Choose another place.');
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'no permission',
  ENOTDIR: 'part of the path is not a folder',
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return REASONS[code] ?? error.message;
}

function notText(name: string, where: string, bytes: Uint8Array) {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return badInput(
    `${name} is not plain text: ${wide ? 'it is UTF-16' : where}.`,
    'Save it as plain text in UTF-8.',
  );
}

/** The offset of the first byte at which the bytes cease to be UTF-8. */
function firstBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let offset = 0; offset < bytes.length; offset += 1) {
    try {
      decoder.decode(bytes.subarray(offset, offset + 1), { stream: true });
    } catch {
      return offset;
    }
  }
  return bytes.length;
}
