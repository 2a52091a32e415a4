import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { env, InferenceSession, Tensor } from 'onnxruntime-node';
import { FaultError } from '@/lib/text/outcome';
import type { ModelEntry } from '../catalogue';
import type { ComputingEngine, LoadProgress } from '../engine';
import { faultOf, fileMissing, wrongNumbers } from '../faults';
import { withAppendedPositions } from './appended-positions';
import { openWherePresent, seemsToHaveCuda } from './cuda';
import type { LocalModel } from './decode';
import { describeEngine } from './describe';
import { type Drafts, nameOfDrafts } from './drafts';
import { CPU_CHUNK, type Loaded, loadModel, type SessionRequest } from './load-model';
import { createLocalEngine } from './local-engine';
import type { ExpectedFile, MeasuredWeights, ModelSource } from './model-files';
import { sessionOver } from './ort-session';
import type { Pace } from './prefill';
import type { Session } from './session';

type Device = 'cuda' | 'cpu';

/** `public/` of the repository. A path and not a URL: a bundler takes `new URL` for a file that it has to include. */
const publicFolder = () => join(/* turbopackIgnore: true */ import.meta.dirname, '../../../public');

export interface NodeEngineOptions {
  /** The folder that holds the model's own; `public/` of the repository unless told. */
  readonly root?: string;
  /** Threads of one run of the graph; 1 unless told. */
  readonly threads?: number;
  /** Whether a GPU is tried first, by CUDA; not unless told. Whether one is here is found out unless told. */
  readonly cuda?: { readonly isPresent?: boolean };
  /** The model's files, where its folder has no manifest. */
  readonly files?: readonly ExpectedFile[];
  readonly onProgress?: (progress: LoadProgress) => void;
}

/**
 * Loads a model from disk with onnxruntime-node, on the CPU unless CUDA is asked for, is here and gives the known answers.
 * Throws `FaultError` when a file is missing or damaged or the model cannot be opened.
 */
export async function openNodeEngine(
  entry: ModelEntry,
  options: NodeEngineOptions = {},
): Promise<ComputingEngine> {
  const { threads = 1, cuda } = options;
  try {
    const { opened, device, tried } = await openWherePresent(
      cuda !== undefined && (cuda.isPresent ?? seemsToHaveCuda()),
      async () => {
        const loaded = await load(entry, options, 'cuda');
        if (loaded.ok) return { ok: true, opened: loaded };
        return { ok: false, why: `logits off by ${loaded.error}` };
      },
      async () => {
        const loaded = await load(entry, options, 'cpu');
        if (!loaded.ok) throw new FaultError(wrongNumbers('this CPU', loaded.error));
        return loaded;
      },
    );
    const drafts = device === 'cpu' ? draftsFor(entry, opened.model, opened.session) : undefined;
    const reason = device === 'cuda' ? CUDA_REASON : cpuReason(threads);
    const description = describeEngine(entry, opened.contents, {
      device,
      threads,
      deviceReason: [reason, tried, opened.checked].filter((words) => words !== '').join(' '),
      versions: { ...versions(), ...(drafts && { drafts: nameOfDrafts(drafts) }) },
    });
    const model = { ...opened.model, ...(drafts && { drafts }) };
    return createLocalEngine(model, opened.session, description, opened.configuration);
  } catch (error) {
    throw new FaultError(faultOf(error, 'loading the model'));
  }
}

function load(
  entry: ModelEntry,
  { root = publicFolder(), threads = 1, files, onProgress = () => undefined }: NodeEngineOptions,
  device: Device,
): Promise<Loaded> {
  const folder = join(/* turbopackIgnore: true */ root, entry.folder);
  const place = join(folder, dirname(entry.graph));
  return loadModel({
    entry,
    source: { ...sourceOf(folder), ...(files && { files }) },
    openSession: (request) => openSession(request, place, threads, device),
    ...(device === 'cuda' && {
      openOther: (request) => openSession(request, place, threads, 'cpu'),
    }),
    chunks: [CPU_CHUNK],
    pace,
    onProgress,
  });
}

/**
 * Tokens drafted at most for one run. Five tokens in a run take 1.2 times as long as one here; in WebAssembly a second token
 * nearly doubles it, and nothing is drafted there.
 */
export const MOST_DRAFTED = 4;

/** Undefined where dropping what was drafted wrongly would copy the whole cache. */
function draftsFor(
  { example = '' }: ModelEntry,
  { tokenizer }: LocalModel,
  { appends }: Session,
): Drafts | undefined {
  return appends ? { most: MOST_DRAFTED, example: tokenizer.encode(example) } : undefined;
}

// onnxruntime-node waits for a turn of the event loop before every run, so that there is nothing to add.
const pace: Pace = { now: () => performance.now(), pause: () => Promise.resolve() };

function sourceOf(folder: string): ModelSource {
  const path = (name: string) => join(/* turbopackIgnore: true */ folder, name);
  return {
    read: async (name, onBytes) => {
      const bytes = await orMissing(name, readFile(path(name)));
      onBytes(bytes.length);
      return new Uint8Array(bytes);
    },
    // The run-time maps weights from disk: reading them here is for their digest alone.
    measure: (name, onBytes) => orMissing(name, measure(path(name), onBytes)),
  };
}

async function measure(path: string, onBytes: (loaded: number) => void): Promise<MeasuredWeights> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(piece);
    bytes += piece.length;
    onBytes(bytes);
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function orMissing<Value>(name: string, reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    throw new FaultError(fileMissing(name, error instanceof Error ? error.message : 'no reason'));
  }
}

async function openSession(
  { graph, weights }: SessionRequest,
  folder: string,
  threads: number,
  device: Device,
): Promise<Session> {
  const session = await InferenceSession.create(withAppendedPositions(graph), {
    // Operators that CUDA has no kernel for, such as attention in 32 bits, stay on the CPU.
    executionProviders: device === 'cuda' ? ['cuda', 'cpu'] : ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
    ...(weights.length > 0 && {
      extra: { session: { model_external_initializers_file_folder_path: folder } },
    }),
  });
  return sessionOver(session, Tensor);
}

const CUDA_REASON = 'CUDA: a GPU is here, and it gave the answers that it should.';

function cpuReason(threads: number): string {
  const count = threads === 1 ? 'one thread' : `${threads} threads`;
  return `CPU on ${count}: this is a command outside the browser.`;
}

function versions(): Record<string, string> {
  return { 'onnxruntime-node': env.versions.node ?? env.versions.common };
}
