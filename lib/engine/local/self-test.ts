import type { ModelContext } from './context';
import type { SelfTest } from './manifest';
import { type Pace, prefill } from './prefill';
import { greatest } from './sampler';

/**
 * The largest difference of a logit from its known answer that still counts as computed rightly. Correct 32-bit run-times
 * differ by 1e-5 to 1e-4 here; the known faults (a long prefill on some WebGPU adapters, 4-bit products with reduced
 * accuracy) by 0.26 and more.
 */
export const TOLERANCE = 0.01;

/** The same where the arithmetic has 16 bits, whose 11 of precision leave logits of 10 to 30 off by a hundredth and more. */
export const HALF_TOLERANCE = 0.25;

/**
 * Runs the known answers through a context and returns the largest absolute difference of a logit, which is infinite when
 * the run gave no number. Ends at the first difference above the tolerance, since a slow device may be the faulty one.
 * Teacher-forced: prompt in the context's chunks, continuation token by token, as in a generation. Leaves the context empty.
 */
export async function largestError(
  context: ModelContext,
  selfTest: SelfTest,
  pace: Pace,
): Promise<number> {
  const { signal } = new AbortController();
  context.dispose();
  try {
    let rows = await prefill(context, selfTest.prompt, { rows: 1, signal, pace });
    let largest = 0;
    for (const [step, token] of selfTest.tokens.entries()) {
      largest = Math.max(largest, errorOf(rows?.[0], selfTest.logits[step] ?? []));
      if (largest > (selfTest.tolerance ?? TOLERANCE)) break;
      rows = await context.feed([token], 1);
    }
    return largest;
  } finally {
    context.dispose();
  }
}

/** Logits kept of each row. */
const LOGITS_KEPT = 16;

/**
 * Answers to hold other ways of computing against, where nobody has published any: what the context gives, greedily, after
 * a prompt. Throws an `Error` where it gives what is no number. Leaves the context empty.
 */
export async function answersOf(
  context: ModelContext,
  prompt: readonly number[],
  options: { readonly steps: number; readonly tolerance: number; readonly pace: Pace },
): Promise<SelfTest> {
  const { steps, tolerance, pace } = options;
  const { signal } = new AbortController();
  context.dispose();
  try {
    let rows = await prefill(context, prompt, { rows: 1, signal, pace });
    const tokens: number[] = [];
    const logits: (readonly [number, number])[][] = [];
    while (tokens.length < steps) {
      const row = rows?.[0] ?? new Float32Array(0);
      const ids = greatest(row, LOGITS_KEPT);
      const [token] = ids;
      if (token === undefined || !Number.isFinite(row[token])) {
        throw new Error('the model gives no numbers');
      }
      tokens.push(token);
      logits.push(ids.map((id) => [id, row[id] ?? Number.NaN] as const));
      if (tokens.length < steps) rows = await context.feed([token], 1);
    }
    return { prompt, tokens, logits, tolerance };
  } finally {
    context.dispose();
  }
}

function errorOf(
  logits: Float32Array | undefined,
  known: readonly (readonly [id: number, logit: number])[],
): number {
  const differences = known.map(([id, logit]) => Math.abs((logits?.[id] ?? Number.NaN) - logit));
  return differences.some(Number.isNaN) ? Number.POSITIVE_INFINITY : Math.max(0, ...differences);
}
