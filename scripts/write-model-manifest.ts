/**
 * Writes `manifest.json` beside an exported model: the hash of every file, and known answers computed here, against which
 * every engine checks itself after loading. Run it after each export:
 *
 *     npx tsx scripts/write-model-manifest.ts public/models/rationale-embedded
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { MODELS } from '@/lib/engine/catalogue';
import { ModelContext } from '@/lib/engine/local/context';
import { CPU_CHUNK } from '@/lib/engine/local/load-model';
import type { ModelManifest, SelfTest } from '@/lib/engine/local/manifest';
import { MANIFEST_FILE } from '@/lib/engine/local/model-files';
import { sessionOver } from '@/lib/engine/local/ort-session';
import { prefill } from '@/lib/engine/local/prefill';
import { greatest } from '@/lib/engine/local/sampler';
import { openTokenizer } from '@/lib/engine/local/tokenizer';

/**
 * Long enough that a prefill in one run has the 32 rows and more at which faulty adapters go wrong, and no longer: on a
 * software adapter every row costs a fraction of a second of loading.
 */
const SELF_TEST_PROMPT = [
  '<|user|>58-year-old man.',
  '- chest pain [1]; shortness of breath [1]',
  '- no fever [2]; no cough [2]',
  '- unread: It started on the stairs this morning. [3]<|end|><|assistant|><think>',
].join('\n');
const SELF_TEST_LENGTH = 40;
const SELF_TEST_TOKENS = 4;
/** What an engine reads besides the graph; a model card or licence beside them is not downloaded. */
const CONFIGURATION_FILES = [
  'config.json',
  'generation_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
];
const LOGITS_KEPT = 8;

function readJson(folder: string, path: string): Record<string, unknown> {
  const value: unknown = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  if (typeof value !== 'object' || value === null) throw new Error(`${path} holds no object`);
  return Object.fromEntries(Object.entries(value));
}

/** Greedy tokens after the prompt with the greatest logits of each row, rounded to 1e-4. */
async function knownAnswers(folder: string, graph: string): Promise<SelfTest> {
  const tokenizer = openTokenizer(
    readJson(folder, 'tokenizer.json'),
    readJson(folder, 'tokenizer_config.json'),
  );
  const inference = await InferenceSession.create(join(folder, graph), { intraOpNumThreads: 1 });
  const context = new ModelContext(sessionOver(inference, Tensor), CPU_CHUNK);
  const prompt = tokenizer.encode(SELF_TEST_PROMPT);
  if (prompt.length < SELF_TEST_LENGTH)
    throw new Error('the self-test prompt is too short to tell');
  const { signal } = new AbortController();
  const pace = { now: () => 0, pause: async () => undefined };
  let rows = await prefill(context, prompt, { rows: 1, signal, pace });
  const tokens: number[] = [];
  const logits: [number, number][][] = [];
  while (tokens.length < SELF_TEST_TOKENS) {
    const row = rows?.[0] ?? new Float32Array(0);
    const best = greatest(row, LOGITS_KEPT);
    logits.push(best.map((id) => [id, Math.round((row[id] ?? Number.NaN) * 1e4) / 1e4]));
    const next = best[0] ?? 0;
    tokens.push(next);
    rows = await context.feed([next], 1);
  }
  context.dispose();
  await inference.release();
  return { prompt, tokens, logits };
}

async function main(folder: string | undefined): Promise<void> {
  if (folder === undefined)
    throw new Error('Say which model folder: write-model-manifest.ts FOLDER');
  const id = basename(folder);
  const entry = MODELS.find((model) => model.id === id);
  if (entry === undefined) throw new Error(`The catalogue has no model called ${id}.`);
  const contextLength = readJson(folder, 'config.json').max_position_embeddings;
  if (typeof contextLength !== 'number') throw new Error('config.json states no context length');
  const files = [...CONFIGURATION_FILES, entry.graph].map((path) => {
    const bytes = readFileSync(join(folder, path));
    return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  const revision = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  const selfTest = await knownAnswers(folder, entry.graph);
  const manifest: ModelManifest = { id, revision, contextLength, files, selfTest };
  writeFileSync(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest)}\n`);
  process.stderr.write(
    `${join(folder, MANIFEST_FILE)}: revision ${revision}, ${files.length} files\n`,
  );
}

await main(process.argv[2]);
