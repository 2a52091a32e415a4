import type { DdxplusPatient } from '@/lib/evaluation/ddxplus/patient';
import { type Random, seededRandom } from '@/lib/evaluation/random';
import type { ConceptId } from '@/lib/knowledge/concept';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import {
  type ConsideredFeature,
  consideredFeatures,
  PERSONAL_FEATURES,
} from '@/lib/knowledge/considered';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';

const ROUNDS = 60;
const RATE = 0.5;
/** Shrinks weights towards zero at each update, so that findings of few patients do not decide. */
const DECAY = 1e-3;
/** Share of the rounds in which only a part of the evidence is taken, as notes tell only a part. */
const IN_PART = 0.4;
/** A feature that fewer patients have tells nothing. */
const FEWEST_PATIENTS = 8;

/** Weights by feature, one for each condition in order; features that hardly any patient has are left out. */
export type ConsideredWeights = Readonly<Record<string, readonly number[]>>;

interface Learner {
  readonly weights: Float64Array;
  readonly squares: Float64Array;
}

function tellSome(random: Random, present: readonly ConceptId[]): readonly ConceptId[] {
  const kept = random.chance(IN_PART) ? 0.4 + 0.6 * random.next() : 1;
  return present.filter(() => random.chance(kept));
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** One step of AdaGrad (Duchi et al. 2011) on the logistic loss of one condition for one patient. */
function learn({ weights, squares }: Learner, active: readonly number[], listed: boolean): void {
  const score = active.reduce((sum, position) => sum + (weights[position] ?? 0), 0);
  const error = sigmoid(score) - (listed ? 1 : 0);
  for (const position of active) {
    const weight = weights[position] ?? 0;
    const gradient = error + DECAY * weight;
    squares[position] = (squares[position] ?? 0) + gradient * gradient;
    weights[position] = weight - (RATE * gradient) / Math.sqrt(squares[position] ?? 1);
  }
}

/** Learns which conditions DDXPlus lists in a patient's differential: one logistic regression a condition. */
export function learnConsidered(
  patients: readonly DdxplusPatient[],
  seed: number,
): ConsideredWeights {
  const random = seededRandom(seed);
  const features: readonly ConsideredFeature[] = [
    ...PERSONAL_FEATURES,
    ...CONCEPTS.map(({ id }) => id),
  ];
  const place = new Map(features.map((feature, index) => [feature, index]));
  const learners = CONDITIONS.map((): Learner => {
    const { length } = features;
    return { weights: new Float64Array(length), squares: new Float64Array(length).fill(1e-6) };
  });
  const patientsWith = new Map<number, Set<DdxplusPatient>>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const patient of random.shuffle(patients)) {
      const { ageYears, sex } = patient;
      const findings = tellSome(random, patient.present).map((concept) => ({
        concept,
        polarity: 'present' as const,
      }));
      const active = consideredFeatures({ findings, ageYears, sex }).flatMap(
        (feature) => place.get(feature) ?? [],
      );
      for (const position of active) {
        patientsWith.set(position, (patientsWith.get(position) ?? new Set()).add(patient));
      }
      for (const [index, learner] of learners.entries()) {
        const listed = patient.differential.some(({ id }) => id === CONDITIONS[index]?.id);
        learn(learner, active, listed);
      }
    }
  }
  return Object.fromEntries(
    features.flatMap((feature, position) =>
      (patientsWith.get(position)?.size ?? 0) >= FEWEST_PATIENTS
        ? [[feature, learners.map(({ weights }) => Number((weights[position] ?? 0).toFixed(1)))]]
        : [],
    ),
  );
}
