import { describe, expect, it } from 'vitest';
import { reportMarkdown, reportText } from '@/bench/print-report';
import { item, type Report } from '@/bench/report';

const REPORT: Report = {
  application: '1.2.3',
  at: '2026-11-21T10:00:00.000Z',
  machine: {
    processor: 'A processor',
    cores: 2,
    memory: 25.2,
    system: 'Linux 6.1 x64',
    node: '20.19.0',
    load: 0.1,
  },
  model: { id: 'some-model', revision: 'abc' },
  sections: [
    {
      name: 'one',
      title: 'The first subject',
      status: 'measured',
      conditions: { threads: 2 },
      items: [
        item('speed', 123.456, 'tokens/s', { atLeast: 60 }),
        item('late / early', 1.7, 'ratio', { atMost: 1.5 }),
        item('size', 0.012345, 'MB'),
      ],
    },
    { name: 'two', title: 'The second subject', status: 'failed', reason: 'it was not there' },
  ],
};

describe('item', () => {
  it('holds a target when it reaches it exactly', () => {
    expect(item('a', 1, 's', { atLeast: 1 }).held).toBe(true);
    expect(item('a', 1, 's', { atMost: 1 }).held).toBe(true);
    expect(item('a', 0.99, 's', { atLeast: 1 }).held).toBe(false);
    expect(item('a', 1.01, 's', { atMost: 1 }).held).toBe(false);
    expect(item('a', 1, 's')).not.toHaveProperty('held');
  });

  it('does not hold a target that could not be compared', () => {
    expect(item('a', Number.NaN, 's', { atMost: 1 }).held).toBe(false);
  });
});

describe('reportText', () => {
  it('says of each figure what it is, what it should be, and whether it is', () => {
    const lines = reportText(REPORT).split('\n');
    expect(lines.find((line) => line.includes('speed'))).toMatch(/123 +tokens\/s +≥ 60 +yes$/u);
    expect(lines.find((line) => line.includes('late'))).toMatch(/1\.70 +ratio +≤ 1\.5 +no$/u);
    expect(lines.find((line) => line.includes('size'))).toMatch(/0\.0123 +MB$/u);
  });

  it('says why a section was not measured, and what was measured on', () => {
    const text = reportText(REPORT);
    expect(text).toContain('The second subject\n  not measured: it was not there');
    expect(text).toContain('A processor, 2 cores');
    expect(text).toContain('no Chromium');
  });
});

describe('reportMarkdown', () => {
  it('gives every row the same number of cells', () => {
    const rows = reportMarkdown(REPORT)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(8);
    expect(new Set(rows.map((row) => row.split('|').length))).toEqual(new Set([6]));
    expect(rows).toContain('| late / early | 1.70 | ≤ 1.5 | no |');
  });
});
