import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptConnectionSchema, parseConnection, withoutKey } from './connection';

const GIVEN = {
  id: 'e-1',
  name: 'Ward server',
  baseUrl: 'https://gpu.hospital.example/v1/',
  model: '/models/Gazal R1 Q4_K_M.gguf',
  via: 'browser',
  key: 'sk-1',
};

describe('a connection', () => {
  it('is read with its address in one form', () => {
    expect(parseConnection(GIVEN)).toEqual({
      ok: true,
      value: { ...GIVEN, baseUrl: 'https://gpu.hospital.example/v1' },
    });
    expect(parseConnection({ ...GIVEN, baseUrl: '/api/upstreams/ward/v1' }).ok).toBe(true);
  });

  it.each([
    ['ftp://host/v1'],
    ['javascript:alert(1)'],
    ['//host/v1'],
    ['https://user:pass@host/v1'],
    ['https://host/v1?key=1'],
    ['https://host/v1#a'],
    ['host:8000/v1'],
    ['/a\\b'],
    [''],
  ])('is refused with the address %j', (baseUrl) => {
    const parsed = parseConnection({ ...GIVEN, baseUrl });
    expect(parsed.ok ? '' : parsed.fault.message).toContain('"baseUrl"');
  });

  it('never leaves with its key, nor shows it in a fault', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\x21-\x7e]{8,40}$/), (key) => {
        const parsed = parseConnection({ ...GIVEN, key });
        if (!parsed.ok) throw new Error(parsed.fault.message);
        const kept = withoutKey(parsed.value);
        expect(kept).not.toHaveProperty('key');
        expect(keptConnectionSchema.parse(kept)).toEqual(kept);
        const spoiled = parseConnection({ ...GIVEN, key: `${key}\n` });
        expect(spoiled.ok ? '' : JSON.stringify(spoiled.fault)).toContain('key');
        expect(spoiled.ok ? key : JSON.stringify(spoiled.fault)).not.toContain(key);
      }),
    );
    expect(keptConnectionSchema.safeParse(GIVEN).success).toBe(false);
  });
});
