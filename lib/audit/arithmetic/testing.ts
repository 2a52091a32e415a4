import { beginCheck, type Check, createCheckContext } from '@/lib/audit/check';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { readTrace } from '@/lib/trace/read-trace';

/** What one check says of a trace: "outcome: words", in the order of its verdicts. */
export function verdictsOf(check: Check, caseText: string, trace: string): readonly string[] {
  const parsed = parseCase({ text: caseText });
  if (!parsed.ok) {
    throw new Error(parsed.fault.message);
  }
  const run = beginCheck(check, createCheckContext(readCase(parsed.value)));
  return readTrace(trace).steps.flatMap((step) =>
    run
      .inspect({ step, text: trace.slice(step.start, step.end) })
      .map(({ outcome, trace: { start, end } }) => `${outcome}: ${trace.slice(start, end)}`),
  );
}
