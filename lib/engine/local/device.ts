/** Which device a person asked for; `auto` leaves it to Rationale. */
export type DeviceRequest = 'auto' | 'webgpu' | 'wasm';

/** What a WebGPU adapter says of itself. */
export interface AdapterReport {
  readonly name: string;
  /** Whether it computes on the CPU (SwiftShader, llvmpipe, WARP). */
  readonly software: boolean;
  readonly features: readonly string[];
}

/** What bears on the choice of a device. */
export interface Surroundings {
  readonly adapter: AdapterReport | 'no-webgpu' | 'no-adapter';
  /** Whether the page is cross-origin isolated, without which WebAssembly has one thread. */
  readonly isolated: boolean;
  /** Logical processors. */
  readonly cores: number;
}

export interface DeviceChoice {
  readonly device: 'webgpu' | 'wasm';
  readonly threads: number;
  /** Why, for a person, in one sentence. */
  readonly reason: string;
}

/** More threads than this no longer speed up a small model and take them from the page. */
const MOST_THREADS = 4;

/**
 * The device to try, and why. A software adapter is slower than WebAssembly, so that one is taken only when it was asked
 * for. `needed` are the WebGPU features without which the model computes wrongly.
 */
export function chooseDevice(
  request: DeviceRequest,
  surroundings: Surroundings,
  needed: readonly string[],
): DeviceChoice {
  const { adapter } = surroundings;
  if (request === 'wasm') return webAssembly(surroundings, 'it was asked for');
  if (adapter === 'no-webgpu') return webAssembly(surroundings, 'this browser offers no WebGPU');
  if (adapter === 'no-adapter') {
    return webAssembly(surroundings, 'WebGPU found no graphics adapter it may use');
  }
  if (adapter.software && request === 'auto') {
    const why = `the only graphics adapter, ${adapter.name}, is a software one and slower`;
    return webAssembly(surroundings, why);
  }
  const missing = needed.find((feature) => !adapter.features.includes(feature));
  if (missing !== undefined) {
    const why = `the graphics adapter, ${adapter.name}, lacks ${missing}, which this model needs`;
    return webAssembly(surroundings, why);
  }
  return {
    device: 'webgpu',
    threads: 1,
    reason: `WebGPU on ${adapter.name}: it gives the model's known answers.`,
  };
}

/** WebAssembly, with as many threads as the page may have; `why` completes the sentence. */
export function webAssembly(surroundings: Surroundings, why: string): DeviceChoice {
  const threads = surroundings.isolated
    ? Math.min(MOST_THREADS, Math.max(1, surroundings.cores))
    : 1;
  const count = threads === 1 ? 'one thread' : `${threads} threads`;
  const single = surroundings.isolated
    ? ''
    : ' (more would need a page that is cross-origin isolated)';
  return { device: 'wasm', threads, reason: `WebAssembly on ${count}${single}: ${why}.` };
}
