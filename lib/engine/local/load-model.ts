import { FaultError } from '@/lib/text/outcome';
import type { ModelEntry } from '../catalogue';
import type { LoadProgress } from '../engine';
import { fileDamaged } from '../faults';
import { ModelContext } from './context';
import type { LocalModel } from './decode';
import { type Bytes, type ModelFiles, type ReadFile, readModelFiles } from './model-files';
import type { Pace } from './prefill';
import { largestError, TOLERANCE } from './self-test';
import type { Session } from './session';
import { openTokenizer, type TextTokenizer } from './tokenizer';

/** Tokens that one run of the graph prefills on a CPU. The same in Node and in WebAssembly, so that both round alike. */
export const CPU_CHUNK = 64;

/**
 * Chunk sizes to try on WebGPU. Some adapters (SwiftShader, measured) give wrong logits from row 4 on when 32 rows or more
 * are prefilled in one run, and right ones in runs of 16.
 */
export const WEBGPU_CHUNKS: readonly number[] = [512, 16];

/** A graph's description of itself, as far as opening a session needs it. */
export interface GraphConfiguration {
  readonly layers: number;
}

/** How to make a session of a graph on the device that was chosen. */
export type OpenSession = (graph: Bytes, configuration: GraphConfiguration) => Promise<Session>;

/** What is needed to load a model, whatever the machine. */
export interface LoadRequest {
  readonly entry: ModelEntry;
  readonly read: ReadFile;
  readonly openSession: OpenSession;
  /** Chunk sizes to prefill with, best first; the first that passes the self-test is used. */
  readonly chunks: readonly number[];
  readonly pace: Pace;
  readonly onProgress: (progress: LoadProgress) => void;
}

/** A loaded model with what it was loaded from, or how far off its numbers were on this device. */
export type Loaded =
  | {
      readonly ok: true;
      readonly model: LocalModel;
      readonly session: Session;
      readonly files: ModelFiles['manifest'];
    }
  | { readonly ok: false; readonly error: number };

/**
 * Reads and verifies the files, opens the session, and runs the known answers, which also warms the session up. Throws
 * `FaultError` when a file is missing or damaged; whatever fails later is thrown as it comes, with the session released.
 */
export async function loadModel(request: LoadRequest): Promise<Loaded> {
  const { entry, pace, onProgress } = request;
  const files = await readModelFiles(request.read, onProgress);
  const tokenizer = readTokenizer(files);
  const configuration = readJson(files, 'config.json');
  const endTokens = readEndTokens(files);
  onProgress({ phase: 'graph', loaded: 0, total: 1 });
  const layers = numberIn(configuration, 'num_hidden_layers', 'config.json');
  const session = await request.openSession(files.take(entry.graph), { layers });
  try {
    onProgress({ phase: 'self-test', loaded: 0, total: 1 });
    const { manifest } = files;
    let error = Number.POSITIVE_INFINITY;
    for (const chunk of request.chunks) {
      const context = new ModelContext(session, chunk);
      error = await largestError(context, manifest.selfTest, pace);
      if (error > TOLERANCE) continue;
      onProgress({ phase: 'self-test', loaded: 1, total: 1 });
      const { contextLength } = manifest;
      const { answerTokens } = entry;
      const model = { context, tokenizer, endTokens, contextLength, answerTokens, pace };
      return { ok: true, model, session, files: manifest };
    }
    await session.release();
    return { ok: false, error };
  } catch (error) {
    await session.release();
    throw error;
  }
}

function readTokenizer(files: ModelFiles): TextTokenizer {
  const definition = readJson(files, 'tokenizer.json');
  const configuration = readJson(files, 'tokenizer_config.json');
  try {
    return openTokenizer(definition, configuration);
  } catch (error) {
    throw unusable('tokenizer.json', error);
  }
}

function readEndTokens(files: ModelFiles): ReadonlySet<number> {
  const path = 'generation_config.json';
  const { eos_token_id: end } = readJson(files, path);
  const ids: readonly unknown[] = Array.isArray(end) ? end : [end];
  const tokens = new Set<number>();
  for (const id of ids) if (typeof id === 'number') tokens.add(id);
  if (tokens.size === 0) throw unusable(path, 'it names no eos_token_id');
  return tokens;
}

function readJson(files: ModelFiles, path: string): Readonly<Record<string, unknown>> {
  const text = new TextDecoder().decode(files.take(path));
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value));
  } catch (error) {
    throw unusable(path, error);
  }
  throw unusable(path, 'it holds no JSON object');
}

function numberIn(values: Readonly<Record<string, unknown>>, field: string, path: string): number {
  const value = values[field];
  if (typeof value !== 'number') throw unusable(path, `its field ${field} is no number`);
  return value;
}

/** The file is the one that was exported, and still cannot be used. */
function unusable(path: string, why: unknown): FaultError {
  return new FaultError(fileDamaged(path, why instanceof Error ? why.message : String(why)));
}
