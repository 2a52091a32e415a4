import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { FaultError } from '@/lib/text/outcome';
import type { ModelEntry } from '../catalogue';
import type { ComputingEngine } from '../engine';
import { fileDamaged, fileMissing } from '../faults';
import { parseManifest } from './manifest';
import {
  CHAT_TEMPLATE,
  CONFIGURATION,
  GENERATION,
  TOKENIZER,
  TOKENIZER_CONFIGURATION,
} from './model-configuration';
import { type ExpectedFile, MANIFEST_FILE } from './model-files';
import { type NodeEngineOptions, openNodeEngine } from './node';

/** Graphs by the names that Transformers.js gives them (`src/utils/dtypes.js`), the fastest on a processor first. */
const FORMS: readonly (readonly [suffix: string, precision: string])[] = [
  ['_q4', '4-bit weights'],
  ['_int8', '8-bit weights'],
  ['_quantized', '8-bit weights'],
  ['', 'fp32'],
  ['_fp16', 'fp16'],
  ['_q4f16', '4-bit weights, fp16 arithmetic'],
];

/** Tokens kept free for the answer: fewer are no answer of a model that reasons. */
const ANSWER_TOKENS = 256;

/**
 * Opens a folder that training/convert wrote, or one in the layout of Transformers.js, with onnxruntime-node. A folder
 * without a manifest is held against itself instead of known answers. Throws `FaultError`.
 */
export async function openModelFolder(
  folder: string,
  options: Omit<NodeEngineOptions, 'root' | 'files'> = {},
): Promise<ComputingEngine> {
  const path = resolve(folder);
  const names = await namesIn(path);
  const found = names.includes(MANIFEST_FILE)
    ? await fromManifest(path)
    : { ...graphAmong(names), files: filesAmong(names) };
  const entry: ModelEntry = {
    id: basename(path),
    name: basename(path),
    folder: path,
    graph: found.graph,
    precision: found.precision,
    webgpuFeatures: [],
    mostThreads: options.threads ?? 1,
    answerTokens: ANSWER_TOKENS,
  };
  const files = 'files' in found ? { files: found.files(found.graph) } : {};
  return openNodeEngine(entry, { ...options, root: sep, ...files });
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => !entry.isDirectory())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FaultError(fileMissing(folder, why));
  }
}

async function fromManifest(folder: string): Promise<Pick<ModelEntry, 'graph' | 'precision'>> {
  try {
    const manifest = parseManifest(await readFile(join(folder, MANIFEST_FILE), 'utf8'));
    const graph = manifest.files.find((file) => file.path.endsWith('.onnx'))?.path;
    if (graph === undefined) throw new Error('it lists no graph');
    return { graph, precision: manifest.precision ?? 'unknown' };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FaultError(fileDamaged(MANIFEST_FILE, why));
  }
}

function graphAmong(names: readonly string[]): Pick<ModelEntry, 'graph' | 'precision'> {
  for (const [suffix, precision] of FORMS) {
    const graph = names.find(
      (name) => /^(?:onnx\/)?(?:decoder_)?model/.test(name) && ends(name, suffix),
    );
    if (graph !== undefined) return { graph, precision };
  }
  throw new FaultError(fileMissing('onnx/model.onnx', 'the folder holds no graph of a decoder'));
}

function ends(name: string, suffix: string): boolean {
  return name.endsWith(`model${suffix}.onnx`);
}

/** The files that belong to a graph: those that an engine reads beside it, and its weights. */
function filesAmong(names: readonly string[]): (graph: string) => readonly ExpectedFile[] {
  const beside = [CONFIGURATION, GENERATION, TOKENIZER, TOKENIZER_CONFIGURATION, CHAT_TEMPLATE];
  return (graph) =>
    [...beside, graph, ...names.filter((name) => name.startsWith(`${graph}_data`)).sort()]
      .filter((path) => names.includes(path))
      .map((path) => ({ path }));
}
