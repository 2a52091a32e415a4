import { FaultError } from '@/lib/text/outcome';
import { fileMissing } from '../faults';
import { MANIFEST_FILE } from '../local/model-files';
import { PIECE_BYTES } from './piece-writer';
import { filePlace, isReady, readRecord } from './record';
import { readPieces, type Storage } from './storage/storage';
import { openStoredModel } from './stored-model';

/** A folder that a person picked to write to. */
export interface Destination {
  /** Makes a file, in place of one that is there, with the folders above it. */
  create(path: string): Promise<DestinationFile>;
}

export interface DestinationFile {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Copies a downloaded model to a folder, piece by piece, with a manifest of its digests, so that another machine can load
 * and verify it. Throws `FaultError` where the model is not ready, and what the destination throws.
 */
export async function exportModel(
  storage: Storage,
  key: string,
  destination: Destination,
  onBytes: (written: number) => void,
): Promise<void> {
  const record = await readRecord(storage, key);
  if (record === undefined || !isReady(record)) {
    throw new FaultError(fileMissing(key, 'the model has not been downloaded to its end'));
  }
  let written = 0;
  for (const { path, state } of record.files) {
    if (state !== 'verified' || path === MANIFEST_FILE) continue;
    const file = await destination.create(path);
    await readPieces(storage, filePlace(key, path), PIECE_BYTES, async (piece) => {
      await file.write(piece);
      written += piece.length;
      onBytes(written);
    });
    await file.close();
  }
  // The manifest last: a folder without it was not copied to its end.
  const manifest = await destination.create(MANIFEST_FILE);
  await manifest.write(await openStoredModel(storage, key).read(MANIFEST_FILE, () => undefined));
  await manifest.close();
}
