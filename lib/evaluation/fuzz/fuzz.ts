import { auditTrace } from '@/lib/audit/audit';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { faultsOf } from '@/lib/evaluation/fuzz/inspect-explanation';
import { mutate } from '@/lib/evaluation/fuzz/mutate';
import { type Random, seededRandom } from '@/lib/evaluation/random';
import { assembleExplanation } from '@/lib/explanation/assemble';
import { readTrace } from '@/lib/trace/read-trace';

/** A case and a chain of thought to begin from. */
export interface FuzzSeed {
  readonly case: string;
  readonly trace: string;
}

/** How often a mutated case stands beside the trace; else the case is whole. */
const CASE_SHARE = 0.4;
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
  return swapped({ case: given, trace }, random);
}

function swapped(input: FuzzSeed, random: Random): FuzzSeed {
  return random.chance(SWAP_SHARE) ? { case: input.trace, trace: input.case } : input;
}

/** Reads, audits and explains; what was thrown is among the faults. A case that is refused has none. */
export function tryAudit(input: FuzzSeed): readonly string[] {
  try {
    const parsed = parseCase({ text: input.case });
    if (!parsed.ok) return [];
    const reading = readCase(parsed.value);
    const trace = readTrace(input.trace);
    return faultsOf(assembleExplanation(reading, trace, auditTrace(reading, trace)));
  } catch (error) {
    return [`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
}
