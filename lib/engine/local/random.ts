/**
 * Random numbers that are looked up instead of drawn in turn: the number that belongs to one token at one step depends on
 * the seed, the step and the token alone, not on how many others were asked for.
 */
export interface RandomSource {
  /** Uniform in (0, 1), 52 bits. The same for the same seed on every machine. */
  at(step: number, token: number): number;
}

/** A source for an integer seed, of which 53 bits count. */
export function randomFrom(seed: number): RandomSource {
  const key = [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0] as const;
  return {
    at: (step, token) => {
      const [high, low] = philox([step, token, 0, 0], key);
      // The half keeps it away from 0 and 1, whose logarithms the sampler could not use.
      return ((high >>> 6) * 2 ** 26 + (low >>> 6) + 0.5) / 2 ** 52;
    },
  };
}

type FourWords = readonly [number, number, number, number];

/**
 * Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3", SC '11): the block of four
 * 32-bit words that belongs to a counter under a key.
 */
export function philox(counter: FourWords, key: readonly [number, number]): FourWords {
  let [a, b, c, d] = counter;
  let [keyA, keyB] = key;
  for (let round = 0; round < 10; round += 1) {
    const highA = multiplyHigh(0xd2511f53, a);
    const lowA = Math.imul(0xd2511f53, a);
    const highC = multiplyHigh(0xcd9e8d57, c);
    const lowC = Math.imul(0xcd9e8d57, c);
    a = highC ^ b ^ keyA;
    c = highA ^ d ^ keyB;
    b = lowC;
    d = lowA;
    keyA = (keyA + 0x9e3779b9) | 0;
    keyB = (keyB + 0xbb67ae85) | 0;
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
}

/** The upper 32 bits of the product of two unsigned 32-bit words. */
function multiplyHigh(left: number, right: number): number {
  const leftHigh = left >>> 16;
  const leftLow = left & 0xffff;
  const rightHigh = right >>> 16;
  const rightLow = right & 0xffff;
  // Every sum stays below 2^32, so that the shifts are exact.
  const middle = leftHigh * rightLow + ((leftLow * rightLow) >>> 16);
  const carried = leftLow * rightHigh + (middle & 0xffff);
  return (leftHigh * rightHigh + (middle >>> 16) + (carried >>> 16)) | 0;
}
