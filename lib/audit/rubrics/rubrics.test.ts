import { describe, expect, it } from 'vitest';
import { rubricsOf } from '@/lib/audit/rubrics/rubrics';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { FaultError } from '@/lib/text/outcome';
import { covers, sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';
import { COMPLETE_OUTPUT } from '@/lib/trace/testing';

const CASE =
  'A 47-year-old man has had swelling of both legs for three weeks. He has no shortness of breath.';

const PROSE = `Okay, so we have a 47-year-old man with swelling of both legs that came on gradually over three weeks. It is bilateral and painless.

Hmm, it could be heart failure. What about the kidneys? That's another possibility, nephrotic syndrome. Could it also be a clot? But a clot is less likely, because that would be one-sided, and he has no risk factor.

Something doesn't fit: he has no breathlessness. I don't want to miss an embolism, which is life-threatening. Maybe there are two processes here, or a superimposed infection.

Let me double-check. I shouldn't jump to conclusions. His raised neck veins fit with the right heart.

So right heart failure is the most likely explanation.`;

function rubrics(traceText: string, caseText = CASE) {
  const parsed = parseCase({ text: caseText });
  if (!parsed.ok) throw new FaultError(parsed.fault);
  const trace = readTrace(traceText);
  return { trace, rubrics: rubricsOf(readCase(parsed.value), trace) };
}

function standings(traceText: string, caseText?: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rubrics(traceText, caseText).rubrics.flatMap(({ id, elements }) =>
      elements.map((element) => [`${id}/${element.id}`, element.standing]),
    ),
  );
}

describe('rubrics', () => {
  it('find every element in prose that has it', () => {
    expect(new Set(Object.values(standings(PROSE)))).toEqual(new Set(['there']));
    expect(Object.keys(standings(PROSE))).toHaveLength(13);
  });

  it('show where: spans within the steps of the trace', () => {
    const { trace, rubrics: found } = rubrics(PROSE);
    for (const { elements } of found) {
      for (const { standing, trace: spans, detail } of elements) {
        expect(spans.length > 0).toBe(standing === 'there');
        expect(spans.every((span) => trace.steps.some((step) => covers(step, span)))).toBe(true);
        expect(detail).toMatch(/^[^.]+\.$/);
      }
    }
    const worst = found[2]?.elements.find(({ id }) => id === 'worst-case')?.trace[0];
    expect(worst && sliceSpan(trace.text, worst)).toContain('embolism');
  });

  it('read the form of the embedded model by the titles of its steps', () => {
    const found = standings(
      COMPLETE_OUTPUT,
      'A 34-year-old woman has a fever, chills and no cough.',
    );
    expect(found).toMatchObject({
      'problem-representation/who': 'there',
      'idea/differential': 'there',
      'idea/lead': 'there',
      'idea/explanation': 'there',
      'idea/alternatives': 'there',
      'time-out/worst-case': 'there',
      'time-out/more-than-one': 'missing',
      'time-out/biased-or-rushed': 'missing',
    });
  });

  it('say what is missing', () => {
    const found = standings('Swollen legs. The diagnosis is heart failure.');
    expect(found).toMatchObject({
      'problem-representation/who': 'missing',
      'idea/differential': 'missing',
      'idea/alternatives': 'missing',
      'time-out/what-else': 'missing',
    });
  });

  it('do not ask a trace for what its case does not have', () => {
    const found = standings(
      'It is a cell wall inhibitor.',
      'Which drug inhibits the synthesis of the cell wall?',
    );
    expect(found['problem-representation/who']).toBe('cannot-tell');
    expect(found['idea/summary']).toBe('cannot-tell');
  });

  it('carry a source and no score', () => {
    for (const rubric of rubrics(PROSE).rubrics) {
      expect(rubric.source).toMatch(/\d{4}/);
      expect(Object.keys(rubric).sort()).toEqual(['elements', 'id', 'source', 'title']);
    }
  });

  it('are empty for a trace without steps', () => {
    expect(rubrics('').rubrics).toEqual([]);
  });
});
