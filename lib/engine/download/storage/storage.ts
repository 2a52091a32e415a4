import type { Bytes } from '../../local/model-files';

/** A file that is open for writing. Only one may be open for a path at a time. */
export interface OpenFile {
  /** Its length when it was opened. */
  readonly bytes: number;
  write(at: number, data: Uint8Array): Promise<void>;
  truncate(bytes: number): Promise<void>;
  close(): Promise<void>;
}

/** A file below a folder. */
export interface ListedFile {
  /** From that folder. */
  readonly path: string;
  readonly bytes: number;
  /** When it was last written, in milliseconds since 1970; absent where the storage does not tell. */
  readonly written?: number;
}

/** How much a storage may hold. */
export interface Room {
  readonly used: number;
  readonly quota: number;
}

/**
 * Where models are kept: files by path, with `/` between folders. Every call may throw what the platform throws;
 * `storageFault` turns that into a fault.
 */
export interface Storage {
  /** Length of a file, or undefined where there is none. */
  size(path: string): Promise<number | undefined>;
  /** Every file below a folder. */
  list(folder: string): Promise<readonly ListedFile[]>;
  /** A part of a file; shorter than asked where the file ends before. */
  read(path: string, start: number, length: number): Promise<Bytes>;
  /** A file as something that is read only when it is used. */
  blob(path: string): Promise<Blob>;
  /** Opens a file for writing and makes it, with its folders, where there is none. */
  open(path: string): Promise<OpenFile>;
  /** Replaces a small file in one step: afterwards there is the old one or the new one. */
  replace(path: string, text: string): Promise<void>;
  /** Deletes a file or a folder with all that is in it; nothing happens where there is none. */
  remove(path: string): Promise<void>;
  /** Undefined where the platform does not tell. */
  room(): Promise<Room | undefined>;
}

/** Calls `take` with a file's contents, one piece after the other. */
export async function readPieces(
  storage: Storage,
  path: string,
  pieceBytes: number,
  take: (piece: Bytes) => void | Promise<void>,
): Promise<void> {
  const bytes = (await storage.size(path)) ?? 0;
  for (let at = 0; at < bytes; at += pieceBytes) {
    await take(await storage.read(path, at, Math.min(pieceBytes, bytes - at)));
  }
}
