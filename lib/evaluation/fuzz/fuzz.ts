import { auditTrace } from '@/lib/audit/audit';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { faultsOf } from '@/lib/evaluation/fuzz/inspect-explanation';
import { insertRepeated, mutate, phraseOf } from '@/lib/evaluation/fuzz/mutate';
import { type Random, seededRandom } from '@/lib/evaluation/random';
import { assembleExplanation } from '@/lib/explanation/assemble';
import type { Explanation } from '@/lib/explanation/explanation';
import { readTrace } from '@/lib/trace/read-trace';

/** A case and a chain of thought to begin from. */
export interface FuzzSeed {
  readonly case: string;
  readonly trace: string;
}

/** How often a mutated case stands beside the trace; else the case is whole. */
const CASE_SHARE = 0.4;
/** How often case and trace repeat the same phrase of one of them. */
const ECHO_SHARE = 0.03;
/** How often a case is given as the trace and the trace as the case. */
const SWAP_SHARE = 0.02;

/**
 * The case and trace of one attempt; the same seed and index give the same. Throws `RangeError` without seeds.
 */
export function fuzzInput(seeds: readonly FuzzSeed[], seed: number, index: number): FuzzSeed {
  const random = seededRandom(seed + Math.imul(index, 0x9e3779b1));
  const from = random.pick(seeds);
  const other = random.pick(seeds);
  const trace = mutate(from.trace, other.trace, random);
  const given = random.chance(CASE_SHARE) ? mutate(from.case, other.case, random) : from.case;
  return swapped(echoing({ case: given, trace }, random), random);
}

function echoing(input: FuzzSeed, random: Random): FuzzSeed {
  if (!random.chance(ECHO_SHARE)) return input;
  const phrase = phraseOf(random.chance(0.5) ? input.case : input.trace, random);
  return {
    case: insertRepeated(input.case, phrase, random),
    trace: insertRepeated(input.trace, phrase, random),
  };
}

function swapped(input: FuzzSeed, random: Random): FuzzSeed {
  return random.chance(SWAP_SHARE) ? { case: input.trace, trace: input.case } : input;
}

/** What became of a case and a chain of thought. */
export type Attempt =
  | { readonly kind: 'refused' }
  | { readonly kind: 'explained'; readonly explanation: Explanation }
  | { readonly kind: 'thrown'; readonly error: unknown };

/** Reads, audits and explains. */
export function attemptAudit(input: FuzzSeed): Attempt {
  try {
    const parsed = parseCase({ text: input.case });
    if (!parsed.ok) return { kind: 'refused' };
    const reading = readCase(parsed.value);
    const trace = readTrace(input.trace);
    const explanation = assembleExplanation(reading, trace, auditTrace(reading, trace));
    return { kind: 'explained', explanation };
  } catch (error) {
    return { kind: 'thrown', error };
  }
}

/** What is wrong with what became of an input; a case that is refused is in order. */
export function attemptFaults(attempt: Attempt): readonly string[] {
  switch (attempt.kind) {
    case 'refused':
      return [];
    case 'explained':
      return faultsOf(attempt.explanation);
    case 'thrown': {
      const { error } = attempt;
      return [`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
    }
  }
}
