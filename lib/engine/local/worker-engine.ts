import { env, InferenceSession, Tensor } from 'onnxruntime-web/webgpu';
import { FaultError } from '@/lib/text/outcome';
import { opfsStorage } from '../download/storage/opfs';
import { openStoredModel } from '../download/stored-model';
import type { LoadProgress } from '../engine';
import { faultOf, isFatal, noWebAssembly, wrongNumbers } from '../faults';
import { withAppendedPositions } from './appended-positions';
import { describeEngine } from './describe';
import { chooseDevice, type DeviceChoice, type Surroundings, webAssembly } from './device';
import { fetchFrom } from './fetch-file';
import { CPU_CHUNK, type Loaded, loadModel, type OpenSession, WEBGPU_CHUNKS } from './load-model';
import { createLocalEngine } from './local-engine';
import type { LoadCommand } from './messages';
import type { ModelSource } from './model-files';
import { sessionOver } from './ort-session';
import type { Pace } from './prefill';
import type { OpenedEngine } from './serve';
import { PRESENT } from './session';
import { lookAround } from './surroundings';

/**
 * Loads a model with onnxruntime-web inside a worker. When WebGPU fails or computes wrongly the engine says so instead of
 * changing the device in place. Throws `FaultError` for a file that is missing or damaged, and when WebAssembly fails too.
 */
export async function openWorkerEngine(
  command: LoadCommand,
  onProgress: (progress: LoadProgress) => void,
): Promise<OpenedEngine> {
  if (typeof WebAssembly === 'undefined') throw new FaultError(noWebAssembly());
  const choice = deviceFor(command, await lookAround());
  setRuntimeFiles(command.base, choice);
  const { entry } = command;
  let loaded: Loaded;
  try {
    loaded = await loadModel({
      entry,
      source: sourceOf(command),
      openSession: openSessionOn(choice.device),
      ...(choice.device === 'webgpu' && { openOther: openSessionOn('wasm') }),
      chunks: choice.device === 'webgpu' ? WEBGPU_CHUNKS : [CPU_CHUNK],
      pace,
      onProgress,
    });
  } catch (error) {
    const failed = new FaultError(faultOf(error, 'loading the model'));
    if (choice.device === 'webgpu' && (failed.fault.code === 'engine-failed' || isFatal(failed))) {
      return { ok: false, webgpuRefused: 'WebGPU failed while the model was loading' };
    }
    throw failed;
  }
  if (!loaded.ok) {
    if (choice.device === 'wasm') throw new FaultError(wrongNumbers('WebAssembly', loaded.error));
    return { ok: false, webgpuRefused: 'WebGPU gave wrong numbers in the self-test' };
  }
  const description = describeEngine(entry, loaded.contents, {
    device: choice.device,
    threads: choice.threads,
    deviceReason: [choice.reason, loaded.checked].join(' ').trim(),
    versions: { 'onnxruntime-web': env.versions.web ?? env.versions.common },
  });
  const { model, session, configuration } = loaded;
  return { ok: true, engine: createLocalEngine(model, session, description, configuration) };
}

function sourceOf({ entry, base, stored }: LoadCommand): ModelSource {
  return stored === undefined
    ? { read: fetchFrom(new URL(`${entry.folder}/`, base)) }
    : openStoredModel(opfsStorage(), stored);
}

function deviceFor(command: LoadCommand, surroundings: Surroundings): DeviceChoice {
  const { device, entry, webgpuRefused } = command;
  return webgpuRefused === undefined
    ? chooseDevice(device, surroundings, entry)
    : webAssembly(surroundings, entry, webgpuRefused);
}

/** The run-time's own files come from this origin: left alone, it would ask a CDN for them. */
function setRuntimeFiles(base: string, { device, threads }: DeviceChoice): void {
  // The asyncify build can wait for WebGPU; without WebGPU the plain one is faster and half the size.
  const build = `ort-wasm-simd-threaded${device === 'webgpu' ? '.asyncify' : ''}`;
  env.wasm.wasmPaths = {
    mjs: new URL(`ort/${build}.mjs`, base).href,
    wasm: new URL(`ort/${build}.wasm`, base).href,
  };
  env.wasm.numThreads = threads;
  env.wasm.proxy = false;
}

function openSessionOn(device: DeviceChoice['device']): OpenSession {
  return async ({ graph, weights, layers }) => {
    // On WebGPU the cache stays where it is; in WebAssembly a run's outputs are copied out.
    const own = device === 'wasm' ? withAppendedPositions(graph) : graph;
    const session = await InferenceSession.create(own, {
      executionProviders: [device],
      logSeverityLevel: 3,
      externalData: weights.flatMap(({ name, data }) => (data ? [{ path: name, data }] : [])),
      // Keys and values stay where they are used; only logits come back.
      ...(device === 'webgpu' ? { preferredOutputLocation: cacheOnGpu(layers) } : {}),
    });
    return sessionOver(session, Tensor);
  };
}

function cacheOnGpu(layers: number): Record<string, 'gpu-buffer'> {
  const locations: Record<string, 'gpu-buffer'> = {};
  for (let layer = 0; layer < layers; layer += 1) {
    locations[`${PRESENT}.${layer}.key`] = 'gpu-buffer';
    locations[`${PRESENT}.${layer}.value`] = 'gpu-buffer';
  }
  return locations;
}

const pace: Pace = { now: () => performance.now(), pause: createPause() };

/** Milliseconds between turns of the event loop: a stop takes hold within half of the 100 ms that feel immediate. */
const TURN_EVERY = 50;

/**
 * A turn of the event loop where the last is long enough ago; one for every token would cost a tenth of its time. Timers
 * will not do: browsers hold nested ones back for 4 ms, longer than a token takes.
 */
function createPause(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  let last = performance.now();
  port1.onmessage = () => {
    last = performance.now();
    waiting.shift()?.();
  };
  return () => {
    if (performance.now() - last < TURN_EVERY) return Promise.resolve();
    return new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(undefined);
    });
  };
}
