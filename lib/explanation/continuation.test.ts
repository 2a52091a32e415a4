import { describe, expect, it } from 'vitest';
import { continuationOf, furtherBudget } from '@/lib/explanation/continuation';
import { TEST_MANIFEST } from '@/lib/trace/testing';
import type { Trace, TracedToken } from '@/lib/trace/trace';

const manifest = { ...TEST_MANIFEST, engine: { ...TEST_MANIFEST.engine, contextLength: 1024 } };
const PROMPT = { text: 'prompt', prefill: '<think>' };

/** A run of so many tokens that stopped for this reason; the context holds 1024 tokens and the prompt takes 9. */
function runOf(count: number, stop: Trace['stop'], maxTokens = 400): Trace {
  const tokens = Array.from({ length: count }, (_, index): TracedToken => {
    const span = { start: PROMPT.prefill.length + index, end: PROMPT.prefill.length + index + 1 };
    return { index, id: 7, text: 'a', logprob: -0.1, alternatives: [], entropy: 0.3, span };
  });
  return {
    text: PROMPT.prefill + 'a'.repeat(count),
    channels: [],
    thinkingClosed: false,
    steps: [],
    differential: [],
    corrections: [],
    prompt: PROMPT.text,
    promptTokens: 9,
    tokens,
    stop,
    timings: { prefill: 1, decode: 2 },
    manifest: { ...manifest, maxTokens },
  };
}

const NOW = { startedAt: '2026-01-02T03:05:00.000Z', application: '0.1.0', alternatives: 5 };

describe('the further budget', () => {
  it('is what was left of the budget, and then twice the budget, within the context', () => {
    expect(furtherBudget(runOf(100, 'stopped'))).toBe(400);
    expect(furtherBudget(runOf(400, 'length'))).toBe(800);
    expect(furtherBudget(runOf(800, 'length', 800))).toBe(1024 - 9);
  });

  it('is none for a run that has its end, and none where nothing fits any more', () => {
    for (const stop of ['end', 'looped', 'failed'] as const) {
      expect(furtherBudget(runOf(100, stop))).toBeUndefined();
    }
    expect(furtherBudget(runOf(1015, 'length', 1015))).toBeUndefined();
    expect(furtherBudget(runOf(0, 'stopped'))).toBeUndefined();
  });

  it('is none where the engine told neither its context nor which tokens it said', () => {
    const { tokens, manifest: ran, ...run } = runOf(100, 'stopped');
    const { contextLength: _, ...engine } = ran.engine;
    expect(furtherBudget({ ...run, tokens, manifest: { ...ran, engine } })).toBeUndefined();
    const unnamed = tokens.map(({ id: _id, ...token }) => token);
    expect(furtherBudget({ ...run, tokens: unnamed, manifest: ran })).toBeUndefined();
  });
});

describe('going on', () => {
  it('asks for what the run was asked for, with the further budget', () => {
    const trace = runOf(400, 'length');
    const request = continuationOf(trace, PROMPT, manifest.engine, NOW);
    expect(request).toEqual({
      ok: true,
      value: {
        ...NOW,
        prompt: PROMPT,
        sampling: manifest.sampling,
        seed: manifest.seed,
        maxTokens: 800,
        continues: trace,
      },
    });
  });

  it('refuses what would not be the same run, and says why', () => {
    const trace = runOf(400, 'length');
    const { engine } = manifest;
    const faultOf = (outcome: ReturnType<typeof continuationOf>) =>
      outcome.ok ? undefined : `${outcome.fault.code}: ${outcome.fault.message}`;
    expect(faultOf(continuationOf(trace, { ...PROMPT, text: 'other' }, engine, NOW))).toMatch(
      /^run-not-continuable: .*version/,
    );
    for (const other of [
      { device: 'webgpu' as const },
      { revision: '2' },
      { files: [] },
      { versions: { drafts: 'other' } },
    ]) {
      expect(faultOf(continuationOf(trace, PROMPT, { ...engine, ...other }, NOW))).toMatch(
        /^run-not-continuable: .*device/,
      );
    }
    expect(faultOf(continuationOf(runOf(5, 'end'), PROMPT, engine, NOW))).toMatch(/^run-complete/);
  });
});
