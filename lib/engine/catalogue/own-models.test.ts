import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from './catalogue';
import {
  ownModelEntry,
  parseOwnModel,
  readOwnModels,
  writeOwnModels,
  wrongFields,
} from './own-models';

const MODEL = { name: 'Mine', repository: 'me/mine-ONNX', dtype: 'q4f16' } as const;

describe('a person’s own model', () => {
  it('becomes an entry that says what is not known', () => {
    const parsed = parseOwnModel(MODEL);
    if (!parsed.ok) throw new Error(parsed.fault.message);
    const entry = ownModelEntry(parsed.value);
    expect(entry.forms[0]).toMatchObject({ graph: 'onnx/model_q4f16.onnx', needs: ['shader-f16'] });
    expect(entry.context).toMatchObject({ known: false });
    expect(entry.licence.needsConsent).toBe(true);
    expect(CATALOGUE.map(({ id }) => id)).not.toContain(entry.id);
  });

  it.each([
    ['repository', { ...MODEL, repository: 'https://elsewhere.example/x' }],
    ['repository', { ...MODEL, repository: '../../etc' }],
    ['commit', { ...MODEL, commit: 'main' }],
    ['dtype', { ...MODEL, dtype: 'q3' }],
    ['graph', { ...MODEL, graph: '../model' }],
    ['name', { ...MODEL, name: '' }],
  ])('is refused by the field that is wrong: %s', (field, value) => {
    const parsed = parseOwnModel(value);
    expect(parsed).toMatchObject({ ok: false, fault: { code: 'model-entry-invalid' } });
    if (!parsed.ok) expect(parsed.fault.message).toContain(field);
  });

  it('has every wrong field named at once', () => {
    expect(wrongFields(MODEL)).toEqual([]);
    const value = { ...MODEL, repository: 'x', context: 0.5, sampling: { topP: 2 } };
    expect(wrongFields(value)).toEqual([
      'repository',
      'context',
      'sampling.temperature',
      'sampling.topP',
    ]);
  });

  it('is sampled as the person says, with what is left out switched off', () => {
    const entry = ownModelEntry({ ...MODEL, sampling: { temperature: 0.7, topK: 20 } });
    expect(entry.conversation.sampling).toMatchObject({
      known: true,
      value: { temperature: 0.7, topK: 20, topP: 1, minP: 0, repetitionPenalty: 1 },
    });
    expect(ownModelEntry(MODEL).conversation.sampling.known).toBe(false);
  });

  it('comes out of an exported file as it went in', () => {
    const model = fc.record(
      {
        name: fc.string({ minLength: 1, maxLength: 100 }),
        repository: fc.constantFrom('a/b', 'owner/name-ONNX', 'x.y/z_1'),
        dtype: fc.constantFrom('q4', 'q4f16', 'q8', 'fp16'),
        commit: fc.constant('0123456789abcdef0123456789abcdef01234567'),
        context: fc.integer({ min: 1, max: 1_000_000 }),
        sampling: fc.record({
          temperature: fc.constantFrom(0, 0.6),
          topP: fc.constantFrom(0.95, 1),
        }),
      },
      { requiredKeys: ['name', 'repository', 'dtype'] },
    );
    fc.assert(
      fc.property(fc.array(model, { maxLength: 5 }), (models) => {
        const parsed = models.map((each) => parseOwnModel(each));
        const valid = parsed.flatMap((each) => (each.ok ? [each.value] : []));
        expect(valid).toHaveLength(models.length);
        expect(readOwnModels(writeOwnModels(valid))).toEqual({ ok: true, value: valid });
      }),
    );
  });

  it('says what is wrong with a file', () => {
    expect(readOwnModels('<html>')).toMatchObject({ fault: { message: 'The file is not JSON.' } });
    expect(readOwnModels('{}')).toMatchObject({ fault: { code: 'model-entry-invalid' } });
  });
});
