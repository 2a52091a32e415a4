import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerBudget, estimatedTokens } from './answer-budget';

const tokens = fc.integer({ min: 0, max: 100_000 });

describe('the budget of an answer', () => {
  it('is what was asked for where the context is not known or large enough', () => {
    expect(
      answerBudget({ promptTokens: 900, contextLength: undefined, asked: 4096, least: 1024 }),
    ).toEqual({ ok: true, value: 4096 });
    expect(
      answerBudget({ promptTokens: 900, contextLength: 32_768, asked: 4096, least: 1024 }),
    ).toEqual({ ok: true, value: 4096 });
  });

  it('shrinks to what the context leaves, and is refused below the least', () => {
    expect(
      answerBudget({ promptTokens: 900, contextLength: 2_964, asked: 4096, least: 1024 }),
    ).toEqual({ ok: true, value: 2000 });
    expect(
      answerBudget({ promptTokens: 2_000, contextLength: 2_964, asked: 4096, least: 1024 }),
    ).toMatchObject({ ok: false, fault: { code: 'prompt-too-long' } });
  });

  it('never exceeds the context, nor what was asked for', () => {
    fc.assert(
      fc.property(tokens, tokens, tokens, tokens, (promptTokens, contextLength, asked, least) => {
        const budget = answerBudget({ promptTokens, contextLength, asked, least });
        if (!budget.ok) return;
        expect(budget.value).toBeLessThanOrEqual(asked);
        if (asked > 0) expect(budget.value + promptTokens).toBeLessThanOrEqual(contextLength);
      }),
    );
  });

  it('counts the bytes of a text, not its characters', () => {
    expect(estimatedTokens('abcdef')).toBe(2);
    expect(estimatedTokens('東京')).toBe(2);
  });
});
