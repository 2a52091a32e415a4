import type { Sha256 } from '@/lib/ledger/record';
import { FaultError } from '@/lib/text/outcome';

const DIGEST = /^[0-9a-f]{64}$/;

/** Whether a text is a lower-case hexadecimal SHA-256 digest. */
export function isSha256(text: string): text is Sha256 {
  return DIGEST.test(text);
}

/**
 * The SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, or of the bytes given. Throws `FaultError<'hashing-unavailable'>`
 * where WebCrypto is missing: browsers offer it on https and localhost only.
 */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<Sha256> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (subtle === undefined) {
    throw new FaultError({
      code: 'hashing-unavailable',
      message: 'Runs cannot be kept: this page has no access to WebCrypto.',
      remedy: 'Open the page over https or from localhost.',
    });
  }
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return hexadecimal(new Uint8Array(await subtle.digest('SHA-256', bytes)));
}

function hexadecimal(bytes: Uint8Array): Sha256 {
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!isSha256(text)) throw new Error(`not a SHA-256 digest: ${text}`);
  return text;
}
