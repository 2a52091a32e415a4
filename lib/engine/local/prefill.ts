import type { ModelContext } from './context';

/** Lets the rest of the program run between two runs of the graph, and tells the time in milliseconds. */
export interface Pace {
  now(): number;
  pause(): Promise<void>;
}

export interface PrefillOptions {
  /** For how many of the last tokens the logits are wanted. */
  readonly rows: number;
  /**
   * What may be kept of what the context read before: `exact` only what a fresh reading would repeat to the last bit, so
   * that a seed gives the same tokens whatever ran before; `any` everything that agrees, for results that are compared
   * with a tolerance.
   */
  readonly reuse: 'exact' | 'any';
  readonly signal: AbortSignal;
  readonly pace: Pace;
}

/**
 * Brings the context to hold exactly `tokens`, continuing from the longest usable part of what it holds, in chunks that end
 * at multiples of its chunk size. Returns the logits after each of the last `rows` tokens, or undefined when the signal was
 * aborted, which is looked at before every chunk.
 */
export async function prefill(
  context: ModelContext,
  tokens: readonly number[],
  { rows, reuse, signal, pace }: PrefillOptions,
): Promise<Float32Array[] | undefined> {
  const { chunk } = context;
  const firstWanted = tokens.length - rows;
  await context.rewind(reusable(context, tokens, firstWanted, reuse));
  const logits: Float32Array[] = [];
  while (context.tokens.length < tokens.length) {
    if (signal.aborted) return undefined;
    const start = context.tokens.length;
    const end = Math.min(tokens.length, start - (start % chunk) + chunk);
    const wanted = Math.max(0, end - Math.max(start, firstWanted));
    logits.push(...(await context.feed(tokens.slice(start, end), wanted)));
    await pace.pause();
  }
  return logits;
}

function reusable(
  context: ModelContext,
  tokens: readonly number[],
  most: number,
  reuse: PrefillOptions['reuse'],
): number {
  let common = 0;
  while (common < most && context.tokens[common] === tokens[common]) common += 1;
  if (reuse === 'any') return common;
  return Math.min(context.aligned, common - (common % context.chunk));
}
