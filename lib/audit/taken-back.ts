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

/**
 * A look-up of the correction that withdrew what stands at a span; `undefined` where it still counts as claimed. Made once
 * for many spans.
 */
export function correctionLookup(
  corrections: readonly Correction[],
): (span: Span) => Correction | undefined {
  const ordered = [...corrections].sort((a, b) => a.takesBack.start - b.takesBack.start);
  // For each place in the order, the correction up to there that reaches furthest: it covers a span if any of them does.
  const furthest: Correction[] = [];
  for (const correction of ordered) {
    const before = furthest.at(-1);
    const reaches = before !== undefined && before.takesBack.end >= correction.takesBack.end;
    furthest.push(reaches ? before : correction);
  }
  return (span) => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle]?.takesBack.start ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    const found = furthest[low - 1];
    return found !== undefined && covers(found.takesBack, span) ? found : undefined;
  };
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
  const lookUp = correctionLookup(corrections);
  const isTakenBack = (verdict: Verdict) => lookUp(verdict.trace) !== undefined;
  return {
    claimed: verdicts.filter((verdict) => !isTakenBack(verdict)),
    takenBack: verdicts.filter(isTakenBack),
  };
}
