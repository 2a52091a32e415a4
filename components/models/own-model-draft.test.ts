import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OwnModel, parseOwnModel } from '@/lib/engine/catalogue';
import {
  draftOfOwnModel,
  newOwnModelDraft,
  type OwnModelFields,
  ownModelOf,
} from './own-model-draft';

const REPOSITORY = 'me/mine-ONNX';

function draftWith(fields: Partial<OwnModelFields>) {
  const { edits, fields: empty } = newOwnModelDraft();
  return { edits, fields: { ...empty, repository: REPOSITORY, ...fields } };
}

describe('a form for a model of one’s own', () => {
  it('needs a repository alone, whose name it takes', () => {
    expect(ownModelOf(draftWith({}), [])).toEqual({
      ok: true,
      model: { name: 'mine-ONNX', repository: REPOSITORY, dtype: 'q4f16' },
    });
  });

  it.each<[keyof OwnModelFields, Partial<OwnModelFields>]>([
    ['repository', { repository: '' }],
    ['repository', { repository: 'https://huggingface.co/me/mine' }],
    ['name', { name: 'n'.repeat(101) }],
    ['commit', { commit: 'main' }],
    ['dtype', { dtype: 'q3' }],
    ['graph', { graph: 'onnx/model.onnx' }],
    ['startsIn', { startsIn: 'elsewhere' }],
    ['parameters', { parameters: '1,7' }],
    ['context', { context: '4k' }],
    ['temperature', { temperature: '-1' }],
    ['temperature', { topP: '0.9' }],
    ['topP', { temperature: '0.6', topP: '0' }],
    ['topK', { temperature: '0.6', topK: '1.5' }],
  ])('says what is wrong with the field %s and no other', (field, fields) => {
    const read = ownModelOf(draftWith(fields), []);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(Object.keys(read.errors)).toEqual([field]);
  });

  it('says what is wrong with every field at once', () => {
    const read = ownModelOf(draftWith({ repository: 'x', context: '-1', commit: '1' }), []);
    if (read.ok) throw new Error('it was taken');
    expect(Object.keys(read.errors).sort()).toEqual(['commit', 'context', 'repository']);
  });

  it('adds a repository in one form once, and lets that entry be edited', () => {
    const model: OwnModel = { name: 'Mine', repository: REPOSITORY, dtype: 'q4' };
    const again = ownModelOf(draftWith({ dtype: 'q4' }), [model]);
    expect(again).toMatchObject({ ok: false, errors: { repository: expect.any(String) } });
    expect(ownModelOf(draftWith({ dtype: 'q8' }), [model])).toMatchObject({ ok: true });
    expect(ownModelOf(draftOfOwnModel(model), [model])).toEqual({ ok: true, model });
  });

  it('gives back every model that it was begun with', () => {
    const models = fc.record(
      {
        name: fc.constantFrom('Mine', 'Ward 3'),
        repository: fc.constantFrom('a/b', 'owner/name-ONNX'),
        dtype: fc.constantFrom('q4', 'q4f16', 'int8'),
        commit: fc.constant('0123456789abcdef0123456789abcdef01234567'),
        graph: fc.constantFrom('model', 'decoder_model_merged'),
        startsIn: fc.constantFrom('thinking', 'opens-itself', 'answer'),
        parameters: fc.double({ min: 0.001, max: 99_000, noNaN: true }),
        context: fc.integer({ min: 1, max: 1_000_000 }),
        sampling: fc.record(
          {
            temperature: fc.double({ min: 0, max: 5, noNaN: true }),
            topP: fc.double({ min: 0.001, max: 1, noNaN: true }),
            topK: fc.integer({ min: 0, max: 1000 }),
          },
          { requiredKeys: ['temperature'] },
        ),
      },
      { requiredKeys: ['name', 'repository', 'dtype'] },
    );
    fc.assert(
      fc.property(models, (value) => {
        const parsed = parseOwnModel(value);
        if (!parsed.ok) throw new Error(parsed.fault.message);
        const read = ownModelOf(draftOfOwnModel(parsed.value), [parsed.value]);
        expect(read.ok && JSON.stringify(read.model)).toBe(JSON.stringify(parsed.value));
      }),
    );
  });
});
