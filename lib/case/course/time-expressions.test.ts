import { describe, expect, it } from 'vitest';
import { recogniseFindings } from '@/lib/case/recognise-findings';
import { timeExpressions } from './time-expressions';

describe('timeExpressions', () => {
  it.each([
    ['fever for three days', 'for three days'],
    ['cough since yesterday', 'since yesterday'],
    ['a 2-day history of dyspnea', 'a 2-day history'],
    ['vomited two hours ago', 'two hours ago'],
    ['weight loss over the past 2 months', 'over the past 2 months'],
    ['pain since the age of 12', 'since the age of 12'],
    ['HTN x 10 yrs', 'x 10 yrs'],
    ['sore throat x3 d', 'x3 d'],
    ['sore throat x 3/7', 'x 3/7'],
    ['fall 1/12 ago', '1/12 ago'],
    ['2 h hx of chest pain', '2 h hx'],
  ])('finds the time in %j', (text, expected) => {
    const found = timeExpressions(text, { start: 0, end: text.length });
    expect(found.map((span) => text.slice(span.start, span.end))).toEqual([expected]);
  });

  it('gives each finding the time that follows it', () => {
    const times = recogniseFindings('Fever for three days and cough since yesterday.').map(
      (finding) => `${finding.concept} ${finding.time}`,
    );
    expect(times).toEqual(
      expect.arrayContaining(['fever for three days', 'cough since yesterday']),
    );
  });
});
