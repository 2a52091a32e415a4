import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CARD_FORMS, CARD_RECORD, figuresByDataset, figureWords } from '.';
import { CARD_FILE, cardMarkdown } from './markdown';

const manifest = z
  .object({
    revision: z.string(),
    contextLength: z.number(),
    files: z.array(z.object({ bytes: z.number() })),
  })
  .parse(JSON.parse(readFileSync('public/models/rationale-embedded/manifest.json', 'utf8')));

const [attributes, applied] = CARD_FORMS.map(({ groups }) =>
  groups.flatMap(({ fields }) => fields),
);

describe('the model card', () => {
  it('answers the 31 source attributes in nine groups, in order', () => {
    expect(CARD_FORMS[0]?.groups).toHaveLength(9);
    expect(attributes?.map(({ id }) => id)).toEqual(
      Array.from({ length: 31 }, (_, index) => `${index + 1}`),
    );
  });

  it('fills every field, once, and none with nothing', () => {
    for (const fields of [attributes, applied]) {
      const ids = fields?.map(({ id }) => id) ?? [];
      expect(new Set(ids).size).toBe(ids.length);
      for (const { title, text } of fields ?? []) {
        expect(title).not.toBe('');
        expect(text.length).toBeGreaterThan(0);
        for (const paragraph of text) expect(paragraph.trim()).toMatch(/\S/u);
      }
    }
  });

  it('shows the figures in both forms, with intervals that hold them', () => {
    for (const fields of [attributes, applied]) {
      expect(fields?.filter(({ figures }) => figures)).toHaveLength(1);
    }
    for (const { low, value, high } of CARD_RECORD.figures) {
      expect(low).toBeLessThanOrEqual(value);
      expect(value).toBeLessThanOrEqual(high);
    }
    const grouped = [...figuresByDataset(CARD_RECORD.figures).values()].flat();
    expect(grouped).toHaveLength(CARD_RECORD.figures.length);
    expect(figureWords({ value: 0.9, low: 0.8, high: 1 })).toBe('0.900 (0.800 to 1.000)');
  });

  it('speaks of the weights that ship', () => {
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    expect(CARD_RECORD.model.revision).toBe(manifest.revision);
    expect(CARD_RECORD.model.contextTokens).toBe(manifest.contextLength);
    expect(CARD_RECORD.model.downloadMegabytes).toBeCloseTo(bytes / 1e6, 1);
  });

  it('is in the documents as the code has it (npm run model:card)', () => {
    expect(readFileSync(CARD_FILE, 'utf8')).toBe(cardMarkdown());
  });
});
