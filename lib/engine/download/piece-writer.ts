import { type RunningDigest, startDigest } from './digest';
import { readPieces, type Storage } from './storage/storage';

/** Bytes that are gathered before they are written: a crash loses fewer than that. */
export const PIECE_BYTES = 4 * 1024 * 1024;

/** Writes a file from where it ends, in pieces, and hashes what it writes. */
export interface PieceWriter {
  /** Bytes that were given, written or not. */
  readonly position: number;
  append(bytes: Uint8Array): Promise<void>;
  /** Throws away all beyond the first `bytes`. */
  rewind(bytes: number): Promise<void>;
  /** Writes what was gathered. */
  settle(): Promise<void>;
  /** The SHA-256 of the whole file as it was written. */
  digest(): Promise<string>;
  /** Writes what was gathered and closes the file. */
  close(): Promise<void>;
}

/** Opens a file to write on. What is in it already is read once, for its digest. */
export async function openPieceWriter(
  storage: Storage,
  path: string,
  pieceBytes = PIECE_BYTES,
): Promise<PieceWriter> {
  let hash = await digestOf(storage, path);
  const file = await storage.open(path);
  const gathered = new Uint8Array(pieceBytes);
  let held = 0;
  let written = file.bytes;

  async function settle(): Promise<void> {
    if (held === 0) return;
    const piece = gathered.subarray(0, held);
    await file.write(written, piece);
    hash.update(piece);
    written += held;
    held = 0;
  }

  return {
    get position() {
      return written + held;
    },
    async append(bytes) {
      for (let taken = 0; taken < bytes.length; ) {
        const part = bytes.subarray(taken, taken + pieceBytes - held);
        gathered.set(part, held);
        held += part.length;
        taken += part.length;
        if (held === pieceBytes) await settle();
      }
    },
    async rewind(bytes) {
      await settle();
      if (bytes >= written) return;
      await file.truncate(bytes);
      written = bytes;
      hash = bytes === 0 ? startDigest() : await digestOf(storage, path);
    },
    settle,
    async digest() {
      await settle();
      return hash.value();
    },
    async close() {
      try {
        await settle();
      } finally {
        await file.close();
      }
    },
  };
}

async function digestOf(storage: Storage, path: string): Promise<RunningDigest> {
  const hash = startDigest();
  await readPieces(storage, path, PIECE_BYTES, (piece) => hash.update(piece));
  return hash;
}
