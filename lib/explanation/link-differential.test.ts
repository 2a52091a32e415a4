import { describe, expect, it } from 'vitest';
import { linkDifferential } from '@/lib/explanation/link-differential';
import { findingsBySentence } from '@/lib/explanation/link-findings';
import { readingOf } from '@/lib/explanation/testing';
import { readTrace } from '@/lib/trace/read-trace';

const READING = readingOf(
  'She has a cough and a fever. She denies chills and muscle pain. She came by train.',
);

/** What each citation of the one line of a differential stands for, by its sides. */
function linked(line: string) {
  const trace = readTrace(`</think>\n**Differential**:\n1. ${line}\n`);
  const [diagnosis] = linkDifferential(READING, trace, findingsBySentence(READING));
  const labels = (side: 'for' | 'against') =>
    diagnosis?.[side].map(({ findings }) =>
      findings.map((index) => READING.findings[index]?.label),
    );
  return { for: labels('for'), against: labels('against') };
}

describe('what a line of the differential rests on', () => {
  it('is what the words before its citations name', () => {
    expect(linked('Influenza (80%) - for: fever [1] - against: no muscle pain [2]')).toEqual({
      for: [['fever']],
      against: [['no widespread muscle pain']],
    });
  });

  it('is so too where the line says too little to be a step', () => {
    expect(linked('Influenza - for: fever [1]')).toMatchObject({ for: [['fever']] });
  });

  it('is each finding in its own sentence where one bracket cites several', () => {
    expect(linked('Influenza - for: fever, no chills [1, 2]').for).toEqual([
      ['fever'],
      ['no chills or shivers'],
    ]);
  });

  it('is the finding that the words turn round', () => {
    expect(linked('Influenza - for: chills [2]').for).toEqual([['no chills or shivers']]);
  });

  it('is the whole sentence where the words name none of its findings, or there are none', () => {
    expect(linked('Influenza - for: [1] - against: what she told us at first [2]')).toEqual({
      for: [['cough', 'fever']],
      against: [['no chills or shivers', 'no widespread muscle pain']],
    });
    expect(linked('Influenza - for: came by train [3]').for).toEqual([[]]);
  });

  it('is nothing of a sentence that is cited for what another says', () => {
    expect(linked('Influenza - for: fever [2]').for).toEqual([[]]);
  });

  it('is not told by the name of the diagnosis', () => {
    expect(linked('Cough - for: [1]').for).toEqual([['cough', 'fever']]);
  });
});
