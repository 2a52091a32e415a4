import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, messageField, numberField, textField } from './protobuf';

const FIELDS = { max: 2 ** 29 - 1, min: 1 };

describe('the protobuf wire format', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer(FIELDS), fc.oneof(fc.maxSafeNat(), fc.string()))),
        (fields) => {
          const written = fields.map(([field, value]) =>
            typeof value === 'number' ? numberField(field, value) : textField(field, value),
          );
          const bytes = Uint8Array.from(written.flat());
          const read = [...fieldsOf(bytes, 0, bytes.length)];
          expect(read.map(({ field }) => field)).toEqual(fields.map(([field]) => field));
          for (const [index, { start, end }] of read.entries()) {
            const value = fields[index]?.[1];
            if (typeof value !== 'string') continue;
            expect(bytes.slice(start, end)).toEqual(new TextEncoder().encode(value));
          }
        },
      ),
    );
  });

  it('knows numbers of a fixed length, and messages within messages', () => {
    const bytes = Uint8Array.from([
      ...[(3 << 3) | 5, 1, 2, 3, 4],
      ...[(4 << 3) | 1, 1, 2, 3, 4, 5, 6, 7, 8],
      ...messageField(5, numberField(6, 300)),
    ]);
    const fields = [...fieldsOf(bytes, 0, bytes.length)];
    expect(fields).toEqual([
      { field: 3, start: 1, end: 5 },
      { field: 4, start: 6, end: 14 },
      { field: 5, start: 16, end: 19 },
    ]);
    expect([...fieldsOf(bytes, 16, 19)]).toEqual([{ field: 6, start: 17, end: 19 }]);
  });

  it('refuses bytes that end too early or are no message, and always ends', () => {
    const cut = Uint8Array.from(textField(1, 'cut off')).slice(0, 5);
    expect(() => [...fieldsOf(cut, 0, cut.length)]).toThrow('no protobuf message');
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        try {
          for (const { start, end } of fieldsOf(bytes, 0, bytes.length)) {
            expect(end).toBeGreaterThanOrEqual(start);
          }
        } catch (error) {
          expect(String(error)).toContain('no protobuf message');
        }
      }),
    );
  });
});
