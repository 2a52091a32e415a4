import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemaFiles } from '@/lib/ledger/json-schemas';

const FOLDER = 'docs/schemas';

describe('docs/schemas', () => {
  it('holds exactly what the code says (if not: npm run schemas)', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.schema.json'));
    expect(files.sort()).toEqual([...jsonSchemaFiles().keys()].sort());
    for (const [file, text] of jsonSchemaFiles()) {
      expect(readFileSync(join(FOLDER, file), 'utf8')).toBe(text);
    }
  });

  it('leaves no place undescribed', () => {
    for (const [file, text] of jsonSchemaFiles()) {
      expect(emptySchemas(JSON.parse(text), ''), file).toEqual([]);
    }
  });
});

/** Where a schema allows anything at all. */
function emptySchemas(value: unknown, where: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  if (entries.length === 0 && !Array.isArray(value)) return [where];
  return entries.flatMap(([key, member]) => emptySchemas(member, `${where}/${key}`));
}
