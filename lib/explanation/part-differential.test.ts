import { describe, expect, it } from 'vitest';
import type { ExplainedDiagnosis } from '@/lib/explanation/explanation';
import { partDifferential } from '@/lib/explanation/part-differential';

const bare = (name: string): ExplainedDiagnosis => ({
  name,
  trace: { start: 0, end: 1 },
  for: [],
  against: [],
});
const cited = (name: string): ExplainedDiagnosis => ({
  ...bare(name),
  for: [{ start: 0, end: 4 }],
});
const namesOf = (part: readonly ExplainedDiagnosis[]) => part.map(({ name }) => name);

describe('partDifferential', () => {
  it('parts what is merely named at the end', () => {
    const parts = partDifferential([
      { ...bare('Pericarditis'), probability: 0.8 },
      cited('Pneumonia'),
      bare('Anaemia'),
      bare('GERD'),
    ]);
    expect(namesOf(parts.weighed)).toEqual(['Pericarditis', 'Pneumonia']);
    expect(namesOf(parts.named)).toEqual(['Anaemia', 'GERD']);
  });

  it('leaves a bare one in its rank where a weighed one follows', () => {
    const parts = partDifferential([cited('Pericarditis'), bare('Anaemia'), cited('Pneumonia')]);
    expect(namesOf(parts.weighed)).toEqual(['Pericarditis', 'Anaemia', 'Pneumonia']);
    expect(parts.named).toEqual([]);
  });

  it('knows lists without any evidence, and none', () => {
    expect(namesOf(partDifferential([bare('Anaemia'), bare('GERD')]).named)).toEqual([
      'Anaemia',
      'GERD',
    ]);
    expect(partDifferential([])).toEqual({ weighed: [], named: [] });
  });
});
