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
    expect(annotate({ start: 3, end: 8 }, { citations: [], verdicts: [] })).toEqual([
      { start: 3, end: 8 },
    ]);
  });

  it('cuts at citations inside a judged statement', () => {
    const judged = verdict('supported', 10, 19);
    expect(
      annotate({ start: 10, end: 20 }, { citations: [{ start: 16, end: 19 }], verdicts: [judged] }),
    ).toEqual([
      { start: 10, end: 16, verdict: judged },
      { start: 16, end: 19, citation: 0, verdict: judged },
      { start: 19, end: 20 },
    ]);
  });

  it('shows the verdict that found fault where two overlap, and the narrower of two alike', () => {
    const wide = verdict('supported', 0, 10);
    const narrow = verdict('supported', 2, 8);
    const fault = verdict('contradicted', 4, 6);
    const shown = annotate(
      { start: 0, end: 10 },
      { citations: [], verdicts: [wide, fault, narrow] },
    );
    expect(shown.map((piece) => piece.verdict)).toEqual([wide, narrow, fault, narrow, wide]);
  });

  it('marks what was taken back and what is pointed at, across verdicts', () => {
    const judged = verdict('contradicted', 2, 6);
    const marks = {
      citations: [],
      verdicts: [judged],
      takenBack: [{ start: 0, end: 4 }],
      lit: [{ start: 5, end: 8 }],
    };
    expect(annotate({ start: 0, end: 10 }, marks)).toEqual([
      { start: 0, end: 2, takenBack: true },
      { start: 2, end: 4, verdict: judged, takenBack: true },
      { start: 4, end: 5, verdict: judged },
      { start: 5, end: 6, verdict: judged, lit: true },
      { start: 6, end: 8, lit: true },
      { start: 8, end: 10 },
    ]);
  });

  it('keeps to the span where marks reach beyond it', () => {
    const beyond = verdict('not-in-case', 0, 50);
    expect(annotate({ start: 10, end: 20 }, { citations: [], verdicts: [beyond] })).toEqual([
      { start: 10, end: 20, verdict: beyond },
    ]);
  });
});
