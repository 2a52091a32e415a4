/**
 * Runs a model again and again and prints what the process holds after each ten runs, as JSON lines:
 *
 *     node --expose-gc --import tsx bench/memory-over-runs.ts MODEL_FOLDER [RUNS]
 *
 * Every run has a prompt of its own, so that none finds its tokens in the cache of the one before.
 */
import { openModelFolder } from '@/lib/engine/local/node-folder';

const RUNS = 50;
const TOLD_EVERY = 10;
const TOKENS = 24;
const MEGABYTE = 1e6;

function tell(runs: number): void {
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  const [resident, heap, buffers] = [rss, heapUsed, arrayBuffers].map((bytes) =>
    Math.round(bytes / MEGABYTE),
  );
  process.stdout.write(`${JSON.stringify({ runs, resident, heap, buffers })}\n`);
}

async function main(folder: string | undefined, runs: number): Promise<void> {
  if (folder === undefined) throw new Error('Say which model folder.');
  const engine = await openModelFolder(folder);
  tell(0);
  for (let run = 1; run <= runs; run += 1) {
    const request = {
      prompt: { text: `${run} coughs and a fever of 38.5.`, prefill: '' },
      sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
      seed: run,
      maxTokens: TOKENS,
      alternatives: 5,
    };
    for await (const event of engine.generate(request, new AbortController().signal)) {
      if (event.type === 'stop' && event.reason === 'failed') throw new Error(`run ${run} failed`);
    }
    if (run % TOLD_EVERY === 0) tell(run);
  }
  await engine.dispose();
}

await main(process.argv[2], Number(process.argv[3] ?? RUNS));
