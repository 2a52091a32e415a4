import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BROWSER_MODELS, CATALOGUE, catalogueEntry } from '../catalogue';
import type { Machine } from './machine';
import { type Verdict, whatRuns } from './what-runs';

const ADAPTER = { name: 'a GPU', software: false, features: ['shader-f16'] };

const LAPTOP: Machine = {
  adapter: ADAPTER,
  webAssembly: true,
  isolated: true,
  cores: 8,
  memory: 8,
  mobile: false,
  storage: { quota: 60e9, used: 0, persisted: false },
  keepsFiles: true,
};

function judge(machine: Partial<Machine>, id: string): Verdict {
  const entry = catalogueEntry(id);
  if (!entry.ok) throw new Error(entry.fault.message);
  return whatRuns({ ...LAPTOP, ...machine }, entry.value);
}

const arbitraryMachine: fc.Arbitrary<Machine> = fc.record(
  {
    adapter: fc.oneof(
      fc.constantFrom('no-webgpu' as const, 'no-adapter' as const),
      fc.record({
        name: fc.constant('a GPU'),
        software: fc.boolean(),
        features: fc.subarray(['shader-f16', 'subgroups']),
      }),
    ),
    webAssembly: fc.boolean(),
    isolated: fc.boolean(),
    cores: fc.integer({ min: 1, max: 64 }),
    memory: fc.constantFrom(0.25, 0.5, 1, 2, 4, 8),
    mobile: fc.boolean(),
    storage: fc.record({
      quota: fc.integer({ min: 0, max: 1e12 }),
      used: fc.constant(0),
      persisted: fc.boolean(),
    }),
    keepsFiles: fc.boolean(),
  },
  { requiredKeys: ['adapter', 'webAssembly', 'isolated', 'cores', 'mobile', 'keepsFiles'] },
);

describe('what runs', () => {
  it('takes q4f16 with shader-f16, and q4 without', () => {
    expect(judge({}, 'qwen3-0.6b')).toMatchObject({ verdict: 'well', form: { dtype: 'q4f16' } });
    const plain = { ...ADAPTER, features: [] };
    expect(judge({ adapter: plain }, 'qwen3-0.6b')).toMatchObject({
      device: 'webgpu',
      form: { dtype: 'q4' },
    });
    expect(judge({ adapter: plain }, 'qwen3-4b')).toMatchObject({
      verdict: 'not',
      because: expect.stringContaining('shader-f16'),
    });
  });

  it('takes q4 for the Gemma family even with shader-f16', () => {
    expect(judge({}, 'gemma-3-1b')).toMatchObject({ form: { dtype: 'q4' } });
  });

  it('takes 8-bit weights in WebAssembly, and nothing beyond 1.5 billion parameters', () => {
    const bare = { adapter: 'no-webgpu' } as const;
    expect(judge(bare, 'qwen3-0.6b')).toMatchObject({
      verdict: 'slowly',
      device: 'wasm',
      form: { dtype: 'q8' },
    });
    expect(judge(bare, 'qwen3-1.7b')).toMatchObject({ verdict: 'not' });
  });

  it('holds phones to 0.6 billion parameters', () => {
    expect(judge({ mobile: true }, 'qwen3-0.6b')).toMatchObject({ verdict: 'well' });
    expect(judge({ mobile: true }, 'gemma-3-1b')).toMatchObject({ verdict: 'not' });
  });

  it('says where the storage or the memory is too small', () => {
    const storage = { quota: 1e9, used: 0, persisted: false };
    expect(judge({ storage }, 'qwen3-1.7b')).toMatchObject({
      verdict: 'not',
      because: expect.stringContaining('1.0 GB'),
    });
    expect(judge({ memory: 4 }, 'qwen3-4b')).toMatchObject({
      verdict: 'not',
      because: expect.stringContaining('memory'),
    });
  });

  it('says why a layout is not driven, and where endpoint models run', () => {
    expect(judge({}, 'lfm2.5-1.2b-thinking')).toMatchObject({
      verdict: 'not',
      because: expect.stringContaining('convolutions'),
    });
    expect(judge({}, 'gazal-r1-32b')).toMatchObject({ device: 'remote' });
  });

  it('keeps every rule on every machine', () => {
    fc.assert(
      fc.property(arbitraryMachine, fc.constantFrom(...BROWSER_MODELS), (machine, model) => {
        const verdict = whatRuns(machine, model);
        expect(verdict.because.length).toBeGreaterThan(20);
        if (verdict.verdict === 'not') return;
        const { form } = verdict;
        if (form === undefined) throw new Error('a browser model runs in a form');
        expect(machine.webAssembly && machine.keepsFiles).toBe(true);
        const features = typeof machine.adapter === 'string' ? [] : machine.adapter.features;
        if (form.dtype === 'q4f16') {
          expect(verdict.device).toBe('webgpu');
          expect(features).toContain('shader-f16');
        }
        if (model.family === 'gemma') expect(form.dtype).toBe('q4');
        const parameters = model.parameters.known ? model.parameters.value : Infinity;
        if (verdict.device === 'wasm') expect(parameters).toBeLessThanOrEqual(1.5);
        if (machine.mobile) expect(parameters).toBeLessThanOrEqual(0.6);
        const { quota } = machine.storage ?? { quota: Infinity };
        if (form.bytes.known) expect(form.bytes.value).toBeLessThanOrEqual(quota);
      }),
    );
  });

  it('never says less of a machine that has more', () => {
    const rank = { not: 0, slowly: 1, well: 2 } as const;
    fc.assert(
      fc.property(arbitraryMachine, fc.constantFrom(...CATALOGUE), (machine, entry) => {
        const better: Machine = {
          ...machine,
          adapter: ADAPTER,
          webAssembly: true,
          isolated: true,
          memory: 8,
          mobile: false,
          storage: { quota: 1e13, used: 0, persisted: true },
          keepsFiles: true,
        };
        const before = rank[whatRuns(machine, entry).verdict];
        expect(rank[whatRuns(better, entry).verdict]).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
