import { FaultError } from '@/lib/text/outcome';
import type { ModelEntry } from '../catalogue';
import type { LoadProgress } from '../engine';
import { fileDamaged } from '../faults';
import { ModelContext } from './context';
import type { LocalModel } from './decode';
import type { Contents } from './describe';
import type { SelfTest } from './manifest';
import { CONFIGURATION, type ModelConfiguration, readConfiguration } from './model-configuration';
import {
  type Bytes,
  type ModelFiles,
  type ModelSource,
  readModelFiles,
  sha256,
  type WeightsFile,
} from './model-files';
import type { Pace } from './prefill';
import { answersOf, HALF_TOLERANCE, largestError, TOLERANCE } from './self-test';
import type { Session } from './session';
import type { TextTokenizer } from './tokenizer';

/** Tokens that one run of the graph prefills on a CPU. The same in Node and in WebAssembly, so that both round alike. */
export const CPU_CHUNK = 64;

/**
 * Chunk sizes to try on WebGPU. Some adapters (SwiftShader, measured) give wrong logits from row 4 on when 32 rows or more
 * are prefilled in one run, and right ones in runs of 16.
 */
export const WEBGPU_CHUNKS: readonly number[] = [512, 16];

/** A graph that cannot be asked for the last logits alone gives those of every row: 600 kB each for 151,936 tokens. */
const LARGEST_CHUNK_OF_ALL_LOGITS = 64;

/** A graph with the files of weights that it names, and its description of itself as far as a session needs it. */
export interface SessionRequest {
  readonly graph: Bytes;
  readonly weights: readonly WeightsFile[];
  readonly layers: number;
}

/** How to make a session of a graph on the device that was chosen. */
export type OpenSession = (request: SessionRequest) => Promise<Session>;

/** What is needed to load a model, whatever the machine. */
export interface LoadRequest {
  readonly entry: ModelEntry;
  readonly source: ModelSource;
  readonly openSession: OpenSession;
  /** A second way to compute, against which a model without published answers is held; it must be a different one. */
  readonly openOther?: OpenSession;
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
      readonly contents: Contents;
      readonly configuration: ModelConfiguration;
      /** For a person, what its numbers were held against where nobody has published answers; otherwise empty. */
      readonly checked: string;
    }
  | { readonly ok: false; readonly error: number };

/**
 * Reads and verifies the files, opens the session, and runs the known answers, which also warms the session up. A model
 * without known answers is held against itself: chunks against token by token, and against `openOther`. Throws `FaultError`
 * when a file is missing or damaged; whatever fails later is thrown as it comes, with the session released.
 */
export async function loadModel(request: LoadRequest): Promise<Loaded> {
  const { entry, pace, onProgress } = request;
  const files = await readModelFiles(request.source, entry.graph, onProgress);
  const configuration = readConfiguration(files);
  const contents = await contentsOf(entry, files, configuration);
  const graph: SessionRequest = {
    graph: files.take(entry.graph),
    weights: files.weights,
    layers: configuration.layers,
  };
  const published = files.manifest?.selfTest;
  const bytes = contents.files.reduce((sum, file) => sum + file.bytes, 0);
  const other = published ? undefined : await answersOfOther(request, graph, configuration, bytes);
  onProgress({ phase: 'graph', loaded: 0, total: 1 });
  const session = await request.openSession(graph);
  try {
    onProgress({ phase: 'self-test', loaded: 0, total: 1 });
    const tests = published
      ? [published]
      : [...(other ? [other] : []), await answersOfItself(session, configuration, pace)];
    const { chunk, error } = await firstRight(session, tests, request);
    if (chunk === undefined) {
      await session.release();
      return { ok: false, error };
    }
    onProgress({ phase: 'self-test', loaded: 1, total: 1 });
    const context = new ModelContext(session, chunk);
    const { tokenizer, endTokens } = configuration;
    const { contextLength } = contents;
    const { answerTokens } = entry;
    const model = { context, tokenizer, endTokens, contextLength, answerTokens, pace };
    const checked = published ? '' : checkedAgainst(other !== undefined);
    return { ok: true, model, session, contents, configuration, checked };
  } catch (error) {
    await session.release();
    throw error;
  }
}

