import { beginCheck, type Check, createCheckContext, type InspectedStep } from '@/lib/audit/check';
import { CHECKS } from '@/lib/audit/checks';
import { ARITHMETIC } from '@/lib/audit/checks/arithmetic';
import { CALCULATIONS } from '@/lib/audit/checks/calculations';
import { MEASURED_VALUES } from '@/lib/audit/checks/measured-values';
import type { Verdict } from '@/lib/audit/verdict';
import type { CaseReading } from '@/lib/case/case';
import { overlaps, type Span, sliceSpan } from '@/lib/text/span';
import type { LiveTraceReading, TraceReading } from '@/lib/trace/trace';

export interface Audit {
  /**
   * The verdicts on all steps closed so far. Each closed step is examined once, so the list only grows at its end, and the
   * same list is returned while no step has closed. Readings are given in the order of the run.
   */
  update(trace: TraceReading | LiveTraceReading): readonly Verdict[];
  /** All verdicts on a trace that has ended: those on its steps, then those on the whole. */
  conclude(trace: TraceReading | LiveTraceReading): readonly Verdict[];
}

function countClosed(trace: TraceReading | LiveTraceReading): number {
  return 'closedSteps' in trace
    ? trace.closedSteps
    : trace.steps.filter(({ closed }) => closed).length;
}

/** The closed steps after the first `count`. A live reading gives them without making the list of all its steps. */
function closedSince(
  trace: TraceReading | LiveTraceReading,
  count: number,
): readonly InspectedStep[] {
  if ('closedSteps' in trace) {
    return trace.lastClosed?.since(count) ?? [];
  }
  return trace.steps
    .slice(count)
    .filter(({ closed }) => closed)
    .map((step) => ({ step, text: sliceSpan(trace.text, step) }));
}

const MEASURED: ReadonlySet<string> = new Set([MEASURED_VALUES.id]);
const RECKONED: ReadonlySet<string> = new Set([ARITHMETIC.id, CALCULATIONS.id]);

/** Whether a number went into a working. */
function isInput({ working }: Verdict, span: Span): boolean {
  return (working?.inputs ?? []).some(({ from }) => from?.text === 'trace' && overlaps(from, span));
}

/** A value that was worked out rightly is not measured, so that the case need not have it. */
function withoutReckoned(verdicts: readonly Verdict[]): readonly Verdict[] {
  const reckoned = verdicts.filter(
    ({ check, outcome }) => outcome === 'supported' && RECKONED.has(check),
  );
  return reckoned.length === 0
    ? verdicts
    : verdicts.filter(
        ({ check, outcome, trace }) =>
          !MEASURED.has(check) ||
          (outcome !== 'contradicted' && outcome !== 'not-in-case') ||
          !reckoned.some((other) => overlaps(other.trace, trace) && !isInput(other, trace)),
      );
}

/** Begins the audit of one run on a case, by `checks` (all that there are when left out). */
export function createAudit(reading: CaseReading, checks: readonly Check[] = CHECKS): Audit {
  const context = createCheckContext(reading);
  const runs = checks.map((check) => beginCheck(check, context));
  let examined = 0;
  let verdicts: readonly Verdict[] = [];

  function update(trace: TraceReading | LiveTraceReading): readonly Verdict[] {
    const found = closedSince(trace, examined).flatMap((inspected) =>
      withoutReckoned(runs.flatMap((run) => run.inspect(inspected))),
    );
    examined = countClosed(trace);
    if (found.length > 0) {
      verdicts = [...verdicts, ...found];
    }
    return verdicts;
  }

  return {
    update,
    conclude(trace) {
      const onSteps = update(trace);
      return [...onSteps, ...runs.flatMap((run) => run.conclude(trace))];
    },
  };
}

/** All verdicts on a whole trace. */
export function auditTrace(reading: CaseReading, trace: TraceReading): readonly Verdict[] {
  return createAudit(reading).conclude(trace);
}
