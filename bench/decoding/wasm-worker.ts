import type { Contestant } from '@/bench/decoding/contest';
import { ownLoop } from '@/bench/decoding/own-loop';
import { openTransformers } from '@/bench/decoding/transformers-generate';
import type { ModelEntry } from '@/lib/engine/catalogue';
import type { EngineDescription } from '@/lib/engine/engine';
import { openWorkerEngine } from '@/lib/engine/local/worker-engine';

/** What the benchmark calls inside the worker. */
export interface DecodingWorker {
  /** Opens the model twice in this worker, over one run-time; tells how the engine runs it. */
  open(entry: ModelEntry): Promise<EngineDescription>;
  own?: Contestant;
  theirs?: Contestant;
}

declare global {
  var decoding: DecodingWorker;
}

globalThis.decoding = {
  async open(entry) {
    const command = { entry, base: `${location.origin}/`, device: 'wasm' } as const;
    const opened = await openWorkerEngine(command, () => undefined);
    if (!opened.ok) throw new Error(opened.webgpuRefused);
    const { description } = opened.engine;
    this.own = ownLoop(opened.engine);
    const [models = '', model = ''] = entry.folder.split('/');
    // The run-time was told its files and threads by the engine, and both share it.
    this.theirs = await openTransformers({ models: `/${models}/`, model, device: 'wasm' });
    return description;
  },
};
self.postMessage('started');
