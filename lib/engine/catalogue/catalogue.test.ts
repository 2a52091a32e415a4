import { describe, expect, it } from 'vitest';
import { MODELS, modelById } from './embedded';

describe('the catalogue', () => {
  it('finds each of its models by id, and no id twice', () => {
    expect(new Set(MODELS.map((model) => model.id)).size).toBe(MODELS.length);
    for (const model of MODELS) expect(modelById(model.id)).toEqual({ ok: true, value: model });
  });

  it('answers an unknown id with the ids there are', () => {
    const outcome = modelById('gpt-9');
    expect(outcome).toMatchObject({ ok: false, fault: { code: 'model-unknown' } });
    if (outcome.ok) return;
    expect(outcome.fault.message).toContain('gpt-9');
    for (const model of MODELS) expect(outcome.fault.remedy).toContain(model.id);
  });
});
