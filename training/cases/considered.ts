import type { Finding } from '@/lib/case/case';
import type { DdxplusPatient } from '@/lib/evaluation/ddxplus/patient';
import { type Random, seededRandom } from '@/lib/evaluation/random';
import type { ConceptId, Condition } from '@/lib/knowledge/concept';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';

/** The conditions that DDXPlus would list for a patient with these findings, the surest first. */
export type Considered = (
  findings: readonly Pick<Finding, 'concept' | 'polarity'>[],
) => Condition[];

const ROUNDS = 60;
const RATE = 0.5;
/** Shrinks weights towards zero at each update, so that findings of few patients do not decide. */
const DECAY = 1e-4;
/** From this probability on, a condition is listed. */
const LISTED_FROM = 0.4;

/** Each round sees each patient with another part of the evidence, as notes tell only a part. */
function partOf(random: Random, present: readonly ConceptId[]): ConceptId[] {
  const kept = 0.3 + 0.7 * random.next();
  return present.filter(() => random.chance(kept));
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/**
 * Learns from patients which conditions DDXPlus lists in their differentials, given their findings: one logistic regression
 * a condition, over findings that are present, fitted by stochastic gradient descent with AdaGrad steps (Duchi et al. 2011).
 */
export function learnConsidered(patients: readonly DdxplusPatient[], seed: number): Considered {
  const random = seededRandom(seed);
  const index = new Map(CONCEPTS.map(({ id }, position) => [id, position + 1]));
  const size = CONCEPTS.length + 1;
  const models = CONDITIONS.map(() => ({
    weights: new Float64Array(size),
    squares: new Float64Array(size).fill(1e-6),
  }));
  const positions = (concepts: readonly ConceptId[]): number[] => [
    0,
    ...concepts.flatMap((concept) => index.get(concept) ?? []),
  ];
  const score = (weights: Float64Array, active: readonly number[]): number =>
    active.reduce((sum, position) => sum + (weights[position] ?? 0), 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const patient of random.shuffle(patients)) {
      const active = positions(partOf(random, patient.present));
      for (const [position, { weights, squares }] of models.entries()) {
        const listed = patient.differential.some(({ id }) => id === CONDITIONS[position]?.id);
        const error = sigmoid(score(weights, active)) - (listed ? 1 : 0);
        for (const feature of active) {
          const weight = weights[feature] ?? 0;
          const gradient = error + DECAY * weight;
          squares[feature] = (squares[feature] ?? 0) + gradient * gradient;
          weights[feature] = weight - (RATE * gradient) / Math.sqrt(squares[feature] ?? 1);
        }
      }
    }
  }
  return (findings) => {
    const active = positions(
      findings.flatMap(({ concept, polarity }) => (polarity === 'present' ? [concept] : [])),
    );
    return CONDITIONS.map((condition, position) => ({
      condition,
      probability: sigmoid(score(models[position]?.weights ?? new Float64Array(size), active)),
    }))
      .filter(({ probability }) => probability >= LISTED_FROM)
      .sort((a, b) => b.probability - a.probability)
      .map(({ condition }) => condition);
  };
}
