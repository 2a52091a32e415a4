import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { auditTrace } from '@/lib/audit/audit';
import type { Case } from '@/lib/case/case';
import { assembleExplanation } from '@/lib/explanation/assemble';
import type { Explanation } from '@/lib/explanation/explanation';
import {
  caseSchema,
  explanationSchema,
  type runManifestSchema,
  traceSchema,
} from '@/lib/explanation/schema';
import { INFLUENZA_CASE, readingOf, tokensOf } from '@/lib/explanation/testing';
import { createTraceRecorder } from '@/lib/trace/record-trace';
import { BROKEN_OUTPUT, COMPLETE_OUTPUT, TEST_MANIFEST } from '@/lib/trace/testing';
import type { RunManifest, Trace } from '@/lib/trace/trace';

/** Schemas describe what is read, so their lists can be changed; the types' cannot. That alone may differ. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

describe('the schemas', () => {
  it('say the same as the types', () => {
    expectTypeOf<Frozen<z.infer<typeof caseSchema>>>().toEqualTypeOf<Frozen<Case>>();
    expectTypeOf<Frozen<z.infer<typeof runManifestSchema>>>().toEqualTypeOf<Frozen<RunManifest>>();
    expectTypeOf<Frozen<z.infer<typeof traceSchema>>>().toEqualTypeOf<Frozen<Trace>>();
    expectTypeOf<Frozen<z.infer<typeof explanationSchema>>>().toEqualTypeOf<Frozen<Explanation>>();
  });

  it.each([
    ['complete', COMPLETE_OUTPUT],
    ['broken', BROKEN_OUTPUT],
  ])('accept what a run with %s output gives, and give it back unchanged', (_, text) => {
    const reading = readingOf(INFLUENZA_CASE, ['Pneumonia', 'Influenza']);
    const recorder = createTraceRecorder({ prompt: 'p', prefill: '', manifest: TEST_MANIFEST });
    for (const token of tokensOf(text, 6)) {
      recorder.push({ type: 'token', token });
    }
    recorder.push({ type: 'stop', reason: 'end', timings: { prefill: 1.5, decode: 2 } });
    const trace = recorder.record();
    const explanation = assembleExplanation(reading, trace, auditTrace(reading, trace));
    expect(traceSchema.parse(trace)).toEqual(trace);
    expect(explanationSchema.parse(explanation)).toEqual(explanation);
    expect(caseSchema.parse(reading.case)).toEqual(reading.case);
  });

  it('refuse what is not the contract', () => {
    const explanation = assembleExplanation(
      readingOf(INFLUENZA_CASE),
      createTraceRecorder({ prompt: '', prefill: '', manifest: TEST_MANIFEST }).record(),
      [],
    );
    expect(explanationSchema.safeParse({ ...explanation, more: 1 }).success).toBe(false);
    expect(explanationSchema.safeParse({ ...explanation, unused: [-1] }).success).toBe(false);
    expect(explanationSchema.safeParse({ ...explanation, answer: undefined }).success).toBe(false);
  });
});
