import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { PUBLIC_FOLDER } from '@/bench/folders';
import { modelById } from '@/lib/engine/catalogue';
import { ModelContext } from '@/lib/engine/local/context';
import { CPU_CHUNK } from '@/lib/engine/local/load-model';
import { type ModelManifest, parseManifest, type SelfTest } from '@/lib/engine/local/manifest';
import { CONFIGURATION } from '@/lib/engine/local/model-configuration';
import { type Bytes, MANIFEST_FILE } from '@/lib/engine/local/model-files';
import { sessionOver } from '@/lib/engine/local/ort-session';
import { answersOf, TOLERANCE } from '@/lib/engine/local/self-test';
import { firstLayersOf } from './first-layers';

/** Every kind of work that there is in a layer, and no more of it. */
const LAYERS = 1;

/** Contents by their paths in the model's folder. */
type Files = ReadonlyMap<string, Buffer>;

let made: ReturnType<typeof shallowModel> | undefined;

/**
 * Gives a page, in place of the embedded model, one with its vocabulary and the shape of its layers but a single layer, for
 * tests of what happens around the words: in software a graphics device computes it several times as fast.
 */
export async function serveShallowModel(page: Page): Promise<void> {
  made ??= shallowModel();
  const { folder, files } = await made;
  for (const [path, body] of files) {
    await page.route(`**/${folder}/${path}`, (route) => route.fulfill({ body }));
  }
}

async function shallowModel(): Promise<{ folder: string; files: Files }> {
  const known = modelById('rationale-embedded');
  if (!known.ok) throw new Error(known.fault.message);
  const { folder, graph } = known.value;
  const read = (path: string) => readFile(join(PUBLIC_FOLDER, folder, path));
  const manifest = parseManifest(await read(MANIFEST_FILE).then(String));
  const configuration: { num_hidden_layers: number } = JSON.parse(
    String(await read(CONFIGURATION)),
  );
  const cut = firstLayersOf(
    new Uint8Array(await read(graph)),
    LAYERS,
    configuration.num_hidden_layers,
  );
  const changed = new Map([
    [graph, Buffer.from(cut)],
    [CONFIGURATION, Buffer.from(JSON.stringify({ ...configuration, num_hidden_layers: LAYERS }))],
  ]);
  const selfTest = await knownAnswers(cut, manifest);
  const files = manifest.files.map((file) => ({ ...file, ...measured(changed.get(file.path)) }));
  const body = Buffer.from(JSON.stringify({ ...manifest, files, selfTest }));
  return { folder, files: new Map([...changed, [MANIFEST_FILE, body]]) };
}

function measured(content: Buffer | undefined): { bytes: number; sha256: string } | undefined {
  return (
    content && {
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    }
  );
}

/** Tokens of the prompt of the embedded model's self-test: a run of several rows and one of a single row, and no more. */
const PROMPT_TOKENS = 8;

/** What the graph gives after the beginning of the prompt of the manifest's self-test, and after the token that follows. */
async function knownAnswers(graph: Bytes, { selfTest }: ModelManifest): Promise<SelfTest> {
  if (selfTest === undefined) throw new Error('the embedded model has no known answers');
  const inference = await InferenceSession.create(graph, { intraOpNumThreads: 1 });
  const context = new ModelContext(sessionOver(inference, Tensor), CPU_CHUNK);
  const answers = await answersOf(context, selfTest.prompt.slice(0, PROMPT_TOKENS), {
    steps: 2,
    tolerance: TOLERANCE,
    pace: { now: () => 0, pause: async () => undefined },
  });
  await inference.release();
  return answers;
}
