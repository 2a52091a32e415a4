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
  /** Tokens that were generated after `tokens` and are read as they were then, one at a time. */
  readonly said?: readonly number[];
}

/**
 * Brings the context to hold exactly `tokens` and `said`: the former in chunks that end at multiples of its chunk size. Of
 * what the context holds it keeps only what a fresh reading would repeat to the last bit, so that what comes of it does not
 * depend on what ran before. Returns the logits after each of the last `rows` tokens, or undefined when the signal was
 * aborted, which is looked at before every run of the graph.
 */
export async function prefill(
  context: ModelContext,
  tokens: readonly number[],
  { rows, signal, pace, said = [] }: PrefillOptions,
): Promise<Float32Array[] | undefined> {
  const all = said.length === 0 ? tokens : [...tokens, ...said];
  const nextEnd = (start: number) =>
    start < tokens.length ? Math.min(tokens.length, start + context.chunk) : start + 1;
  const firstWanted = all.length - rows;
  await context.rewind(reusable(context, all, nextEnd, firstWanted));
  const logits: Float32Array[] = [];
  while (context.tokens.length < all.length) {
    if (signal.aborted) return undefined;
    const start = context.tokens.length;
    const end = nextEnd(start);
    const wanted = Math.max(0, end - Math.max(start, firstWanted));
    logits.push(...(await context.feed(all.slice(start, end), wanted)));
    await pace.pause();
  }
  return logits;
}

/** How many tokens can be kept: those of the runs that a fresh reading would begin with, and no more than `most`. */
function reusable(
  context: ModelContext,
  all: readonly number[],
  nextEnd: (start: number) => number,
  most: number,
): number {
  let kept = 0;
  for (const end of context.runEnds) {
    if (end > most || end !== nextEnd(kept)) break;
    if (!agree(context.tokens, all, kept, end)) break;
    kept = end;
  }
  return kept;
}

function agree(a: readonly number[], b: readonly number[], start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (a[at] !== b[at]) return false;
  }
  return true;
}
