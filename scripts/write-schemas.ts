/** Writes the JSON Schemas of docs/schemas from the code's own. Usage: npm run schemas */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonSchemaFiles } from '@/lib/ledger/json-schemas';

const folder = fileURLToPath(new URL('../docs/schemas', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [file, text] of jsonSchemaFiles()) {
  writeFileSync(join(folder, file), text);
}
