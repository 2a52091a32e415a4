import type { ModelContext } from './context';

/** Lets the rest of the program run between two runs of the graph, and tells the time in milliseconds. */
export interface Pace {
  now(): number;
  pause(): Promise<void>;
}

export interface ReadOptions {
  /** For how many of the last tokens the logits are wanted. */
  readonly rows: number;
  readonly signal: AbortSignal;
  readonly pace: Pace;
}

/** Tokens that are read in one run of the graph. */
export interface Run {
  readonly tokens: readonly number[];
  /** How many of them, from the first, belong to the text; the others were drafted and are dropped again. */
  readonly kept: number;
  /** After how many of its tokens logits are asked for, where that is fixed: it bears on their rounding. */
  readonly rows?: number;
}

/**
 * Brings the context to hold exactly `tokens`, in chunks that end at multiples of its chunk size. Returns the logits after
 * each of the last `rows` tokens, or undefined when the signal was aborted.
 */
export function prefill(
  context: ModelContext,
  tokens: readonly number[],
  options: ReadOptions,
): Promise<Float32Array[] | undefined> {
  return readRuns(context, chunksOf(tokens, context.chunk), options);
}

/** The runs in which a prompt is read. */
export function chunksOf(tokens: readonly number[], chunk: number): Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < tokens.length; start += chunk) {
    const read = tokens.slice(start, start + chunk);
    runs.push({ tokens: read, kept: read.length });
  }
  return runs;
}

/**
 * Brings the context to what it is after these runs, the tokens that the last one drafted included. Of what it holds it
 * keeps only what a fresh reading would repeat to the last bit, so that what comes of it does not depend on what ran
 * before. Returns the logits after each of the last `rows` tokens, those drafted counted, or undefined when the signal was
 * aborted, which is looked at before every run of the graph.
 */
export async function readRuns(
  context: ModelContext,
  runs: readonly Run[],
  { rows, signal, pace }: ReadOptions,
): Promise<Float32Array[] | undefined> {
  const last = runs.at(-1);
  const dropped = last === undefined ? 0 : last.tokens.length - last.kept;
  const firstWanted = runs.reduce((sum, { kept }) => sum + kept, dropped) - rows;
  let start = 0;
  let skipped = 0;
  for (const [index, run] of runs.entries()) {
    if (start + run.kept > firstWanted || !context.holds(start, run)) break;
    start += run.kept;
    skipped = index + 1;
  }
  const logits: Float32Array[] = [];
  for (const run of runs.slice(skipped)) {
    if (signal.aborted) return undefined;
    await context.rewind(start);
    const end = start + (run === last ? run.tokens.length : run.kept);
    const wanted = Math.max(0, end - Math.max(start, firstWanted));
    const asked = wanted === 0 ? 0 : (run.rows ?? wanted);
    const given = await context.feed(run.tokens, asked);
    if (wanted > 0) logits.push(...given.slice(-wanted));
    start += run.kept;
    await pace.pause();
  }
  return logits;
}
