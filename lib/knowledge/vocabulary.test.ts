import { describe, expect, it } from 'vitest';
import { CONDITIONS, conditionNamed } from './conditions';
import { CONCEPTS } from './vocabulary';

describe('findings vocabulary', () => {
  it('gives every concept an id, a label and a way to say it of its own', () => {
    expect(new Set(CONCEPTS.map(({ id }) => id)).size).toBe(CONCEPTS.length);
    expect(new Set(CONCEPTS.map(({ label }) => label)).size).toBe(CONCEPTS.length);
    for (const concept of CONCEPTS) expect(concept.nouns.length, concept.id).toBeGreaterThan(0);
  });

  it('has no phrase that could mean two findings', () => {
    const owners = new Map<string, string>();
    for (const concept of CONCEPTS.filter(({ within }) => within === undefined)) {
      for (const phrase of [...concept.nouns, ...concept.verbs, ...concept.absent]) {
        const owner = owners.get(phrase.toLowerCase());
        expect(owner, `"${phrase}" of ${concept.id}`).toBeUndefined();
        owners.set(phrase.toLowerCase(), concept.id);
      }
    }
  });
});

describe('conditions', () => {
  it('are the 49 of DDXPlus, each found by its name and aliases whatever their case', () => {
    expect(CONDITIONS).toHaveLength(49);
    for (const condition of CONDITIONS) {
      for (const name of [condition.name, condition.ddxplus, ...condition.aliases]) {
        expect(conditionNamed(name.toUpperCase())?.id, name).toBe(condition.id);
      }
    }
  });

  it('does not know a name that is none of them', () => {
    expect(conditionNamed('Housemaid’s knee')).toBeUndefined();
  });
});
