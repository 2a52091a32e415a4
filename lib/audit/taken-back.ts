import type { Verdict } from '@/lib/audit/verdict';
import { covers, type Span } from '@/lib/text/span';
import type { Correction } from '@/lib/trace/trace';

/** The correction that withdrew what stands at a span; `undefined` where it still counts as claimed. */
export function correctionOf(
  corrections: readonly Correction[],
  span: Span,
): Correction | undefined {
  return corrections.find(({ takesBack }) => covers(takesBack, span));
}

export interface ClaimedAndTakenBack {
  readonly claimed: readonly Verdict[];
  readonly takenBack: readonly Verdict[];
}

/** Parts the verdicts on what the reasoning still claims from those on statements that it took back; each in order. */
export function partTakenBack(
  verdicts: readonly Verdict[],
  corrections: readonly Correction[],
): ClaimedAndTakenBack {
  if (corrections.length === 0) return { claimed: verdicts, takenBack: [] };
  const isTakenBack = (verdict: Verdict) => correctionOf(corrections, verdict.trace) !== undefined;
  return {
    claimed: verdicts.filter((verdict) => !isTakenBack(verdict)),
    takenBack: verdicts.filter(isTakenBack),
  };
}
