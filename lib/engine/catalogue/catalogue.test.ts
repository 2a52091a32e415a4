import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BROWSER_MODELS, CATALOGUE, catalogueEntry } from './catalogue';
import { MODELS, modelById } from './embedded';
import type { BrowserModel, Known } from './entry';
import { ENDPOINT_MODELS } from './models/endpoints';

/** Every figure of an entry that may be unknown, wherever it stands. */
function figuresIn(value: unknown): Known<unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('known' in value && typeof value.known === 'boolean') {
    if (value.known && 'source' in value && 'value' in value) {
      return [{ known: true, value: value.value, source: String(value.source) }];
    }
    return [{ known: false, why: 'why' in value ? String(value.why) : '' }];
  }
  return Object.values(value).flatMap(figuresIn);
}

describe('the catalogue', () => {
  it('finds each of its models by id, and no id twice', () => {
    expect(new Set(CATALOGUE.map((model) => model.id)).size).toBe(CATALOGUE.length);
    for (const model of CATALOGUE) {
      expect(catalogueEntry(model.id)).toEqual({ ok: true, value: model });
    }
    for (const model of MODELS) expect(modelById(model.id)).toEqual({ ok: true, value: model });
  });

  it('answers an unknown id with the ids there are', () => {
    const outcome = modelById('gpt-9');
    expect(outcome).toMatchObject({ ok: false, fault: { code: 'model-unknown' } });
    if (outcome.ok) return;
    expect(outcome.fault.message).toContain('gpt-9');
    for (const model of MODELS) expect(outcome.fault.remedy).toContain(model.id);
    expect(catalogueEntry('gpt-9')).toMatchObject({ ok: false, fault: { code: 'model-unknown' } });
  });

  it('has the models that were asked for', () => {
    const names = CATALOGUE.map((model) => model.name).join('\n');
    for (const name of [
      'Qwen3 0.6B',
      'Qwen3 1.7B',
      'Qwen3 4B',
      'DeepSeek-R1-Distill-Qwen 1.5B',
      'MedPsy 1.7B',
      'MedPsy 4B',
      'SmolLM3 3B',
      'Gemma 3 1B',
      'Gemma 4 E2B',
      'MedGemma 4B',
      'LFM2.5 1.2B Thinking',
      'Phi-4-mini',
      'OctoThinker 1B',
      'OctoThinker 3B',
      'Gazal-R1 32B',
    ]) {
      expect(names).toContain(name);
    }
  });

  it('names a source for each figure, and for each that is not known why', () => {
    const figures = figuresIn([...BROWSER_MODELS, ...ENDPOINT_MODELS]);
    expect(figures.length).toBeGreaterThan(100);
    for (const figure of figures) {
      const reason = figure.known ? figure.source : figure.why;
      expect(reason.length, JSON.stringify(figure)).toBeGreaterThan(5);
    }
  });

  it('gives digests and commits in full or not at all', () => {
    for (const model of BROWSER_MODELS) {
      if (model.revision.kind === 'pinned') expect(model.revision.commit).toMatch(/^[0-9a-f]{40}$/);
      for (const file of model.forms.flatMap((form) => form.files)) {
        if (file.sha256 !== undefined) expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
        expect(file.source).toBeDefined();
      }
    }
  });

  it('asks for shader-f16 exactly where a form computes in 16 bits', () => {
    for (const form of BROWSER_MODELS.flatMap((model: BrowserModel) => model.forms)) {
      expect(form.needs.includes('shader-f16')).toBe(
        form.dtype === 'q4f16' || form.dtype === 'fp16',
      );
    }
  });

  it('is what docs/models.md says it is', () => {
    const page = readFileSync(new URL('../../../docs/models.md', import.meta.url), 'utf8');
    for (const { name, repository, revision, forms } of BROWSER_MODELS) {
      const row = page.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? '';
      expect(row).toContain(`\`${repository}\``);
      if (revision.kind === 'pinned') expect(row).toContain(revision.commit.slice(0, 12));
      for (const { bytes, dtype } of forms) {
        const size = bytes.known ? ` ${(bytes.value / 1e9).toFixed(2)} GB` : '';
        if (!name.startsWith('Gemma 3') || dtype === 'q4') expect(row).toContain(`${dtype}${size}`);
      }
    }
  });
});
