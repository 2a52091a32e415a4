/** Writes docs/model-card.md from the data that the application shows. Usage: npm run model:card */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CARD_FILE, cardMarkdown } from '@/lib/engine/catalogue/model-card/markdown';

writeFileSync(fileURLToPath(new URL(`../${CARD_FILE}`, import.meta.url)), cardMarkdown());
