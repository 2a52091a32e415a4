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

describe('the choice of a device', () => {
  it('is WebGPU where there is a hardware adapter', () => {
    const choice = chooseDevice('auto', around(), []);
    expect(choice.device).toBe('webgpu');
    expect(choice.reason).toContain('apple metal-3');
  });

  it('is WebAssembly where there is none, saying why', () => {
    const reasons = (['no-webgpu', 'no-adapter', software] as const).map((adapter) => {
      const choice = chooseDevice('auto', around({ adapter }), []);
      expect(choice.device).toBe('wasm');
      return choice.reason;
    });
    expect(reasons[0]).toContain('no WebGPU');
    expect(reasons[1]).toContain('no graphics adapter');
    expect(reasons[2]).toContain('swiftshader');
  });

  it('takes a software adapter, or leaves a hardware one, when told to', () => {
    expect(chooseDevice('webgpu', around({ adapter: software }), []).device).toBe('webgpu');
    expect(chooseDevice('wasm', around(), []).device).toBe('wasm');
    expect(chooseDevice('webgpu', around({ adapter: 'no-adapter' }), []).device).toBe('wasm');
  });

  it('leaves an adapter that lacks what the model needs, even when told to take it', () => {
    expect(chooseDevice('auto', around(), ['shader-f16']).device).toBe('webgpu');
    const choice = chooseDevice('webgpu', around({ adapter: software }), ['shader-f16']);
    expect(choice.device).toBe('wasm');
    expect(choice.reason).toContain('shader-f16');
  });

  it('has threads only in an isolated page, at most four', () => {
    const threads = (overrides: Partial<Surroundings>) =>
      webAssembly(around(overrides), 'it was asked for').threads;
    expect(threads({ cores: 2 })).toBe(2);
    expect(threads({ cores: 16 })).toBe(4);
    expect(threads({ cores: 16, isolated: false })).toBe(1);
    expect(threads({ cores: 0 })).toBe(1);
    expect(webAssembly(around({ isolated: false }), 'x').reason).toContain('isolated');
  });
});
