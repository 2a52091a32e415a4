import type { ModelEntry } from '../catalogue';

/** Which device a person asked for; `auto` leaves it to Rationale. */
export type DeviceRequest = 'auto' | 'webgpu' | 'wasm';

/** What a WebGPU adapter says of itself. */
export interface AdapterReport {
  readonly name: string;
  /** Whether it computes on the CPU (SwiftShader, llvmpipe, WARP). */
  readonly software: boolean;
  readonly features: readonly string[];
  /** Bytes of the largest buffer; absent where the adapter does not tell. */
  readonly largestBuffer?: number;
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

/** What of a model bears on the choice. */
export type DeviceNeeds = Pick<ModelEntry, 'webgpuFeatures' | 'mostThreads'>;

/** The device to try, and why. A software adapter is slower than WebAssembly: it is taken only when it was asked for. */
export function chooseDevice(
  request: DeviceRequest,
  surroundings: Surroundings,
  needs: DeviceNeeds,
): DeviceChoice {
  const { adapter } = surroundings;
  if (request === 'wasm') return webAssembly(surroundings, needs, 'it was asked for');
  if (adapter === 'no-webgpu')
    return webAssembly(surroundings, needs, 'this browser offers no WebGPU');
  if (adapter === 'no-adapter') {
    return webAssembly(surroundings, needs, 'WebGPU found no graphics adapter it may use');
  }
  if (adapter.software && request === 'auto') {
    const why = `the only graphics adapter, ${adapter.name}, is a software one and slower`;
    return webAssembly(surroundings, needs, why);
  }
  const missing = needs.webgpuFeatures.find((feature) => !adapter.features.includes(feature));
  if (missing !== undefined) {
    const why = `the graphics adapter, ${adapter.name}, lacks ${missing}, which this model needs`;
    return webAssembly(surroundings, needs, why);
  }
  return {
    device: 'webgpu',
    threads: 1,
    reason: `WebGPU on ${adapter.name}: it gives the model's known answers.`,
  };
}

/**
 * WebAssembly, with as many threads as the page may have and the model can use; `why` completes the sentence. One processor
 * is left to the page: the run-time's threads spin while they wait for each other, and where they have to share a processor
 * with anything else decoding falls to a tenth (measured on two busy ones: 14 tokens a second with two threads, over 140
 * with one).
 */
export function webAssembly(
  { isolated, cores }: Surroundings,
  { mostThreads }: DeviceNeeds,
  why: string,
): DeviceChoice {
  const threads = isolated ? Math.max(1, Math.min(mostThreads, cores - 1)) : 1;
  const count = threads === 1 ? 'one thread' : `${threads} threads`;
  const isHeldBack = !isolated && Math.min(mostThreads, cores - 1) > 1;
  const note = isHeldBack ? ' (more would need a page that is cross-origin isolated)' : '';
  return { device: 'wasm', threads, reason: `WebAssembly on ${count}${note}: ${why}.` };
}
