import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenEvent } from '@/lib/engine/engine';
import { sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';
import { createTraceRecorder } from '@/lib/trace/record-trace';
import { COMPLETE_OUTPUT, TEST_MANIFEST } from '@/lib/trace/testing';

function token(index: number, text: string): TokenEvent {
  return { index, id: index, text, logprob: -0.1, alternatives: [], entropy: 0.2 };
}

describe('recording a run', () => {
  it('gives the reading of the whole text, with the prefill in the text and in no token', () => {
    const generated = COMPLETE_OUTPUT.slice('<think>'.length);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (size) => {
        const recorder = createTraceRecorder({
          prompt: 'p',
          prefill: '<think>',
          manifest: TEST_MANIFEST,
        });
        recorder.push({ type: 'prompt', tokens: 7 });
        for (let start = 0, index = 0; start < generated.length; start += size, index += 1) {
          recorder.push({
            type: 'token',
            token: token(index, generated.slice(start, start + size)),
          });
        }
        recorder.push({ type: 'stop', reason: 'end', timings: { prefill: 1, decode: 2 } });
        const trace = recorder.record();
        const { closedSteps: _, lastClosed: __, ...reading } = readTrace(COMPLETE_OUTPUT);
        expect(trace).toMatchObject({ ...reading, promptTokens: 7, stop: 'end' });
        expect(trace.tokens.map(({ span }) => sliceSpan(trace.text, span))).toEqual(
          trace.tokens.map(({ text }) => text),
        );
        expect(trace.tokens[0]?.span.start).toBe('<think>'.length);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps what was said when a run ends without a stop event', () => {
    const recorder = createTraceRecorder({ prompt: '', prefill: '', manifest: TEST_MANIFEST });
    recorder.push({ type: 'token', token: token(0, 'Step 1: Findings. Fever') });
    const before = recorder.snapshot();
    recorder.finish('failed');
    expect(recorder.record()).toMatchObject({ stop: 'failed', text: 'Step 1: Findings. Fever' });
    expect(recorder.record().steps.map(({ closed }) => closed)).toEqual([true]);
    expect(before.steps.map(({ closed }) => closed)).toEqual([false]);
  });

  it('is plain data that can be cloned and written as JSON', () => {
    const recorder = createTraceRecorder({ prompt: '', prefill: '', manifest: TEST_MANIFEST });
    recorder.push({ type: 'token', token: token(0, COMPLETE_OUTPUT) });
    recorder.push({ type: 'stop', reason: 'end', timings: { prefill: 0, decode: 0 } });
    const trace = recorder.record();
    expect(structuredClone(recorder.snapshot()).steps).toEqual(trace.steps);
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  });
});
