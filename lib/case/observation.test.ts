import { describe, expect, it } from 'vitest';
import { statedFindings } from './observation';
import { readCase } from './read-case';

function stated(text: string): string[] {
  return statedFindings(readCase({ text, options: [] })).map(
    ({ concept, polarity }) => `${polarity === 'present' ? '+' : '-'}${concept}`,
  );
}

describe('statedFindings', () => {
  it.each([
    ['She denies fever, but at triage: temp 38.9 °C.', 'fever'],
    ['Denies fever. T 38.9.', 'fever'],
    ['T 38.9. She denies fever.', 'fever'],
    ['No obesity. BMI 34 kg/m2.', 'obesity'],
  ])('takes what was measured where words deny it: %j', (text, concept) => {
    expect(stated(text)).toContain(`+${concept}`);
    expect(stated(text)).not.toContain(`-${concept}`);
  });

  it('leaves out what words both state and deny', () => {
    const concepts = stated('She has a fever. She denies fever.');
    expect(concepts.filter((concept) => concept.endsWith('fever'))).toEqual([]);
  });

  it('leaves out what two values contradict', () => {
    const concepts = stated('Temp 38.9. Later temp 36.6.');
    expect(concepts.filter((concept) => concept.endsWith('fever'))).toEqual([]);
  });

  it('takes a denial that a normal value bears out', () => {
    expect(stated('Denies fever. T 36.6.')).toContain('-fever');
  });
});
