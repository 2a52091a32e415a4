import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONDITIONS, conditionNamed } from './conditions';
import { likelihood, type Observation, posterior, weightOfEvidence } from './likelihoods';
import { CONCEPTS } from './vocabulary';

function conditionOf(name: string) {
  const condition = conditionNamed(name);
  if (condition === undefined) throw new Error(name);
  return condition;
}

const finding = fc.record({
  concept: fc.constantFrom(...CONCEPTS.map(({ id }) => id)),
  polarity: fc.constantFrom('present' as const, 'absent' as const),
});

describe('posterior', () => {
  it('sums to one, falls in order and never leaves (0, 1)', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 25 }), (findings) => {
        const items = posterior({ findings });
        expect(items).toHaveLength(CONDITIONS.length);
        expect(items.reduce((sum, item) => sum + item.probability, 0)).toBeCloseTo(1, 9);
        for (const [index, item] of items.entries()) {
          expect(item.probability).toBeLessThanOrEqual(items[index - 1]?.probability ?? 1);
          expect(item.probability).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order of the findings', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 12 }), (findings) => {
        const forward = posterior({ findings });
        const backward = posterior({ findings: findings.toReversed() });
        for (const item of forward) {
          const same = backward.find(({ condition }) => condition.id === item.condition.id);
          expect(same?.probability).toBeCloseTo(item.probability, 9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('agrees with Bayes by hand for two conditions and one finding', () => {
    const [a, b] = [conditionOf('Pericarditis'), conditionOf('Influenza')];
    const [concept] = CONCEPTS.filter(({ id }) => id === 'fever').map(({ id }) => id);
    if (concept === undefined) throw new Error('fever');
    const observation: Observation = { findings: [{ concept, polarity: 'present' }] };
    const [priorA, priorB] = [a, b].map(
      (condition) =>
        posterior({ findings: [] }, [a, b]).find((item) => item.condition === condition)
          ?.probability ?? 0,
    );
    const jointA = (priorA ?? 0) * likelihood(concept, a);
    const jointB = (priorB ?? 0) * likelihood(concept, b);
    const found = posterior(observation, [a, b]).find((item) => item.condition === a);
    expect(found?.probability).toBeCloseTo(jointA / (jointA + jointB), 12);
  });
});

describe('weightOfEvidence', () => {
  it('has opposite signs for a finding and for its absence, or is zero for both', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CONCEPTS.map(({ id }) => id)),
        fc.constantFrom(...CONDITIONS),
        (concept, condition) => {
          const rivals = posterior({ findings: [] });
          const present = weightOfEvidence({ concept, polarity: 'present' }, condition, rivals);
          const absent = weightOfEvidence({ concept, polarity: 'absent' }, condition, rivals);
          expect(present * absent).toBeLessThanOrEqual(1e-12);
        },
      ),
    );
  });
});
