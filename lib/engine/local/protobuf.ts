/** One field of a message in the protobuf wire format; `start` and `end` are offsets of its value. */
export interface WireField {
  readonly field: number;
  readonly start: number;
  readonly end: number;
}

/** Lengths of the values of each wire type that has a fixed one (protobuf.dev, "Encoding"). */
const FIXED_LENGTHS: ReadonlyMap<number, number> = new Map([
  [1, 8],
  [5, 4],
]);

/** The fields of the message between two offsets, in order. Throws an `Error` where the bytes are no such message. */
export function* fieldsOf(bytes: Uint8Array, start: number, end: number): Generator<WireField> {
  let at = start;
  while (at < end) {
    const tag = readVarint(bytes, at);
    const kind = tag.value % 8;
    const length = kind === 2 ? readVarint(bytes, tag.end) : undefined;
    const from = length?.end ?? tag.end;
    const fixed = FIXED_LENGTHS.get(kind) ?? (kind === 0 ? readVarint(bytes, from).end - from : -1);
    const to = from + (length?.value ?? fixed);
    if (to < from || to > end) throw new Error(`no protobuf message: broken field at byte ${at}`);
    yield { field: Math.floor(tag.value / 8), start: from, end: to };
    at = to;
  }
}

function readVarint(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  let scale = 1;
  for (let at = start; at < start + 10; at += 1) {
    const byte = bytes[at];
    if (byte === undefined) break;
    // Multiplied instead of shifted: a file can be longer than 32 bits can say.
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, end: at + 1 };
    scale *= 0x80;
  }
  throw new Error(`no protobuf message: broken number at byte ${start}`);
}

/** A field that holds a number that is not negative. */
export function numberField(field: number, value: number): readonly number[] {
  return [...varint(field * 8), ...varint(value)];
}

/** A field that holds a message made of other fields. */
export function messageField(
  field: number,
  ...content: readonly (readonly number[])[]
): readonly number[] {
  const bytes = content.flat();
  return [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
}

/** A field that holds a text. */
export function textField(field: number, text: string): readonly number[] {
  return messageField(field, [...new TextEncoder().encode(text)]);
}

function varint(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...varint(Math.floor(value / 0x80))];
}
