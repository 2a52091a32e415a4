import { describe, expect, it } from 'vitest';
import { auditTrace } from '@/lib/audit/audit';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { assembleExplanation } from '@/lib/explanation/assemble';
import { readTrace } from '@/lib/trace/read-trace';
import { attemptAudit, attemptFaults, fuzzInput } from './fuzz';
import { faultsOf } from './inspect-explanation';
import { FUZZ_SEEDS } from './seeds';

const ATTEMPTS = 300;

describe('the audit of mutated cases and traces', () => {
  it('throws nothing and gives no span outside of its text', () => {
    for (let index = 0; index < ATTEMPTS; index += 1) {
      const input = fuzzInput(FUZZ_SEEDS, 1, index);
      expect({ index, faults: attemptFaults(attemptAudit(input)) }).toEqual({ index, faults: [] });
    }
  });

  it('mutates alike for the same seed', () => {
    expect(fuzzInput(FUZZ_SEEDS, 7, 3)).toEqual(fuzzInput(FUZZ_SEEDS, 7, 3));
    expect(fuzzInput(FUZZ_SEEDS, 7, 3)).not.toEqual(fuzzInput(FUZZ_SEEDS, 8, 3));
  });

  it('notices what is wrong with an explanation', () => {
    const [{ case: text, trace: said }] = FUZZ_SEEDS;
    const parsed = parseCase({ text });
    if (!parsed.ok) throw new Error(parsed.fault.message);
    const reading = readCase(parsed.value);
    const trace = readTrace(said);
    const explanation = assembleExplanation(reading, trace, auditTrace(reading, trace));
    const [first, ...others] = explanation.steps;
    if (first === undefined) throw new Error('the seed has no steps');
    expect(faultsOf(explanation)).toEqual([]);
    const beyond = { ...first, end: said.length + 1 };
    expect(faultsOf({ ...explanation, steps: [...others, beyond] })).toContain(
      `step: ${first.start} to ${said.length + 1} is no part of a text of ${said.length}`,
    );
    expect(faultsOf({ ...explanation, steps: [first, ...explanation.steps] })).toHaveLength(1);
  });
});
