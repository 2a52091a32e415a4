import type { ModelEntry } from '@/lib/engine/catalogue';
import type { ComputingEngine, GenerateRequest, ScoreRequest } from '@/lib/engine/engine';
import { openWorkerEngine } from '@/lib/engine/local/worker-engine';
import { collect, type Generated } from './collect-tokens';

/** What the test calls inside the worker. */
export interface EngineUnderTest {
  /** Opens a model, on WebAssembly unless told, and gives the device that it runs on. */
  open(entry: ModelEntry, device?: 'wasm' | 'webgpu'): Promise<string>;
  /** Generates and gives the ids of the tokens with their log-probabilities. */
  generate(request: GenerateRequest): Promise<Generated>;
  /** Log-probabilities of a given continuation. */
  score(request: ScoreRequest): Promise<readonly number[]>;
}

declare global {
  var engineUnderTest: EngineUnderTest;
}

let engine: ComputingEngine | undefined;

function opened(): ComputingEngine {
  if (engine === undefined) throw new Error('no model was opened');
  return engine;
}

globalThis.engineUnderTest = {
  async open(entry, device = 'wasm') {
    const command = { entry, base: `${location.origin}/`, device };
    const loaded = await openWorkerEngine(command, () => undefined);
    if (!loaded.ok) throw new Error(loaded.webgpuRefused);
    engine = loaded.engine;
    return engine.description.device;
  },
  generate: (request) => collect(opened(), request),
  async score(request) {
    const scored = await opened().score(request, new AbortController().signal);
    return scored.map(({ logprob }) => logprob);
  },
};
self.postMessage('started');