function checkedAgainst(other: boolean): string {
  const itself = 'read in one piece and token by token, it gives the same';
  return other
    ? `Nobody has published answers of this model; it agrees with the processor, and ${itself}.`
    : `Nobody has published answers of this model; ${itself}.`;
}

/** The first chunk size with which every test passes, or the error of the last one. */
async function firstRight(
  session: Session,
  tests: readonly SelfTest[],
  { chunks, pace }: LoadRequest,
): Promise<{ readonly chunk?: number; readonly error: number }> {
  const givesAll = !session.inputNames.includes('num_logits_to_keep');
  let error = Number.POSITIVE_INFINITY;
  for (const size of chunks) {
    const chunk = givesAll ? Math.min(size, LARGEST_CHUNK_OF_ALL_LOGITS) : size;
    let passed = true;
    for (const test of tests) {
      error = await largestError(new ModelContext(session, chunk), test, pace);
      passed &&= error <= (test.tolerance ?? TOLERANCE);
      if (!passed) break;
    }
    if (passed) return { chunk, error };
  }
  return { error };
}

/** Any words will do: answers are compared with answers to the same. */
const TEST_TEXT = 'The patient has had a cough and a fever of 38.5 for three days. ';

/** Tokens: as many rows as the faults of long prefills need to show, and so few that a CPU has read them in seconds. */
const OWN_TEST = { tokens: 40, steps: 2 };
const OTHER_TEST = { tokens: 6, steps: 2 };

/** Bytes of a model beyond which it is not opened a second time: WebAssembly has 4 GB in all, and a laptop not much more. */
const MOST_OPENED_TWICE = 1_000_000_000;

async function answersOfOther(
  { openOther, pace }: LoadRequest,
  graph: SessionRequest,
  { tokenizer }: ModelConfiguration,
  bytes: number,
): Promise<SelfTest | undefined> {
  if (openOther === undefined || bytes > MOST_OPENED_TWICE) return undefined;
  const session = await openOther(graph);
  try {
    const prompt = testPrompt(tokenizer, OTHER_TEST.tokens);
    const options = { steps: OTHER_TEST.steps, tolerance: toleranceOf(session), pace };
    return await answersOf(new ModelContext(session, CPU_CHUNK), prompt, options);
  } finally {
    await session.release();
  }
}

/** Token by token, which is the way that the known faults of long runs leave untouched. */
function answersOfItself(
  session: Session,
  { tokenizer }: ModelConfiguration,
  pace: Pace,
): Promise<SelfTest> {
  const prompt = testPrompt(tokenizer, OWN_TEST.tokens);
  const options = { steps: OWN_TEST.steps, tolerance: toleranceOf(session), pace };
  return answersOf(new ModelContext(session, 1), prompt, options);
}

function testPrompt(tokenizer: TextTokenizer, length: number): readonly number[] {
  return tokenizer.encode(TEST_TEXT.repeat(Math.ceil(length / 4))).slice(0, length);
}

function toleranceOf(session: Session): number {
  return session.cacheType === 'float16' ? HALF_TOLERANCE : TOLERANCE;
}

async function contentsOf(
  entry: ModelEntry,
  { manifest, files }: ModelFiles,
  configuration: ModelConfiguration,
): Promise<Contents> {
  const contextLength = manifest?.contextLength ?? configuration.contextLength;
  if (contextLength === undefined) {
    const why = 'its field max_position_embeddings is no number';
    throw new FaultError(fileDamaged(CONFIGURATION, why));
  }
  const digest = () => sha256(new TextEncoder().encode(JSON.stringify(files)));
  return {
    revision: manifest?.revision ?? (await digest()).slice(0, 12),
    files,
    precision: manifest?.precision ?? entry.precision,
    contextLength,
  };
}
