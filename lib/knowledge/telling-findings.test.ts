import { describe, expect, it } from 'vitest';
import { CONDITIONS, conditionNamed } from './conditions';
import { frequenciesOf, frequencyClassOf } from './frequency-classes';
import { countedPatients, likelihood } from './likelihoods';
import { tellingFindings } from './telling-findings';
import { CONCEPTS } from './vocabulary';

function tellingOf(name: string) {
  const condition = conditionNamed(name);
  if (condition === undefined) throw new Error(name);
  const { for: speakFor, against } = tellingFindings(condition, 8);
  const ids = (list: typeof against) =>
    list.map(({ concept, polarity }) => `${polarity} ${concept.id}`);
  return { for: ids(speakFor), against: ids(against) };
}

describe('tellingFindings', () => {
  it('names what a textbook would, for and against', () => {
    expect(tellingOf('Croup').for).toContain('present barking-cough');
    expect(tellingOf('Spontaneous pneumothorax').for).toContain('present hyperresonance');
    expect(tellingOf('Unstable angina').against).toContain('present raised-troponin');
    expect(tellingOf('Atrial fibrillation').against).toContain('absent irregular-pulse');
  });

  it.each(CONDITIONS.map((condition) => [condition.name, condition] as const))(
    'has findings for and against %s, the strongest first, each known of that condition',
    (_, condition) => {
      const { for: speakFor, against } = tellingFindings(condition, 6);
      expect(speakFor).toHaveLength(6);
      expect(against.length).toBeGreaterThan(0);
      for (const list of [speakFor, against]) {
        const strengths = list.map(({ weight }) => Math.abs(weight));
        expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
        for (const { concept, counted, stated, frequency } of list) {
          expect(counted ?? stated, concept.id).toBeDefined();
          if (concept.kind === 'attribute') expect(stated, concept.id).toBeDefined();
          expect(frequency).toBe(likelihood(concept.id, condition));
        }
      }
      expect(speakFor.every(({ weight }) => weight > 0)).toBe(true);
      expect(against.every(({ weight }) => weight < 0)).toBe(true);
    },
  );
});

describe('countedPatients', () => {
  it('never counts more patients with a finding than there are', () => {
    let asked = 0;
    for (const condition of CONDITIONS) {
      for (const { id } of CONCEPTS) {
        const counted = countedPatients(id, condition);
        if (counted === undefined) continue;
        asked += 1;
        if (counted.present > counted.patients) throw new Error(`${id} in ${condition.id}`);
      }
    }
    expect(asked).toBeGreaterThan(CONDITIONS.length);
  });
});

describe('frequencyClassOf', () => {
  it('gives back the class of every class’s middle, and keeps to the bounds of the ontology', () => {
    const names = ['very frequent', 'frequent', 'occasional', 'very rare', 'excluded'] as const;
    const middles = frequenciesOf(Object.fromEntries(names.map((name) => [name, name])), 'test');
    for (const name of names) expect(frequencyClassOf(middles.get(name) ?? Number.NaN)).toBe(name);
    const bounds = [0, 0.01, 0.04, 0.05, 0.29, 0.3, 0.79, 0.8, 1];
    expect(bounds.map(frequencyClassOf)).toEqual([
      'excluded',
      'very rare',
      'very rare',
      'occasional',
      'occasional',
      'frequent',
      'frequent',
      'very frequent',
      'very frequent',
    ]);
  });
});
