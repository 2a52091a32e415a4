import { join } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { MODELS } from '../catalogue';
import { openWherePresent, seemsToHaveCuda } from './cuda';
import { openNodeEngine } from './node';

const cpu = () => Promise.resolve('on the CPU');

describe('CUDA', () => {
  it('is not tried where no GPU is here', async () => {
    const never = () => Promise.reject(new Error('was tried'));
    expect(await openWherePresent(false, never, cpu)).toEqual({
      opened: 'on the CPU',
      device: 'cpu',
      tried: '',
    });
  });

  it('is used where it opens the model, which the CPU then is not asked for', async () => {
    const onGpu = () => Promise.resolve({ ok: true, opened: 'on the GPU' } as const);
    const never = () => Promise.reject(new Error('was tried'));
    expect(await openWherePresent(true, onGpu, never)).toMatchObject({
      opened: 'on the GPU',
      device: 'cuda',
    });
  });

  it.each([
    ['cannot be opened', () => Promise.reject(new Error('no driver')), 'no driver'],
    [
      'gives wrong numbers',
      () => Promise.resolve({ ok: false, why: 'logits off by 3' } as const),
      'logits off by 3',
    ],
  ])('that %s gives way to the CPU, and it is said why', async (_, openWithCuda, why) => {
    const found = await openWherePresent(true, openWithCuda, cpu);
    expect(found).toMatchObject({ opened: 'on the CPU', device: 'cpu' });
    expect(found.tried).toContain(why);
  });

  it('that fails with the CPU too fails as the CPU does', async () => {
    const broken = (words: string) => () => Promise.reject(new Error(words));
    await expect(openWherePresent(true, broken('gpu'), broken('file'))).rejects.toThrow('file');
  });

  // A machine with a GPU would open it: then there is nothing to fall back from.
  it.skipIf(seemsToHaveCuda())(
    'is asked of the run-time itself, whose refusal is told in the description of the engine',
    async () => {
      const [embedded] = MODELS;
      if (embedded === undefined) throw new Error('the catalogue holds no model');
      const graph = join(import.meta.dirname, '../../../public', embedded.folder, embedded.graph);
      const refusal: unknown = await InferenceSession.create(graph, {
        executionProviders: ['cuda', 'cpu'],
      }).catch((error: unknown) => error);
      if (!(refusal instanceof Error)) throw new Error('CUDA works here');
      const engine = await openNodeEngine(embedded, { cuda: { isPresent: true } });
      expect(engine.description.device).toBe('cpu');
      expect(engine.description.deviceReason).toContain('could not be used');
      expect(engine.description.deviceReason).toContain(refusal.message);
      await engine.dispose();
    },
  );
});
