import { describe, expect, it } from 'vitest';
import { chooseDevice, type Surroundings, webAssembly } from './device';

const hardware = { name: 'apple metal-3', software: false, features: ['shader-f16'] };
const software = { name: 'google swiftshader', software: true, features: [] };
const around = (overrides: Partial<Surroundings> = {}): Surroundings => ({
  adapter: hardware,
  isolated: true,
  cores: 8,
  ...overrides,
});

const anything = { webgpuFeatures: [], mostThreads: 4 };
const halfPrecision = { ...anything, webgpuFeatures: ['shader-f16'] };

describe('the choice of a device', () => {
  it('is WebGPU where there is a hardware adapter', () => {
    const choice = chooseDevice('auto', around(), anything);
    expect(choice.device).toBe('webgpu');
    expect(choice.reason).toContain('apple metal-3');
  });

  it('is WebAssembly where there is none, saying why', () => {
    const reasons = (['no-webgpu', 'no-adapter', software] as const).map((adapter) => {
      const choice = chooseDevice('auto', around({ adapter }), anything);
      expect(choice.device).toBe('wasm');
      return choice.reason;
    });
    expect(reasons[0]).toContain('no WebGPU');
    expect(reasons[1]).toContain('no graphics adapter');
    expect(reasons[2]).toContain('swiftshader');
  });

  it('takes a software adapter, or leaves a hardware one, when told to', () => {
    expect(chooseDevice('webgpu', around({ adapter: software }), anything).device).toBe('webgpu');
    expect(chooseDevice('wasm', around(), anything).device).toBe('wasm');
    expect(chooseDevice('webgpu', around({ adapter: 'no-adapter' }), anything).device).toBe('wasm');
  });

  it('leaves an adapter that lacks what the model needs, even when told to take it', () => {
    expect(chooseDevice('auto', around(), halfPrecision).device).toBe('webgpu');
    const choice = chooseDevice('webgpu', around({ adapter: software }), halfPrecision);
    expect(choice.device).toBe('wasm');
    expect(choice.reason).toContain('shader-f16');
  });

  it('has threads only in an isolated page, as many as help, and leaves the page a processor', () => {
    const threads = (overrides: Partial<Surroundings>) =>
      webAssembly(around(overrides), anything, 'it was asked for').threads;
    expect([1, 2, 3, 5, 16].map((cores) => threads({ cores }))).toEqual([1, 1, 2, 4, 4]);
    expect(threads({ cores: 16, isolated: false })).toBe(1);
  });

  it('says when isolation would bring threads, and only then', () => {
    const reason = (overrides: Partial<Surroundings>) =>
      webAssembly(around(overrides), anything, 'it was asked for').reason;
    expect(reason({ isolated: false })).toContain('isolated');
    expect(reason({ isolated: false, cores: 2 })).not.toContain('isolated');
    expect(reason({ cores: 3 })).toBe('WebAssembly on 2 threads: it was asked for.');
  });
});
