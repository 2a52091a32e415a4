import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A SHA-256 that takes a message piece by piece (FIPS 180-4). */
export interface RunningDigest {
  update(bytes: Uint8Array): void;
  /** The digest of all that was given so far, in lower-case hexadecimal. */
  value(): string;
}

/** The digest of nothing yet. */
export function startDigest(): RunningDigest {
  const hash = sha256.create();
  return {
    update(bytes) {
      hash.update(bytes);
    },
    value: () => bytesToHex(hash.clone().digest()),
  };
}
