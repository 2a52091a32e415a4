import { afterEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from '@/lib/ledger/sha256';

afterEach(() => vi.unstubAllGlobals());

describe('sha256', () => {
  // NIST, "SHA-256 examples", csrc.nist.gov, and the digest of the empty message.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('gives the known digest of "%s"', async (text, digest) => {
    expect(await sha256(text)).toBe(digest);
    expect(await sha256(new TextEncoder().encode(text))).toBe(digest);
  });

  it('says what to do where WebCrypto is missing', async () => {
    vi.stubGlobal('crypto', {});
    await expect(sha256('abc')).rejects.toMatchObject({
      fault: { code: 'hashing-unavailable', remedy: expect.stringContaining('https') },
    });
  });
});
