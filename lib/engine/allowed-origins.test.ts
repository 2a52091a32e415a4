import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isAllowableOrigin,
  MOST_ORIGINS,
  originToAllow,
  readOrigins,
  writeOrigins,
} from './allowed-origins';

describe('the places that a page may connect to', () => {
  it('takes the origin out of an address', () => {
    expect(originToAllow('http://localhost:8000/v1')).toEqual({
      ok: true,
      value: 'http://localhost:8000',
    });
    expect(originToAllow('HTTPS://GPU.Hospital.Example:443/v1')).toEqual({
      ok: true,
      value: 'https://gpu.hospital.example',
    });
  });

  it.each([
    'ftp://a.example',
    'javascript:alert(1)',
    'data:text/plain,a',
    'blob:https://a.example/x',
    'https://*',
    'https://*.example',
    "https://a;script-src'unsafe-eval'",
    'http://[::1]:8000',
    '//a.example',
    'a.example',
    '',
  ])('allows nothing for %s', (address) => {
    expect(originToAllow(address)).toMatchObject({
      ok: false,
      fault: { code: 'origin-not-allowable' },
    });
  });

  it('reads back what it wrote', () => {
    const origin = fc
      .tuple(fc.constantFrom('http', 'https'), fc.domain(), fc.integer({ min: 1, max: 65_535 }))
      .map(([scheme, domain, port]) => new URL(`${scheme}://${domain}:${port}`).origin)
      .filter(isAllowableOrigin);
    fc.assert(
      fc.property(fc.uniqueArray(origin, { maxLength: MOST_ORIGINS }), (origins) => {
        expect(readOrigins(writeOrigins(origins))).toEqual([...origins].sort());
      }),
    );
  });

  it('lets nothing into a policy but origins, whatever the cookie says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl().map(encodeURIComponent)), (cookie) => {
        for (const origin of readOrigins(cookie)) {
          expect(origin).toMatch(/^https?:\/\/[a-z0-9.-]+(:\d+)?$/);
        }
      }),
    );
    const hostile = "http://a.example 'unsafe-eval' * https: http://b.example;script-src *";
    expect(readOrigins(encodeURIComponent(hostile))).toEqual(['http://a.example']);
    expect(readOrigins('%')).toEqual([]);
    const many = Array.from({ length: 40 }, (_, index) => `http://h${index}.example`);
    expect(readOrigins(encodeURIComponent(many.join(' ')))).toHaveLength(MOST_ORIGINS);
  });
});
