/** IEEE 754 binary16: a sign, 5 bits of exponent with a bias of 15, 10 bits of fraction. */
const VALUES = new Float32Array(1 << 16);
for (let bits = 0; bits < VALUES.length; bits += 1) VALUES[bits] = valueOfBits(bits);

function valueOfBits(bits: number): number {
  const sign = bits >> 15 === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0
    ? sign * fraction * 2 ** -24
    : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** The values that 16-bit floats stand for. */
export function fromHalfFloats(bits: Uint16Array): Float32Array<ArrayBuffer> {
  const values = new Float32Array(bits.length);
  for (let index = 0; index < bits.length; index += 1) {
    values[index] = VALUES[bits[index] ?? 0] ?? 0;
  }
  return values;
}

/** Values as 16-bit floats, rounded to the nearest and to even where two are as near. */
export function toHalfFloats(values: Float32Array): Uint16Array<ArrayBuffer> {
  const bits = new Uint16Array(values.length);
  for (let index = 0; index < values.length; index += 1) bits[index] = bitsOf(values[index] ?? 0);
  return bits;
}

/** The largest value that still rounds to a finite one lies below half a step above 65504. */
const OVERFLOW = 65520;
const SMALLEST_NORMAL = 2 ** -14;

function bitsOf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size >= OVERFLOW) return sign | 0x7c00;
  if (size < SMALLEST_NORMAL) return sign | roundToEven(size * 2 ** 24);
  // Rounding up to the next power of two carries into the exponent, as it should.
  const exponent = Math.floor(Math.log2(size));
  return sign + ((exponent + 14) << 10) + roundToEven(size * 2 ** (10 - exponent));
}

function roundToEven(value: number): number {
  const below = Math.floor(value);
  const over = value - below;
  return over > 0.5 || (over === 0.5 && below % 2 === 1) ? below + 1 : below;
}
