import { describe, expect, it } from 'vitest';
import { annotate } from '@/components/reasoning/annotate';
import type { Verdict } from '@/lib/audit/verdict';

function verdict(outcome: Verdict['outcome'], start: number, end: number): Verdict {
  return {
    check: 'statements',
    outcome,
    trace: { start, end },
    case: [],
    detail: '',
    findings: [],
  };
}

describe('annotate', () => {
  it('leaves a span without marks whole', () => {
    expect(annotate({ start: 3, end: 8 }, [], [])).toEqual([{ start: 3, end: 8 }]);
  });

  it('cuts at citations inside a judged statement', () => {
    const judged = verdict('supported', 10, 19);
    expect(annotate({ start: 10, end: 20 }, [{ start: 16, end: 19 }], [judged])).toEqual([
      { start: 10, end: 16, verdict: judged },
      { start: 16, end: 19, citation: 0, verdict: judged },
      { start: 19, end: 20 },
    ]);
  });

  it('shows the verdict that found fault where two overlap, and the narrower of two alike', () => {
    const wide = verdict('supported', 0, 10);
    const narrow = verdict('supported', 2, 8);
    const fault = verdict('contradicted', 4, 6);
    const shown = annotate({ start: 0, end: 10 }, [], [wide, fault, narrow]);
    expect(shown.map((piece) => piece.verdict)).toEqual([wide, narrow, fault, narrow, wide]);
  });

  it('keeps to the span where marks reach beyond it', () => {
    const beyond = verdict('not-in-case', 0, 50);
    expect(annotate({ start: 10, end: 20 }, [], [beyond])).toEqual([
      { start: 10, end: 20, verdict: beyond },
    ]);
  });
});
