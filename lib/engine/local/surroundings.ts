import type { AdapterReport, Surroundings } from './device';

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|basic render/i;

/** Looks at the browser this runs in. Asks for an adapter, which opens no device yet. */
export async function lookAround(): Promise<Surroundings> {
  return {
    adapter: await findAdapter(),
    isolated: globalThis.crossOriginIsolated === true,
    cores: navigator.hardwareConcurrency,
  };
}

async function findAdapter(): Promise<Surroundings['adapter']> {
  const gpu = 'gpu' in navigator ? navigator.gpu : undefined;
  if (!isGpu(gpu)) return 'no-webgpu';
  const adapter = await gpu.requestAdapter().catch(() => null);
  return isRecord(adapter) ? reportOf(adapter) : 'no-adapter';
}

function reportOf(adapter: Readonly<Record<string, unknown>>): AdapterReport {
  const info = isRecord(adapter.info) ? adapter.info : {};
  const words = ['description', 'vendor', 'architecture', 'device']
    .map((field) => info[field])
    .filter((word) => typeof word === 'string' && word !== '');
  const { maxBufferSize } = isRecord(adapter.limits) ? adapter.limits : {};
  const isFallback = info.isFallbackAdapter === true || adapter.isFallbackAdapter === true;
  return {
    name: [...new Set(words)].join(' ') || 'an unnamed adapter',
    software: isFallback || SOFTWARE.test(words.join(' ')),
    features: adapter.features instanceof Set ? [...adapter.features] : featuresOf(adapter),
    ...(typeof maxBufferSize === 'number' ? { largestBuffer: maxBufferSize } : {}),
  };
}

/** `GPUSupportedFeatures` is set-like without being a `Set`. */
function featuresOf({ features }: Readonly<Record<string, unknown>>): string[] {
  const names: string[] = [];
  if (isIterable(features)) {
    for (const name of features) if (typeof name === 'string') names.push(name);
  }
  return names;
}

interface Gpu {
  requestAdapter(): Promise<unknown>;
}

function isGpu(value: unknown): value is Gpu {
  return isRecord(value) && typeof value.requestAdapter === 'function';
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return isRecord(value) && Symbol.iterator in value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
