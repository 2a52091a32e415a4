import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/ledger/canonical-json';

describe('canonicalJson', () => {
  it('writes the example of RFC 8785, section 3.2.2', () => {
    const input: unknown = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(input)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by UTF-16 code unit, as RFC 8785, section 3.2.3 shows', () => {
    const keys = ['€', '\r', '\ufb33', '1', '😀', '\u0080', 'ö'];
    const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
    expect([...text.matchAll(/"(.*?)":/gu)].map((match) => match[1])).toEqual([
      '\\r',
      '1',
      '\u0080',
      'ö',
      '€',
      '😀',
      '\ufb33',
    ]);
  });

  it('is the same whatever the order of the keys', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' })),
        (object) => {
          const turned = Object.fromEntries(Object.entries(object).reverse());
          expect(canonicalJson(turned)).toBe(canonicalJson(object));
        },
      ),
    );
  });

  it('says the same as the value it was made from', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([
    ['NaN', { a: [1, Number.NaN] }, 'a[1] holds NaN'],
    ['an infinity', { a: { b: Number.NEGATIVE_INFINITY } }, 'a.b holds -Infinity'],
    ['undefined', { a: undefined }, 'a holds a value of type undefined'],
    ['a hole', { a: Object.assign([1], { length: 2 }) }, 'a[1] holds a value of type undefined'],
    ['a function', { a: () => 1 }, 'a holds a value of type function'],
    ['a bigint', 1n, 'the value holds a value of type bigint'],
    ['a date', { at: new Date(0) }, 'at holds an object that is not plain data'],
    ['a map', { a: new Map() }, 'a holds an object that is not plain data'],
    ['half of a surrogate pair', { text: 'a\ud83d' }, 'text holds half of a surrogate pair'],
    ['half of a pair in a key', { '\udc00': 1 }, 'holds half of a surrogate pair in a key'],
  ])('refuses %s and says where', (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(message);
  });

  it('refuses a cycle and takes the same object twice', () => {
    const shared = { x: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"x":1},{"x":1}]');
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    expect(() => canonicalJson(cyclic)).toThrow('self holds a reference');
  });
});
