import { FaultError } from '@/lib/text/outcome';
import type { ModelEntry } from '../catalogue';
import type { ComputingEngine, LoadProgress } from '../engine';
import { deviceLost, engineFailed, noWebAssembly, workerDied } from '../faults';
import { type EngineOfWorker, WorkerClient } from './client';
import type { DeviceRequest } from './device';
import type { FromWorker, LoadCommand, WorkerNotice } from './messages';
import { createRestartingEngine } from './restarting-engine';

export interface BrowserEngineOptions {
  readonly onProgress?: (progress: LoadProgress) => void;
  /** `auto` unless told. */
  readonly device?: DeviceRequest;
  /** Key of a downloaded model (`modelKey`), whose files are read instead of the entry's folder. */
  readonly stored?: string;
  /** A form or model that needs less memory, to be named where this one has too little. */
  readonly smaller?: string;
}

/**
 * Loads a model in a worker of this page: on WebGPU where a hardware adapter gives the model's known answers, otherwise in
 * WebAssembly; the engine's description says which and why. A worker whose device was lost, whose memory is used up or whose
 * run-time broke is replaced at the next request. Throws `FaultError` when there is no WebAssembly or the model cannot be
 * loaded.
 */
export async function openBrowserEngine(
  entry: ModelEntry,
  { onProgress = () => undefined, device = 'auto', stored, smaller }: BrowserEngineOptions = {},
): Promise<ComputingEngine> {
  if (typeof WebAssembly === 'undefined') throw new FaultError(noWebAssembly());
  const base = new URL('/', window.location.href).href;
  const command = { entry, base, device, ...(stored !== undefined && { stored }) };
  return createRestartingEngine(await openInWorker(command, onProgress), {
    open: () => openInWorker(command, onProgress),
    ...(smaller !== undefined && { smaller }),
  });
}

async function openInWorker(
  command: LoadCommand,
  onProgress: (progress: LoadProgress) => void,
): Promise<EngineOfWorker> {
  const first = startWorker();
  const reply = await loadOrEnd(first, () => first.load(command, onProgress));
  if (reply.type === 'loaded') return first.engine(reply);

  // A new worker, so that nothing of the refused device stays in memory and the smaller build of the run-time is loaded.
  first.crash(engineFailed('using WebGPU', reply.why));
  const second = startWorker();
  const refused = { ...command, webgpuRefused: reply.why };
  const again = await loadOrEnd(second, () => second.load(refused, onProgress));
  if (again.type === 'loaded') return second.engine(again);
  throw new FaultError(engineFailed('loading the model', again.why));
}

/** A failed load leaves no worker behind. */
async function loadOrEnd<Reply>(client: WorkerClient, load: () => Promise<Reply>): Promise<Reply> {
  try {
    return await load();
  } catch (error) {
    client.crash(engineFailed('loading the model', error));
    throw error;
  }
}

/** Resolves once nobody holds the lock of this name any more. */
async function whenFree(name: string): Promise<void> {
  await navigator.locks.request(name, () => undefined);
}

const ENDED = workerDied('the browser ended it, perhaps for the memory that it took');

function startWorker(): WorkerClient {
  const name = `rationale-engine-${Math.random().toString(36).slice(2)}`;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name });
  const client = new WorkerClient({
    post: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
  });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker | WorkerNotice>) => {
    if (data.type === 'device-gone') client.crash(deviceLost());
    else if (data.type === 'lives') void whenFree(name).then(() => client.crash(ENDED));
    else client.receive(data);
  });
  worker.addEventListener('error', ({ message }) =>
    client.crash(workerDied(message || 'the worker could not be started')),
  );
  worker.addEventListener('messageerror', () =>
    client.crash(workerDied('a message of the worker could not be read')),
  );
  return client;
}
