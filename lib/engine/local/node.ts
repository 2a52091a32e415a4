import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env, InferenceSession, Tensor } from 'onnxruntime-node';
import { FaultError } from '@/lib/text/outcome';
import type { ModelEntry } from '../catalogue';
import type { ComputingEngine, LoadProgress } from '../engine';
import { faultOf, fileMissing, wrongNumbers } from '../faults';
import { withAppendedPositions } from './appended-positions';
import { describeEngine } from './describe';
import { CPU_CHUNK, loadModel } from './load-model';
import { createLocalEngine } from './local-engine';
import type { Bytes, ReadFile } from './model-files';
import { sessionOver } from './ort-session';
import type { Pace } from './prefill';
import type { Session } from './session';

/** `public/` of the repository. A path and not a URL: a bundler takes `new URL` for a file that it has to include. */
const publicFolder = () => join(/* turbopackIgnore: true */ import.meta.dirname, '../../../public');

export interface NodeEngineOptions {
  /** The folder that holds the model's own; `public/` of the repository unless told. */
  readonly root?: string;
  /** Threads of one run of the graph; 1 unless told. */
  readonly threads?: number;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/**
 * Loads a model from disk with onnxruntime-node on the CPU. Throws `FaultError` when a file is missing or damaged or the
 * model cannot be opened.
 */
export async function openNodeEngine(
  entry: ModelEntry,
  { root = publicFolder(), threads = 1, onProgress = () => undefined }: NodeEngineOptions = {},
): Promise<ComputingEngine> {
  try {
    const loaded = await loadModel({
      entry,
      read: readFrom(join(/* turbopackIgnore: true */ root, entry.folder)),
      openSession: (graph) => openSession(graph, threads),
      chunks: [CPU_CHUNK],
      pace,
      onProgress,
    });
    if (!loaded.ok) throw new FaultError(wrongNumbers('this CPU', loaded.error));
    const description = describeEngine(entry, loaded.files, {
      device: 'cpu',
      threads,
      deviceReason: `CPU on ${threads === 1 ? 'one thread' : `${threads} threads`}: this is a command outside the browser.`,
      versions: versions(),
    });
    return createLocalEngine(loaded.model, loaded.session, description);
  } catch (error) {
    throw new FaultError(faultOf(error, 'loading the model'));
  }
}

// onnxruntime-node waits for a turn of the event loop before every run, so that there is nothing to add.
const pace: Pace = { now: () => performance.now(), pause: () => Promise.resolve() };

function readFrom(folder: string): ReadFile {
  return async (path, onBytes) => {
    try {
      const bytes = new Uint8Array(await readFile(join(folder, path)));
      onBytes(bytes.length);
      return bytes;
    } catch (error) {
      throw new FaultError(fileMissing(path, error instanceof Error ? error.message : 'no reason'));
    }
  };
}

async function openSession(graph: Bytes, threads: number): Promise<Session> {
  const session = await InferenceSession.create(withAppendedPositions(graph), {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  return sessionOver(session, Tensor);
}

function versions(): Record<string, string> {
  return { 'onnxruntime-node': env.versions.node ?? env.versions.common };
}
