import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignDifferentials, compareAnswers } from '@/lib/explanation/compare-explanations';
import type { ExplainedDiagnosis } from '@/lib/explanation/explanation';
import { INFLUENZA_CASE, readingOf } from '@/lib/explanation/testing';

function diagnosis(name: string, probability?: number): ExplainedDiagnosis {
  const trace = { start: 0, end: name.length };
  return {
    name,
    trace,
    for: [],
    against: [],
    ...(probability === undefined ? {} : { probability }),
  };
}

function listOf(...names: readonly string[]): readonly ExplainedDiagnosis[] {
  return names.map((name) => diagnosis(name));
}

/** Rows as "name first/second" with the ranks. */
function rows(first: readonly string[], second: readonly string[]): readonly string[] {
  return alignDifferentials(listOf(...first), listOf(...second)).map(
    (row) => `${row.name} ${row.first?.rank ?? '-'}/${row.second?.rank ?? '-'}`,
  );
}

describe('two differentials side by side', () => {
  it('puts names of one condition into one row, by the best rank', () => {
    expect(
      rows(['Pulmonary embolism', 'Pneumonia', 'Pericarditis'], ['Pneumonia', 'PE', 'Sarcoidosis']),
    ).toEqual(['Pulmonary embolism 1/2', 'Pneumonia 2/1', 'Pericarditis 3/-', 'Sarcoidosis -/3']);
  });

  it('takes what no vocabulary knows by its words', () => {
    expect(rows(['Ruritanian fever'], ['ruritanian  FEVER.', 'Ruritanian rash'])).toEqual([
      'Ruritanian fever 1/1',
      'Ruritanian rash -/2',
    ]);
  });

  it('counts a repeated diagnosis where it stands first, and takes empty lists', () => {
    expect(rows(['Pneumonia', 'pneumonia', 'Influenza'], [])).toEqual([
      'Pneumonia 1/-',
      'Influenza 3/-',
    ]);
    expect(rows([], [])).toEqual([]);
  });

  it('has each meaning once, and is the same from the other side', () => {
    const names = fc.array(fc.constantFrom('Pneumonia', 'Influenza', 'Flu', 'Odd one', 'GERD'));
    fc.assert(
      fc.property(names, names, (first, second) => {
        const there = alignDifferentials(listOf(...first), listOf(...second));
        const back = alignDifferentials(listOf(...second), listOf(...first));
        const ranks = (row: (typeof there)[number]) => [row.first?.rank, row.second?.rank];
        const turned = back.map((row) => ranks(row).toReversed());
        expect(new Set(there.map((row) => `${ranks(row)}`))).toEqual(
          new Set(turned.map((pair) => `${pair}`)),
        );
        expect(there.length).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('two answers', () => {
  const reading = readingOf(INFLUENZA_CASE);
  const answered = (name: string) => ({ answer: { abstained: false, diagnosis: name } });

  it('tells the same from different, and does not guess', () => {
    expect(compareAnswers(reading, answered('Influenza'), answered('influenza'))).toBe('same');
    expect(compareAnswers(reading, answered('Influenza'), answered('Pneumonia'))).toBe('different');
    expect(compareAnswers(reading, answered('Ruritanian fever'), answered('Influenza'))).toBe(
      'cannot-tell',
    );
    expect(compareAnswers(reading, { answer: { abstained: true } }, answered('Influenza'))).toBe(
      'different',
    );
  });
});
