/** Uniform numbers in [0, 1), the same for the same seed on every machine. */
export interface RandomSource {
  next(): number;
}

/** SplitMix32: spreads a seed over the state of another generator. Finaliser of MurmurHash3 (Appleby). */
function splitMix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}

function rotateLeft(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/**
 * Successive 32-bit outputs of xoshiro128** 1.1 (Blackman and Vigna 2021, ACM TOMS 47:36) from a state of four 32-bit
 * words, which must not all be zero.
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const output = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return output;
  };
}

/**
 * A seeded source with 53 random bits a number. All 53 bits of an integer seed count: seeds that differ give different
 * sequences.
 */
export function randomFrom(seed: number): RandomSource {
  const low = splitMix32(seed >>> 0);
  const high = splitMix32(Math.floor(seed / 2 ** 32) >>> 0);
  const word = xoshiro128([low(), low(), high(), high()]);
  return {
    next: () => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) / 2 ** 53,
  };
}
