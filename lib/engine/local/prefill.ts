import type { ModelContext } from './context';

/** Lets the rest of the program run between two runs of the graph, and tells the time in milliseconds. */
export interface Pace {
  now(): number;
  pause(): Promise<void>;
}

export interface PrefillOptions {
  /** For how many of the last tokens the logits are wanted. */
  readonly rows: number;
  readonly signal: AbortSignal;
  readonly pace: Pace;
}

/**
 * Brings the context to hold exactly `tokens`, in chunks that end at multiples of its chunk size. Of what the context holds
 * it keeps only what a fresh reading would repeat to the last bit, so that what comes of it does not depend on what ran
 * before. Returns the logits after each of the last `rows` tokens, or undefined when the signal was aborted, which is looked
 * at before every chunk.
 */
export async function prefill(
  context: ModelContext,
  tokens: readonly number[],
  { rows, signal, pace }: PrefillOptions,
): Promise<Float32Array[] | undefined> {
  const { chunk } = context;
  const firstWanted = tokens.length - rows;
  await context.rewind(reusable(context, tokens, firstWanted));
  const logits: Float32Array[] = [];
  while (context.tokens.length < tokens.length) {
    if (signal.aborted) return undefined;
    const start = context.tokens.length;
    const end = Math.min(tokens.length, start + chunk);
    const wanted = Math.max(0, end - Math.max(start, firstWanted));
    logits.push(...(await context.feed(tokens.slice(start, end), wanted)));
    await pace.pause();
  }
  return logits;
}

/** How many tokens can be kept: a multiple of the chunk size, and no more than `most`. */
function reusable(context: ModelContext, tokens: readonly number[], most: number): number {
  let common = 0;
  while (common < most && context.tokens[common] === tokens[common]) common += 1;
  return Math.min(context.aligned, common - (common % context.chunk));
}
