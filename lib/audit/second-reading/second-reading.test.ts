import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '@/lib/audit/second-reading/coverage';
import { modelRanks, secondReadingOf } from '@/lib/audit/second-reading/second-reading';
import { evidenceTerms } from '@/lib/audit/second-reading/weights';
import type { CaseReading } from '@/lib/case/case';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { CONDITIONS, conditionNamed } from '@/lib/knowledge/conditions';
import { posterior } from '@/lib/knowledge/likelihoods';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';
import { FaultError } from '@/lib/text/outcome';
import { readTrace } from '@/lib/trace/read-trace';
import { COMPLETE_OUTPUT } from '@/lib/trace/testing';

const FLU =
  'A 34-year-old woman fell ill within hours with a fever and chills. She has muscle pain all over, a headache and a dry cough. Half of her office has been off with flu this week. She has a sore throat. She has no shortness of breath.';
const OUTSIDE =
  'A 24-year-old woman has had burning on passing urine and urinary frequency for two days. Now she has left flank pain, loin tenderness, vomiting and shivering. Urine dipstick shows nitrites and leukocytes.';

function readingOf(text: string, options: readonly string[] = []): CaseReading {
  const parsed = parseCase({
    text,
    question: 'What is the most likely diagnosis?',
    options: options.map((option, index) => ({ letter: 'ABCDE'.charAt(index), text: option })),
  });
  if (!parsed.ok) throw new FaultError(parsed.fault);
  return readCase(parsed.value);
}

const counted = fc
  .uniqueArray(
    fc.record({
      concept: fc.constantFrom(...CONCEPTS.map(({ id }) => id)),
      polarity: fc.constantFrom('present' as const, 'absent' as const),
    }),
    { maxLength: 20, selector: ({ concept }) => concept },
  )
  .map((findings) =>
    findings.map((finding, index) => ({
      ...finding,
      index,
      label: finding.concept,
      span: { start: index, end: index + 1 },
      sentence: 1,
    })),
  );

describe('the terms of the second reading', () => {
  it('sum to the log-odds of the posterior, for any findings, age and sex', () => {
    fc.assert(
      fc.property(
        counted,
        fc.option(fc.integer({ min: 0, max: 110 }), { nil: undefined }),
        fc.option(fc.constantFrom('female' as const, 'male' as const), { nil: undefined }),
        fc.constantFrom(...CONDITIONS),
        (findings, years, sex, condition) => {
          const span = { start: 0, end: 1 };
          const demographics = {
            ...(years === undefined ? {} : { age: { years, span } }),
            ...(sex === undefined ? {} : { sex: { value: sex, span } }),
          };
          const terms = evidenceTerms({ ...readingOf(FLU), demographics }, findings, condition);
          const all = posterior({
            findings,
            ...(years === undefined ? {} : { ageYears: years }),
            ...(sex === undefined ? {} : { sex }),
          });
          const own = all.find((item) => item.condition.id === condition.id)?.probability ?? 0;
          const others = all
            .filter((item) => item.condition.id !== condition.id)
            .reduce((sum, { probability }) => sum + probability, 0);
          const sum = terms.reduce((total, { weight }) => total + weight, 0);
          expect(sum).toBeCloseTo(Math.log(own) - Math.log(others), 8);
          expect(terms[0]?.label).toBe('prior');
          expect(terms).toHaveLength(
            1 + findings.length + (years === undefined ? 0 : 1) + (sex === undefined ? 0 : 1),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the second reading', () => {
  const reading = readingOf(FLU);
  const trace = readTrace(COMPLETE_OUTPUT);

  it('puts the most probable condition first, with its terms and the place that the model gave it', () => {
    const second = secondReadingOf(reading, trace, coverageOf(reading));
    expect(second?.opinions).toHaveLength(5);
    expect(second?.opinions[0]?.name).toBe('Influenza');
    expect(second?.opinions[0]?.rankOfModel).toBe(1);
    expect(second?.coverage).toBeGreaterThan(0.9);
    const labels = second?.opinions[0]?.terms.map(({ label }) => label) ?? [];
    expect(labels).toEqual(expect.arrayContaining(['prior', 'age 34', 'female', 'fever']));
    expect(second?.limits.some((limit) => limit.includes('synthetic'))).toBe(true);
  });

  it('is silent about a case outside the conditions, and says why', () => {
    const outside = readingOf(OUTSIDE);
    const coverage = coverageOf(outside);
    expect(coverage.outside).toContain('49');
    expect(secondReadingOf(outside, trace, coverage)).toBeUndefined();
  });

  it('is silent where the options are none of the conditions', () => {
    const asked = readingOf(FLU, ['Dengue', 'Malaria', 'Influenza', 'Typhoid']);
    expect(coverageOf(asked).outside).toContain('4 options');
    expect(coverageOf(readingOf(FLU, ['Pneumonia', 'Influenza'])).outside).toBeUndefined();
  });

  it('leaves out what the case both states and denies', () => {
    const disputed = readingOf('She has a fever, chills and a cough. She has no fever at night.');
    expect(coverageOf(disputed).counted.map(({ concept }) => concept)).not.toContain('fever');
  });

  it('ranks what the model answered by its aliases, and by its option', () => {
    const asked = readingOf(FLU, ['Pneumonia', 'Influenza']);
    const influenza = conditionNamed('Influenza');
    expect(
      influenza && modelRanks(reading, readTrace('**Diagnosis**: the flu')).get(influenza),
    ).toBe(1);
    expect(influenza && modelRanks(asked, readTrace('The answer is B.')).get(influenza)).toBe(1);
  });
});
